// What is done with several ticked invitations at once.
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { markInvitee } from "@/lib/attendance/writes";
import { db } from "@/lib/db";
import { withdrawInvitations } from "@/lib/invitations/withdraw";
import { markSent } from "@/lib/messages/writes";
import { undo } from "@/lib/undo/perform";
import type { MeetingStatus } from "@/prisma/generated/enums";
import { listSentences } from "@/tests/factories/events";
import { makeAnswer, makeInvitation } from "@/tests/factories/invitations";
import { makeMeeting } from "@/tests/factories/meetings";
import { makePuskesmas } from "@/tests/factories/organisations";
import { makeActor } from "@/tests/factories/users";

async function invited(status: MeetingStatus, titles: readonly string[]) {
  const host = await makePuskesmas();
  const staff = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  const meeting = await makeMeeting(status, { host, sequence: 3 });
  const ids: string[] = [];
  for (const [index, title] of titles.entries())
    ids.push(
      (await makeInvitation({ meetingId: meeting.id, title, institution: "Sragi", protocolOrder: index + 1 })).id,
    );
  return { staff, meeting, ids };
}

const present = {
  ...({ status: "PRESENT", arrivedAt: null, note: null, person: null } as const),
  ...{ delegateName: null, delegateTitle: null, delegateInstitution: null },
} as const;

const left = async (meetingId: string) =>
  (await db.invitation.findMany({ where: { meetingId }, orderBy: { protocolOrder: "asc" } })).map(({ title }) => title);

test("ticked invitations are withdrawn at once but for those that somebody came by, and come back at once", async () => {
  const { staff, meeting, ids } = await invited("IN_PROGRESS", ["Camat", "Danramil", "Kapolsek", "Lurah"]);
  const [camat = "", danramil = "", kapolsek = ""] = ids;
  await makeAnswer({ invitationId: camat });
  await markInvitee(staff, meeting.id, { ...present, invitationId: danramil });
  const undoId = randomUUID();
  expect(await withdrawInvitations(staff, meeting.id, [camat, danramil, kapolsek], undoId)).toEqual({
    ok: true,
    withdrawn: 2,
    kept: ["Danramil, Sragi"],
  });
  expect(await left(meeting.id)).toEqual(["Danramil", "Lurah"]);
  expect(await listSentences({ action: "invitation.withdrawn" })).toMatchObject([
    { says: "membatalkan undangan: Camat, Sragi" },
    { says: "membatalkan undangan: Kapolsek, Sragi" },
  ]);
  expect(await undo(staff, undoId)).toEqual({ ok: true, words: "2 undangan dibatalkan" });
  expect(await left(meeting.id)).toEqual(["Camat", "Danramil", "Kapolsek", "Lurah"]);
  expect(await db.answer.count({ where: { invitationId: camat } })).toBe(1);
  expect(await withdrawInvitations(staff, meeting.id, [danramil])).toMatchObject({
    ok: false,
    reason: "Danramil, Sragi sudah tercatat kehadirannya; hapus dulu catatan kehadiran itu",
  });
});

test("ticked invitations are marked as sent where they were not yet, with what the officer saw, and taken back", async () => {
  const { staff, meeting, ids } = await invited("SCHEDULED", ["Camat", "Danramil", "Kapolsek"]);
  const [camat = "", danramil = "", kapolsek = ""] = ids;
  const sentBefore = new Date("2026-01-05T03:00:00Z");
  await db.invitation.update({ where: { id: camat }, data: { handedOutAt: sentBefore, toldSequence: 1 } });
  await db.invitation.update({ where: { id: kapolsek }, data: { holderLeftAt: new Date() } });
  const foreign = await invited("SCHEDULED", ["Camat lain"]);
  const undoId = randomUUID();
  const invitationIds = [...ids, ...foreign.ids];
  expect(await markSent(staff, { meetingId: meeting.id, invitationIds, shownSequence: 2 }, undoId)).toEqual({
    ok: true,
    marked: 1,
  });
  const stateOf = (id: string) =>
    db.invitation.findUniqueOrThrow({ where: { id }, select: { handedOutAt: true, toldSequence: true } });
  expect(await stateOf(camat)).toEqual({ handedOutAt: sentBefore, toldSequence: 1 });
  expect(await stateOf(danramil)).toEqual({ handedOutAt: expect.any(Date), toldSequence: 2 });
  expect((await stateOf(kapolsek)).handedOutAt).toBeNull();
  expect((await stateOf(foreign.ids[0] ?? "")).handedOutAt).toBeNull();
  expect(await undo(staff, undoId)).toEqual({ ok: true, words: "1 undangan ditandai terkirim" });
  expect(await stateOf(danramil)).toEqual({ handedOutAt: null, toldSequence: null });
  expect(await markSent(staff, { meetingId: meeting.id, invitationIds: [camat], shownSequence: 3 })).toEqual({
    ok: true,
    marked: 0,
  });
});
