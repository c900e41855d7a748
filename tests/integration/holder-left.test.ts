// An invitation's link ends with the holder it was sent to; staff invite the new one with a link of his own.
import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { answerInvitee } from "@/app/u/[token]/invitee";
import { type Actor, NotAllowed } from "@/lib/actor";
import { db } from "@/lib/db";
import { changeHolder, correctHolder, vacateSeat } from "@/lib/directory/holders";
import { holderSchema, newHolderSchema } from "@/lib/directory/schema";
import { listLinks } from "@/lib/invitations/reads";
import { renewInvitation } from "@/lib/invitations/renew";
import { withdrawInvitation } from "@/lib/invitations/withdraw";
import { recordAnswer } from "@/lib/invitations/writes";
import { findMeeting } from "@/lib/meetings/reads";
import { findSendList } from "@/lib/messages/send-list";
import { isContacted } from "@/lib/messages/sending";
import { newPerson } from "@/lib/persons/rules";
import { undo } from "@/lib/undo/perform";
import type { Meeting, MeetingStatus, Organisation, Seat, SeatHolder } from "@/prisma/generated/client";
import { listSentences } from "@/tests/factories/events";
import { makeInvitation } from "@/tests/factories/invitations";
import { makeMeeting } from "@/tests/factories/meetings";
import { makePuskesmas } from "@/tests/factories/organisations";
import { makeSeat } from "@/tests/factories/seats";
import { makeActor } from "@/tests/factories/users";

let host: Organisation;
let staff: Actor;
let camat: Seat & { holder: SeatHolder | null };

beforeEach(async () => {
  host = await makePuskesmas();
  staff = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  camat = await makeSeat({
    organisationId: host.id,
    title: "Camat",
    institution: "Kecamatan Uji",
    holder: { name: "Asep Uji" },
  });
});

async function invited(status: MeetingStatus, startsAt = new Date(Date.now() + 7 * 24 * 3_600_000)) {
  const meeting = await makeMeeting(status, { host, startsAt });
  const told = { handedOutAt: new Date(), toldSequence: 0 };
  return { meeting, ...(await makeInvitation({ meetingId: meeting.id, seat: camat, ...told })) };
}

const replace = () =>
  changeHolder(
    staff,
    camat.id,
    newHolderSchema.parse({
      ...{ holderId: randomUUID(), previousId: camat.holder?.id, name: "Budi Uji", phone: "084000000002" },
      person: newPerson,
    }),
  );

const openPage = async (token: string) =>
  (await answerInvitee({ method: "GET", path: `/u/${token}`, headers: {}, address: randomUUID(), body: "" })).status;

const answerBy = async (token: string) =>
  (
    await answerInvitee({
      ...{ method: "POST", path: `/u/${token}`, headers: {}, address: randomUUID() },
      body: "choice=PRESENT",
    })
  ).status;

async function rowOf({ id }: Meeting) {
  const meeting = await findMeeting(staff, id);
  if (!meeting) throw new Error("no meeting");
  const { rows } = await findSendList(staff, meeting, "INVITATION", new Date());
  const [row] = rows;
  if (!row) throw new Error("no row");
  return row;
}

test("the old holder's link neither shows nor answers; staff send the new holder his own", async () => {
  const { id, token, meeting } = await invited("SCHEDULED");
  expect(await answerBy(token)).toBe(303);
  expect(await replace()).toEqual({ ok: true });
  expect([await openPage(token), await answerBy(token)]).toEqual([404, 404]);
  const left = await rowOf(meeting);
  expect(left.invitation.holderName).toBe("Asep Uji");
  expect(left).toMatchObject({ isDone: false, whatsapp: null, message: { ok: false } });
  expect(isContacted(left.invitation)).toBe(false);
  expect((await listLinks(staff, meeting.id)).size).toBe(0);

  expect(await renewInvitation(staff, meeting.id, id)).toEqual({ ok: true });
  expect(await renewInvitation(staff, meeting.id, id)).toEqual({ ok: true });
  const renewed = await rowOf(meeting);
  expect(renewed.invitation).toMatchObject({
    holderName: "Budi Uji",
    phone: "6284000000002",
    answer: null,
    handedOutAt: null,
  });
  expect(renewed.message).toMatchObject({ ok: true, text: expect.stringContaining("Budi Uji") });
  const link = (await listLinks(staff, meeting.id)).get(id) ?? "";
  expect(link).not.toBe(token);
  expect([await openPage(token), await answerBy(link)]).toEqual([404, 303]);
  expect((await listSentences()).filter(({ says }) => says.includes("pejabat baru"))).toHaveLength(1);
});

test.each(["DRAFT", "POSTPONED", "IN_PROGRESS"] as const)(
  "it ends in a meeting that is %s, also when the seat falls vacant",
  async (status) => {
    const { id } = await invited(status);
    expect(await vacateSeat(staff, camat.id, camat.holder?.id ?? "")).toEqual({ ok: true });
    expect((await db.invitation.findUniqueOrThrow({ where: { id } })).holderLeftAt).not.toBeNull();
  },
);

test("a closed meeting's link, one of a day before the new term, and a corrected name stay", async () => {
  const closed = await invited("CLOSED");
  const past = await invited("IN_PROGRESS", new Date("2022-09-22T02:00:00Z"));
  expect(await replace()).toEqual({ ok: true });
  expect([await openPage(closed.token), await openPage(past.token)]).toEqual([200, 200]);
  const open = await invited("SCHEDULED", new Date(Date.now() + 120 * 24 * 3_600_000));
  const holder = await db.seatHolder.findFirstOrThrow({ where: { seatId: camat.id, until: null } });
  expect(await correctHolder(staff, camat.id, holder.id, holderSchema.parse({ name: "Budi Uji, S.Sos" }))).toEqual({
    ok: true,
  });
  expect(await openPage(open.token)).toBe(200);
});

test("nobody renews what is not his, nor one whose holder is still there", async () => {
  const { id, token, meeting } = await invited("SCHEDULED");
  expect(await renewInvitation(staff, meeting.id, id)).toEqual({ ok: true });
  expect(await openPage(token)).toBe(200);
  await replace();
  await expect(renewInvitation(await makeActor("PUSKESMAS_STAFF"), meeting.id, id)).rejects.toThrow(NotAllowed);
  await expect(
    renewInvitation(await makeActor("PUSKESMAS_READER", { organisationId: host.id }), meeting.id, id),
  ).rejects.toThrow(NotAllowed);
  expect(await recordAnswer(staff, meeting.id, id, { choice: "PRESENT" })).toEqual({ ok: true });
});

test("an invitation withdrawn before its holder left does not come back with his link", async () => {
  const { meeting, id, token } = await invited("SCHEDULED");
  const [kept, dropped] = [randomUUID(), randomUUID()];
  expect(await withdrawInvitation(staff, meeting.id, id, kept)).toMatchObject({ ok: true });
  expect(await undo(staff, kept)).toMatchObject({ ok: true });
  expect(await openPage(token)).toBe(200);
  expect(await withdrawInvitation(staff, meeting.id, id, dropped)).toMatchObject({ ok: true });
  expect(await replace()).toMatchObject({ ok: true });
  expect(await undo(staff, dropped)).toMatchObject({ ok: false });
  expect(await openPage(token)).toBe(404);
});
