// After a restore without its secret the links that were handed out stay open, and staff can hand out new ones.
import { expect, test, vi } from "vitest";
import { findFeeds } from "@/lib/calendar/reads";
import { renewFeed } from "@/lib/calendar/writes";
import { db } from "@/lib/db";
import { followUpSchema } from "@/lib/follow-up/schema";
import { isInvited } from "@/lib/invitations/invitee";
import { replaceLostLinks } from "@/lib/invitations/lost-links";
import { listLinks } from "@/lib/invitations/reads";
import { findMeeting } from "@/lib/meetings/reads";
import { composeExample } from "@/lib/messages/example";
import { findSendList } from "@/lib/messages/send-list";
import { ownerRefOf } from "@/lib/owner-links/rules";
import { findOwnerSendList, listOwnersWithoutLink } from "@/lib/owner-links/send-list";
import { issueOwnerLinks } from "@/lib/owner-links/writes";
import { spendCode } from "@/lib/second-factor/spend";
import { hashToken, openToken } from "@/lib/secrets";
import { giveStaffLink } from "@/lib/staff/links";
import { findStaff } from "@/lib/staff/reads";
import { dayToDate } from "@/lib/time";
import { makeActionItem } from "@/tests/factories/action-items";
import { makeInvitation } from "@/tests/factories/invitations";
import { makeMeeting } from "@/tests/factories/meetings";
import { makePuskesmas } from "@/tests/factories/organisations";
import { makeSeat } from "@/tests/factories/seats";
import { makeApp } from "@/tests/factories/second-factor";
import { inSession } from "@/tests/factories/sessions";
import { makeStaff } from "@/tests/factories/staff";
import { makeActor } from "@/tests/factories/users";

test("with the secret of before everything is sealed anew, also where it was stopped midway; a lost one changes nothing", async () => {
  const { puskesmas, actor } = await office();
  const { id } = await makeMeeting("SCHEDULED", { host: puskesmas });
  const first = await makeInvitation({ meetingId: id });
  await renewFeed(await inSession(actor), "saya");
  const app = await makeApp({ id: actor.userId });
  const staff = await makeStaff({ organisationId: puskesmas.id });
  await giveStaffLink(actor, staff.id);
  const before = process.env.LOKMIN_SECRET ?? "";
  vi.stubEnv("LOKMIN_SECRET", "rahasia-baru-yang-cukup-panjang-0123");
  vi.resetModules();
  const { resealAll } = await import("@/lib/installation/reseal");
  const secrets = await import("@/lib/secrets");
  const later = await makeInvitation({ meetingId: id });
  const tokenSealed = secrets.sealToken(later.token);
  await db.invitation.update({ where: { id: later.id }, data: { tokenSealed } });
  expect(await resealAll("rahasia-yang-salah-dan-panjang-01234")).toBe(0);
  expect(await resealAll(before)).toBe(4);
  expect(await resealAll(before)).toBe(0);
  const sealed = async (id: string) => (await db.invitation.findUniqueOrThrow({ where: { id } })).tokenSealed;
  expect(secrets.openToken(await sealed(first.id))).toBe(first.token);
  expect(await sealed(later.id)).toBe(tokenSealed);
  const { sealedSecret } = await db.authenticatorApp.findFirstOrThrow();
  expect(secrets.openToken(sealedSecret)).toBe(app);
  expect(() => openToken(sealedSecret)).toThrow();
  vi.unstubAllEnvs();
});

test("no column with something sealed is forgotten when a new secret is taken", async () => {
  const { sealedColumns } = await import("@/lib/installation/reseal");
  const columns = await db.$queryRaw<{ table: string; column: string }[]>`
    SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
    WHERE table_schema = current_schema() AND column_name ~ '[Ss]ealed' ORDER BY 1`;
  // A waiting form is sealed with its browser's own token.
  const own = columns.filter(({ table }) => table !== "WaitingForm").map(({ table, column }) => `${table}.${column}`);
  expect(own.sort()).toEqual(sealedColumns.map((names) => names.join(".")).sort());
});

const foreign = "bukan-dari-kunci-ini";

async function office() {
  const puskesmas = await makePuskesmas();
  const actor = await makeActor("PUSKESMAS_ADMIN", { organisationId: puskesmas.id });
  return { puskesmas, actor };
}

test("invitations open as before, are not sent without a link, and get new links where staff ask for them", async () => {
  const { puskesmas, actor } = await office();
  const { id } = await makeMeeting("SCHEDULED", { host: puskesmas });
  const unsent = await makeInvitation({ meetingId: id });
  const sent = await makeInvitation({ meetingId: id, handedOutAt: new Date(), toldSequence: 0 });
  await db.invitation.updateMany({ where: { meetingId: id }, data: { tokenSealed: foreign } });
  const meeting = await findMeeting(actor, id);
  if (!meeting) throw new Error("no meeting");
  const { rows, done } = await findSendList(actor, meeting, "INVITATION", new Date());
  expect(rows).toHaveLength(2);
  expect(done).toBe(1);
  for (const { message } of rows)
    expect(message).toMatchObject({ ok: false, reason: expect.stringMatching(/tetap terbuka.+Buat tautan baru/) });
  expect(await isInvited(hashToken(sent.token))).toBe(true);
  expect((await composeExample(actor, "INVITATION", "{tautan}", unsent.id)).ok).toBe(true);

  expect(await replaceLostLinks(actor, id, "unsent")).toEqual({ ok: true, replaced: 1 });
  const links = await listLinks(actor, id);
  expect(links.get(sent.id)).toBeNull();
  expect(await isInvited(hashToken(links.get(unsent.id) ?? ""))).toBe(true);
  expect(await isInvited(hashToken(unsent.token))).toBe(false);
  expect(await isInvited(hashToken(sent.token))).toBe(true);

  expect(await replaceLostLinks(actor, id, "all")).toEqual({ ok: true, replaced: 1 });
  expect(await replaceLostLinks(actor, id, "all")).toEqual({ ok: true, replaced: 0 });
  expect(await db.invitation.findUnique({ where: { id: sent.id } })).toMatchObject({ handedOutAt: null });
  expect(await isInvited(hashToken(sent.token))).toBe(false);
});

test("owners of plan rows count as without a link, and a new one ends the old", async () => {
  const { puskesmas, actor } = await office();
  const { id: meetingId } = await makeMeeting("CLOSED", { host: puskesmas });
  const seat = await makeSeat({ organisationId: puskesmas.id });
  const item = await makeActionItem({ meetingId, responsibleSeatId: seat.id, deadline: dayToDate("2026-01-02") });
  const ref = ownerRefOf(item);
  const filter = followUpSchema.parse({ status: "terlambat" });
  const look = () => findOwnerSendList(actor, filter, new Date("2026-02-01T00:00:00Z"));
  await issueOwnerLinks(actor, [ref]);
  expect(await look()).toMatchObject({ withoutLink: 0, rows: [{ address: expect.stringContaining("/t/") }] });
  await db.ownerLink.updateMany({ data: { tokenSealed: foreign } });
  expect(await look()).toMatchObject({ withoutLink: 1, rows: [{ address: null, message: null }] });
  await issueOwnerLinks(actor, await listOwnersWithoutLink(actor, filter, new Date("2026-02-01T00:00:00Z")));
  expect(await look()).toMatchObject({ withoutLink: 0, rows: [{ address: expect.stringContaining("/t/") }] });
  expect(await db.ownerLink.count({ where: { revokedAt: null } })).toBe(1);
});

test("calendars and staff files offer a new address, and an authenticator app says what helps instead", async () => {
  const { puskesmas, actor } = await office();
  await renewFeed(await inSession(actor), "saya");
  await db.calendarFeed.updateMany({ data: { tokenSealed: foreign } });
  expect(await findFeeds(actor)).toMatchObject({ ofUser: null });
  const staff = await makeStaff({ organisationId: puskesmas.id });
  await giveStaffLink(actor, staff.id);
  expect(await findStaff(actor, staff.id)).toMatchObject({ link: expect.stringContaining("/d/") });
  await db.staffMember.updateMany({ data: { tokenSealed: foreign } });
  expect(await findStaff(actor, staff.id)).toMatchObject({ link: null });

  await makeApp({ id: actor.userId });
  await db.authenticatorApp.updateMany({ data: { sealedSecret: foreign } });
  const outcome = await spendCode(actor, "123456");
  expect(outcome).toMatchObject({ ok: false, reason: expect.stringMatching(/tidak berlaku lagi.+kode pemulihan/) });
});
