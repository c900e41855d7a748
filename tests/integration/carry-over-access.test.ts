import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { type Actor, NotAllowed } from "@/lib/actor";
import { db } from "@/lib/db";
import {
  countWaitingEscalations,
  findEscalation,
  listEscalationNews,
  listEscalations,
  listItemEscalations,
} from "@/lib/escalations/reads";
import { escalationFilterSchema } from "@/lib/escalations/schema";
import { withdrawEscalation } from "@/lib/escalations/writes";
import { countCarriedItems, countUnreviewed, listCarriedItems } from "@/lib/follow-up/carry-over";
import { listQuarterRows } from "@/lib/follow-up/quarters";
import { reviewSchema } from "@/lib/follow-up/review-schema";
import { reviewCarriedItem, undoReview } from "@/lib/follow-up/review-writes";
import { listUnchecked } from "@/lib/progress/checks";
import type { Role } from "@/prisma/generated/enums";
import { makeActionItem, makeProgressReport } from "../factories/action-items";
import { makeEscalation } from "../factories/escalations";
import { makeMeeting } from "../factories/meetings";
import { makeKabupaten, makeProvinsi, makePuskesmas } from "../factories/organisations";
import { makeOwnerLink } from "../factories/owner-links";
import { makeActor } from "../factories/users";

const day = 86_400_000;

/** Two joint Lokmin in a row, an open row of the first, another that is escalated, a report that waits. */
async function world() {
  const provinsi = await makeProvinsi();
  const kabupaten = await makeKabupaten({ parentId: provinsi.id });
  const elsewhere = await makeKabupaten({ parentId: (await makeProvinsi({ areaCode: "73" })).id, areaCode: "73.22" });
  const own = await makePuskesmas({ parentId: kabupaten.id });
  const joint = await makePuskesmas({ parentId: kabupaten.id });
  const other = await makePuskesmas({ parentId: kabupaten.id });
  const organisers = [joint];
  const before = { startsAt: new Date(Date.now() - 90 * day), createdAt: new Date(Date.now() - 99 * day) };
  const former = await makeMeeting("CLOSED", { host: own, organisers, ...before, secondReason: "uji" });
  const meeting = await makeMeeting("IN_PROGRESS", {
    host: own,
    organisers,
    createdAt: new Date(Date.now() - 9 * day),
  });
  const createdAt = new Date(Date.now() - 80 * day);
  const item = await makeActionItem({ meetingId: former.id, createdAt });
  const escalated = await makeActionItem({ meetingId: former.id, createdAt });
  const { id: escalationId } = await makeEscalation({ itemId: escalated.id, dinkesId: kabupaten.id });
  const link = await makeOwnerLink({ organisationId: own.id, personId: item.responsiblePersonId ?? "" });
  const report = await makeProgressReport({ itemId: item.id, ownerLinkId: link.id });
  const places = { own, joint, other, kabupaten, elsewhere, provinsi };
  return {
    former,
    meeting,
    item,
    escalated,
    escalationId,
    report,
    at: (place: keyof typeof places) => places[place].id,
  };
}

type World = Awaited<ReturnType<typeof world>>;
type Place = Parameters<World["at"]>[0];

/** Role, where it sits, whether it may read. */
const table: [Role, Place, boolean][] = [
  ["PUSKESMAS_ADMIN", "own", true],
  ["PUSKESMAS_HEAD", "own", true],
  ["PUSKESMAS_STAFF", "own", true],
  ["PUSKESMAS_READER", "own", true],
  ["PUSKESMAS_STAFF", "joint", true],
  ["PUSKESMAS_READER", "joint", true],
  ["PUSKESMAS_ADMIN", "other", false],
  ["PUSKESMAS_STAFF", "other", false],
  ["DINKES_ADMIN", "kabupaten", true],
  ["DINKES_REVIEWER", "kabupaten", true],
  ["DINKES_ADMIN", "provinsi", true],
  ["DINKES_REVIEWER", "provinsi", true],
  ["DINKES_ADMIN", "elsewhere", false],
  ["DINKES_REVIEWER", "elsewhere", false],
];

test.each(table)("%s of %s reads what it may see and nothing else", async (role, place, mayRead) => {
  const { meeting, item, escalated, escalationId, at } = await world();
  const actor = await makeActor(role, { organisationId: at(place) });
  const now = new Date();
  const count = mayRead ? 1 : 0;
  expect(await listCarriedItems(actor, meeting.id)).toHaveLength(2 * count);
  expect((await countCarriedItems(actor, meeting.id)).all).toBe(2 * count);
  expect((await listQuarterRows(actor, [item.id], now)).size).toBe(count);
  const filter = escalationFilterSchema.parse({ lingkup: "bawahan" });
  expect((await listEscalations(actor, filter, now)).escalations).toHaveLength(count);
  expect((await findEscalation(actor, escalationId, now))?.id).toBe(mayRead ? escalationId : undefined);
  expect(await listItemEscalations(actor, escalated.id)).toHaveLength(count);
  const isPuskesmas = role.startsWith("PUSKESMAS");
  // An office above is waited for once something was handed on to it.
  const isAsked = mayRead && place !== "provinsi";
  expect(await countWaitingEscalations(actor, now)).toEqual({ waiting: isAsked ? 1 : 0, overdue: 0 });
  expect(await listUnchecked(actor)).toHaveLength(isPuskesmas ? count : 0);
  await db.escalationAnswer.create({
    data: { id: randomUUID(), escalationId, outcome: "RECEIVED", text: "", answerer: "Dinkes" },
  });
  expect(await listEscalationNews(actor, now, 5)).toHaveLength(isPuskesmas ? count : 0);
});

test("being named as an organiser opens nothing: each finds and reviews the promises of its own meetings alone", async () => {
  const { former, meeting, item, escalated, at } = await world();
  const guest = await db.organisation.findUniqueOrThrow({ where: { id: at("joint") } });
  const before = { startsAt: new Date(Date.now() - 95 * day), createdAt: new Date(Date.now() - 99 * day) };
  const alone = await makeMeeting("CLOSED", { host: guest, ...before, secondReason: "uji" });
  const secret = await makeActionItem({ meetingId: alone.id, createdAt: new Date(Date.now() - 90 * day) });
  await makeProgressReport({ itemId: secret.id, note: "Rahasia" });
  const host = await makeActor("PUSKESMAS_STAFF", { organisationId: former.hostId });
  const owner = await makeActor("PUSKESMAS_STAFF", { organisationId: guest.id });
  const dinkes = await makeActor("DINKES_REVIEWER", { organisationId: at("kabupaten") });
  const idsOf = async (actor: Actor) => (await listCarriedItems(actor, meeting.id)).map((one) => one.item.id);
  const review = (actor: Actor, outcome: string, replaces = "") => {
    const form = { id: randomUUID(), outcome, replaces, percent: "60", reason: "Tidak perlu lagi" };
    return reviewCarriedItem(actor, meeting.id, secret.id, reviewSchema.parse(form));
  };

  const shared = [item.id, escalated.id].sort();
  expect((await idsOf(host)).sort()).toEqual(shared);
  expect(await countCarriedItems(host, meeting.id)).toEqual({ all: 2, unreviewed: 2 });
  for (const actor of [owner, dinkes]) expect((await idsOf(actor)).sort()).toEqual([secret.id, ...shared].sort());
  await expect(review(host, "CANCELLED")).rejects.toThrow(NotAllowed);
  expect(await db.itemReview.count()).toBe(0);

  // The approval waits for the rows of the host, whatever the others leave open.
  expect(await countUnreviewed(db, meeting.id)).toBe(2);
  expect(await review(owner, "IN_PROGRESS")).toMatchObject({ ok: true });
  expect(await countUnreviewed(db, meeting.id)).toBe(2);

  // What was said of it here stays readable here, and is nobody else's to change or to follow.
  const kept = await db.itemReview.findFirstOrThrow();
  await makeProgressReport({ itemId: secret.id, percent: 90, note: "Rahasia lagi" });
  expect((await listCarriedItems(host, meeting.id)).find((one) => one.item.id === secret.id)).toMatchObject({
    canOpen: false,
    review: { outcome: "IN_PROGRESS", percent: 60 },
    item: { percent: 60, lastNote: null, lastReporter: null },
  });
  await expect(review(host, "CANCELLED", kept.id)).rejects.toThrow(NotAllowed);
  await expect(undoReview(host, meeting.id, secret.id, kept.id)).rejects.toThrow(NotAllowed);
  expect(await db.itemReview.findMany()).toEqual([kept]);
});

test("addresses that are no ids find nothing", async () => {
  const { former } = await world();
  const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: former.hostId });
  expect(await findEscalation(actor, "1' OR true", new Date())).toBeNull();
  expect((await listQuarterRows(actor, ["x"], new Date())).size).toBe(0);
  await expect(withdrawEscalation(actor, "x")).rejects.toThrow(NotAllowed);
  await expect(undoReview(actor, former.id, "x", "y")).rejects.toThrow(NotAllowed);
});
