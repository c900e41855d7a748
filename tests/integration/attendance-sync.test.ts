// What a device sends after it was offline: once only, in order, and never over somebody else's mark unseen.

import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { expect, test } from "vitest";
import { NotAllowed } from "@/lib/actor";
import { findRoll } from "@/lib/attendance/reads";
import { markSchema } from "@/lib/attendance/schema";
import { syncOperations } from "@/lib/attendance/sync";
import { markInvitee } from "@/lib/attendance/writes";
import { db } from "@/lib/db";
import { moveMeeting } from "@/lib/meetings/writes";
import type { AttendanceStatus } from "@/prisma/generated/enums";
import { listSentences } from "@/tests/factories/events";
import { documentRow } from "@/tests/factories/evidence";
import { makeInvitation } from "@/tests/factories/invitations";
import { makeMeeting } from "@/tests/factories/meetings";
import { makePuskesmas } from "@/tests/factories/organisations";
import { makeActor } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";

async function running(invitees = 1) {
  const host = await makePuskesmas();
  const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  const meeting = await makeMeeting("IN_PROGRESS", { host });
  const invitations = [];
  for (let count = 0; count < invitees; count += 1) invitations.push(await makeInvitation({ meetingId: meeting.id }));
  const [invitation] = invitations;
  if (!invitation) throw new Error("no invitation");
  return { host, actor, meeting, invitation, invitations };
}

const present = (invitationId: string) => ({
  invitationId,
  status: "PRESENT" as AttendanceStatus,
  delegateName: null as string | null,
  delegateTitle: null as string | null,
  delegateInstitution: null,
  note: null as string | null,
  person: null as string | null,
  arrivedAt: null,
});
const now = () => new Date().toISOString();
const markOf = (invitationId: string, more: Record<string, unknown> = {}) => ({
  kind: "mark",
  nonce: randomUUID(),
  deviceAt: now(),
  arrivedAt: now(),
  seen: null,
  invitationId,
  status: "PRESENT",
  ...more,
});

test("the same batch sent again, and twice at once, writes each mark once and answers the same", async () => {
  const { actor, meeting, invitations } = await running(5);
  const guest = {
    kind: "guest",
    nonce: randomUUID(),
    deviceAt: now(),
    id: randomUUID(),
    name: "Tamu",
    title: "Bidan",
    institution: "Katibung",
  };
  const batch = [...invitations.map((invitation) => markOf(invitation.id)), guest];
  const [first, second] = await allEnded([
    syncOperations(actor, meeting.id, batch),
    syncOperations(actor, meeting.id, batch),
  ]);
  const third = await syncOperations(actor, meeting.id, batch);
  expect(first.map((result) => result.state)).toEqual(Array(6).fill("done"));
  expect(second).toEqual(first);
  expect(third).toEqual(first);
  expect(await db.attendance.count()).toBe(6);
  expect(await db.event.count()).toBe(6);
});

test("a row somebody else changed meanwhile comes back as a conflict and stays as it was", async () => {
  const { host, actor, meeting, invitation } = await running();
  const other = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  await markInvitee(other, meeting.id, markSchema.parse({ invitationId: invitation.id, status: "SICK" }));
  const [result] = await syncOperations(actor, meeting.id, [markOf(invitation.id)]);
  expect(result).toMatchObject({ state: "conflict", row: { status: "SICK", version: 0 } });
  expect(await db.attendance.findFirst()).toMatchObject({ status: "SICK" });
  const [decided] = await syncOperations(actor, meeting.id, [markOf(invitation.id, { seen: 0 })]);
  expect(decided).toMatchObject({ state: "done", row: { status: "PRESENT", version: 1 } });
});

test("two officers who say the same have no conflict", async () => {
  const { host, actor, meeting, invitation } = await running();
  const other = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  await syncOperations(other, meeting.id, [markOf(invitation.id)]);
  expect(await syncOperations(actor, meeting.id, [markOf(invitation.id)])).toMatchObject([{ state: "done" }]);
});

test("what one officer made and a colleague sends is the colleague's mark, and the history names both", async () => {
  const { host, actor, meeting, invitation } = await running();
  const other = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  const stranger = await makeActor("PUSKESMAS_STAFF");
  await syncOperations(actor, meeting.id, [markOf(invitation.id, { madeBy: other.userId })]);
  expect(await db.attendance.findFirst()).toMatchObject({ markedById: actor.userId });
  await syncOperations(actor, meeting.id, [markOf(invitation.id, { seen: 0, madeBy: stranger.userId })]);
  expect((await listSentences({ actor: actor.name })).map(({ lines }) => lines)).toEqual([
    [`dicatat di perangkat oleh: ${other.name}`],
    [],
  ]);
});

test("marks that come after the meeting was closed are refused, kept by the device, and taken once it is open again", async () => {
  const { actor, meeting, invitation } = await running();
  // Without anybody present the roll stays open: the approval needs it.
  const other = await makeInvitation({ meetingId: meeting.id });
  await syncOperations(actor, meeting.id, [markOf(other.id)]);
  await moveMeeting(actor, meeting.id, "close");
  const batch = [markOf(invitation.id)];
  expect(await syncOperations(actor, meeting.id, batch)).toMatchObject([
    { state: "refused", reason: expect.stringContaining("buka kembali") },
  ]);
  await moveMeeting(actor, meeting.id, "reopen", "menunggu data dari HP");
  expect(await syncOperations(actor, meeting.id, batch)).toMatchObject([{ state: "done" }]);
});

test("a signature is kept as a small clean picture; what is no picture is refused", async () => {
  const { actor, meeting, invitation } = await running();
  const png = await sharp({ create: { width: 800, height: 300, channels: 4, background: "#0000" } })
    .png()
    .toBuffer();
  const sign = (text: string) => ({
    kind: "sign",
    nonce: randomUUID(),
    deviceAt: now(),
    attendanceId: invitation.id,
    png: text,
  });
  await syncOperations(actor, meeting.id, [markOf(invitation.id)]);
  expect(await syncOperations(actor, meeting.id, [sign(png.toString("base64"))])).toMatchObject([
    { state: "done", row: { isSigned: true } },
  ]);
  expect(await db.document.findMany({ include: { content: true } })).toMatchObject([
    { kind: "SIGNATURE", mimeType: "image/png" },
  ]);
  expect(
    await syncOperations(actor, meeting.id, [sign(Buffer.from("MZ not a picture").toString("base64"))]),
  ).toMatchObject([{ state: "refused" }]);
  await syncOperations(actor, meeting.id, [sign(png.toString("base64"))]);
  expect(await db.document.count()).toBe(1);
  // A note about the same person leaves it, another person or nobody does not take it over.
  const again = (changes: object) => markInvitee(actor, meeting.id, { ...present(invitation.id), ...changes });
  await again({ note: "terlambat" });
  expect(await db.document.count()).toBe(1);
  await again({ status: "REPRESENTED", delegateName: "Wakil Uji", delegateTitle: "Kaur" });
  expect(await db.document.count()).toBe(0);
});

test("a mark of somebody absent shows no signature of who was there", async () => {
  const { actor, meeting, invitation } = await running();
  await markInvitee(actor, meeting.id, present(invitation.id));
  await db.document.create({ data: documentRow({ kind: "SIGNATURE", attendanceId: invitation.id }) });
  await markInvitee(actor, meeting.id, { ...present(invitation.id), status: "SICK" });
  expect((await findRoll(actor, meeting.id)).rows).toMatchObject([{ status: "SICK", isSigned: false }]);
});

test("what cannot be read is refused by itself; the others of the batch are written", async () => {
  const { actor, meeting, invitation } = await running();
  const results = await syncOperations(actor, meeting.id, [
    null,
    { kind: "mark" },
    markOf(invitation.id, { status: "REPRESENTED" }),
    markOf(randomUUID()),
    markOf(invitation.id, { arrivedAt: "+200000-01-01T00:00:00.000Z" }),
    markOf(invitation.id),
  ]);
  expect(results.map((result) => result.state)).toEqual([...Array(5).fill("refused"), "done"]);
});

test("nobody else's device may write; a colleague who sends the same again on a shared device gets the same answer", async () => {
  const { host, actor, meeting, invitation } = await running();
  const stranger = await makeActor("PUSKESMAS_STAFF");
  const reader = await makeActor("PUSKESMAS_READER", { organisationId: host.id });
  for (const nobody of [stranger, reader]) {
    await expect(syncOperations(nobody, meeting.id, [markOf(invitation.id)])).rejects.toThrow(NotAllowed);
  }
  const batch = [markOf(invitation.id)];
  const first = await syncOperations(actor, meeting.id, batch);
  const colleague = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  expect(await syncOperations(colleague, meeting.id, batch)).toEqual(first);
  const another = await makeMeeting("IN_PROGRESS", { host, kind: "KALAKARYA" });
  expect(await syncOperations(colleague, another.id, batch)).toMatchObject([{ state: "refused" }]);
  expect(await db.attendance.count()).toBe(1);
});

test("two Kader of one name: the second is asked for, and written once somebody says it is another person", async () => {
  const { actor, meeting } = await running();
  const kader = () => ({
    kind: "guest",
    nonce: randomUUID(),
    deviceAt: now(),
    id: randomUUID(),
    name: "Siti Aminah",
    title: "Kader",
    institution: "Desa Baktirasa",
  });
  const [first, second] = [kader(), kader()];
  expect(await syncOperations(actor, meeting.id, [first, second])).toMatchObject([
    { state: "done", row: { id: first.id } },
    { state: "refused", reason: expect.stringContaining("orang lain") },
  ]);
  const again = { ...second, isAnother: true };
  for (const _time of [1, 2])
    expect(await syncOperations(actor, meeting.id, [again])).toMatchObject([{ state: "done", row: { id: second.id } }]);
  expect(await db.attendance.count()).toBe(2);
});
