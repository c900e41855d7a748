import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { NotAllowed } from "@/lib/actor";
import { markInvitee, unmark } from "@/lib/attendance/writes";
import { db } from "@/lib/db";
import { removeDocument, storeDocument } from "@/lib/documents/writes";
import { addHolidays, removeHoliday } from "@/lib/holidays/writes";
import { withdrawInvitation } from "@/lib/invitations/withdraw";
import { recordAnswer } from "@/lib/invitations/writes";
import { deleteActionItem } from "@/lib/plan/writes";
import { addLicence, removeLicence } from "@/lib/staff/licences";
import { deleteOldUndoSteps } from "@/lib/undo/keep";
import { undo } from "@/lib/undo/perform";
import { makeActionItem } from "@/tests/factories/action-items";
import { listSentences } from "@/tests/factories/events";
import { phonePhoto } from "@/tests/factories/files";
import { makeInvitation } from "@/tests/factories/invitations";
import { makeMeeting } from "@/tests/factories/meetings";
import { makePuskesmas } from "@/tests/factories/organisations";
import { makeStaff } from "@/tests/factories/staff";
import { makeActor } from "@/tests/factories/users";

async function world(status: "SCHEDULED" | "IN_PROGRESS") {
  const host = await makePuskesmas();
  const staff = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  const meeting = await makeMeeting(status, { host });
  const { id } = await makeInvitation({ meetingId: meeting.id });
  return { host, staff, meeting, invitationId: id };
}

const plainMark = { delegateName: null, delegateTitle: null, delegateInstitution: null, note: null, person: null };

test("a mark, a changed mark and a removed one come back, each once", async () => {
  const { staff, meeting, invitationId } = await world("IN_PROGRESS");
  const mark = (status: "PRESENT" | "SICK", undoId: string) =>
    markInvitee(staff, meeting.id, { ...plainMark, invitationId, status, arrivedAt: null }, undoId);
  const statusNow = async () => (await db.attendance.findUnique({ where: { invitationId } }))?.status ?? null;
  const [first, second, third] = [randomUUID(), randomUUID(), randomUUID()];
  await mark("PRESENT", first);
  await mark("SICK", second);
  expect(await undo(staff, first)).toMatchObject({ ok: false, reason: expect.stringContaining("mengubahnya lagi") });
  expect(await undo(staff, second)).toEqual({ ok: true, words: "catatan kehadiran" });
  expect(await statusNow()).toBe("PRESENT");
  expect(await undo(staff, second)).toMatchObject({ ok: false });
  const row = await db.attendance.findUniqueOrThrow({ where: { invitationId } });
  await unmark(staff, meeting.id, row.id, third);
  expect(await statusNow()).toBeNull();
  expect(await undo(staff, third)).toMatchObject({ ok: true });
  expect(await db.attendance.findUniqueOrThrow({ where: { invitationId } })).toEqual({
    ...row,
    version: row.version + 1,
  });
  expect(await listSentences({ action: "meeting.action-undone", meetingId: meeting.id })).toMatchObject([
    { says: "mengurungkan: catatan kehadiran" },
    { says: "mengurungkan: catatan kehadiran" },
  ]);
});

test("a mark alone is taken back, and nobody else's", async () => {
  const { host, staff, meeting, invitationId } = await world("IN_PROGRESS");
  const undoId = randomUUID();
  await markInvitee(staff, meeting.id, { ...plainMark, invitationId, status: "PRESENT", arrivedAt: null }, undoId);
  const colleague = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  expect(await undo(colleague, undoId)).toMatchObject({ ok: false });
  expect(await undo(staff, undoId)).toMatchObject({ ok: true });
  expect(await db.attendance.count({ where: { meetingId: meeting.id } })).toBe(0);
});

test("a withdrawn invitation comes back with its answer and its link; a noted answer goes again", async () => {
  const { staff, meeting, invitationId } = await world("SCHEDULED");
  const [noted, withdrawn] = [randomUUID(), randomUUID()];
  await recordAnswer(staff, meeting.id, invitationId, { choice: "PRESENT" }, null, noted);
  const before = await db.invitation.findUniqueOrThrow({ where: { id: invitationId }, include: { answer: true } });
  await withdrawInvitation(staff, meeting.id, invitationId, withdrawn);
  expect(await db.invitation.count({ where: { id: invitationId } })).toBe(0);
  expect(await undo(staff, withdrawn)).toMatchObject({ ok: true });
  expect(await db.invitation.findUnique({ where: { id: invitationId }, include: { answer: true } })).toEqual(before);
  expect(await undo(staff, noted)).toMatchObject({ ok: true });
  expect(await db.answer.count({ where: { invitationId } })).toBe(0);
});

test("a deleted row of the plan and a photo with its bytes come back while the meeting takes them", async () => {
  const { staff, meeting } = await world("IN_PROGRESS");
  const item = await makeActionItem({ meetingId: meeting.id });
  const photo = { id: randomUUID() };
  await storeDocument(
    { actor: staff, meetingId: meeting.id },
    { ...photo, kind: "MEETING_PHOTO", name: "foto.jpg", bytes: await phonePhoto(40, 30) },
  );
  const contentOf = () => db.documentContent.findUnique({ where: { documentId: photo.id } });
  const bytes = await contentOf();
  const [ofItem, ofPhoto] = [randomUUID(), randomUUID()];
  await deleteActionItem(staff, meeting.id, item.id, ofItem);
  await removeDocument(staff, meeting.id, "MEETING_PHOTO", photo.id, ofPhoto);
  expect(await undo(staff, ofPhoto)).toMatchObject({ ok: true });
  expect(await contentOf()).toEqual(bytes);
  await db.meeting.update({ where: { id: meeting.id }, data: { status: "CLOSED", closedAt: new Date() } });
  expect(await undo(staff, ofItem)).toMatchObject({ ok: false });
  await db.meeting.update({ where: { id: meeting.id }, data: { status: "IN_PROGRESS", closedAt: null } });
  expect(await undo(staff, ofItem)).toMatchObject({ ok: true });
  expect((await db.actionItem.findUniqueOrThrow({ where: { id: item.id } })).activity).toBe(item.activity);
});

test("a holiday and a licence that were removed come back, to who removed them and may keep them still", async () => {
  const { host, staff } = await world("SCHEDULED");
  const [ofHoliday, ofLicence] = [randomUUID(), randomUUID()];
  await addHolidays(staff, [{ day: "2026-12-24", name: "Cuti bersama" }]);
  await removeHoliday(staff, "2026-12-24", ofHoliday);
  expect(await db.holiday.count()).toBe(0);
  expect(await undo(staff, ofHoliday)).toEqual({ ok: true, words: "hari libur Cuti bersama dihapus" });
  expect(await db.holiday.findMany({ select: { name: true } })).toEqual([{ name: "Cuti bersama" }]);
  const member = await makeStaff({ organisationId: host.id, name: "Rina" });
  const licence = { id: randomUUID(), kind: "STR", number: "STR-0001", expiresOn: null } as const;
  await addLicence(staff, member.id, licence);
  await removeLicence(staff, member.id, licence.id, ofLicence);
  await expect(undo({ ...staff, role: "PUSKESMAS_READER" }, ofLicence)).rejects.toThrow(NotAllowed);
  expect(await undo(staff, ofLicence)).toMatchObject({ ok: true });
  expect(await db.staffLicence.findMany({ select: { id: true, number: true } })).toEqual([
    { id: licence.id, number: licence.number },
  ]);
  expect(await listSentences({ action: "organisation.action-undone" })).toMatchObject([
    { says: "mengurungkan: hari libur Cuti bersama dihapus" },
    { says: "mengurungkan: STR Rina dihapus" },
  ]);
});

test("a licence does not come back whose number was given to somebody else since", async () => {
  const { host, staff } = await world("SCHEDULED");
  const [one, other] = [await makeStaff({ organisationId: host.id }), await makeStaff({ organisationId: host.id })];
  const licence = { kind: "STR", number: "STR-0002", expiresOn: null } as const;
  const [id, undoId] = [randomUUID(), randomUUID()];
  await addLicence(staff, one.id, { id, ...licence });
  await removeLicence(staff, one.id, id, undoId);
  await addLicence(staff, other.id, { id: randomUUID(), ...licence });
  expect(await undo(staff, undoId)).toMatchObject({ ok: false });
});

test("after an hour nothing is kept", async () => {
  const { staff, meeting, invitationId } = await world("SCHEDULED");
  const undoId = randomUUID();
  await withdrawInvitation(staff, meeting.id, invitationId, undoId);
  await deleteOldUndoSteps(new Date(Date.now() + 61 * 60_000));
  expect(await undo(staff, undoId)).toMatchObject({ ok: false });
  expect(await db.undoRow.count({ where: { stepId: undoId } })).toBe(0);
});
