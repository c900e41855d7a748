import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { listAttendances } from "@/lib/attendance/reads";
import { countRoll } from "@/lib/attendance/rules";
import { markSchema, walkInSchema } from "@/lib/attendance/schema";
import { syncOperations } from "@/lib/attendance/sync";
import { addWalkIn, markInvitee, unmark } from "@/lib/attendance/writes";
import { db } from "@/lib/db";
import { inviteSeats } from "@/lib/invitations/writes";
import { moveMeeting } from "@/lib/meetings/writes";
import type { MeetingStatus } from "@/prisma/generated/client";
import { listSentences } from "@/tests/factories/events";
import { makeInvitation } from "@/tests/factories/invitations";
import { makeMeeting } from "@/tests/factories/meetings";
import { makePuskesmas } from "@/tests/factories/organisations";
import { makeHolder, makeSeat } from "@/tests/factories/seats";
import { makeActor } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";

async function running(status: MeetingStatus = "IN_PROGRESS") {
  const host = await makePuskesmas();
  const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  const meeting = await makeMeeting(status, { host });
  const invitation = await makeInvitation({
    meetingId: meeting.id,
    title: "Kepala Desa Kuala Sekampung",
    institution: "Desa Kuala Sekampung",
    holderName: "Hasanudin Uji",
  });
  return { host, actor, meeting, invitation };
}

const mark = (invitationId: string, fields: Record<string, string>) => markSchema.parse({ invitationId, ...fields });
const guest = (fields: Partial<Record<"id" | "name" | "title" | "institution" | "isAnother", string>> = {}) =>
  walkInSchema.parse({
    id: randomUUID(),
    name: "Ningsih",
    title: "Bidan",
    institution: "Puskesmas Katibung",
    ...fields,
  });

test("a delegate stands beside the principal and is not counted as the holder himself", async () => {
  const { actor, meeting, invitation } = await running();
  await markInvitee(
    actor,
    meeting.id,
    mark(invitation.id, { status: "REPRESENTED", delegateName: "Siti", delegateTitle: "Sekretaris Desa" }),
  );
  const roll = await listAttendances(actor, meeting.id);
  expect(roll).toMatchObject([
    {
      status: "REPRESENTED",
      name: "Siti",
      title: "Sekretaris Desa",
      institution: "Desa Kuala Sekampung",
      representedTitle: "Kepala Desa Kuala Sekampung",
    },
  ]);
  expect(countRoll(1, roll)).toEqual({ hadir: 0, diwakili: 1, away: 0, unmarked: 0, walkIns: 0 });
});

test("a delegate without name or post is asked for", () => {
  const parsed = markSchema.safeParse({ invitationId: randomUUID(), status: "REPRESENTED", delegateName: " " });
  expect(parsed.error?.issues.map((issue) => issue.message)).toEqual(["Isi nama wakil", "Isi jabatan wakil"]);
});

test("twenty officers marking one invitee at once make one row, and the last word stands", async () => {
  const { actor, meeting, invitation } = await running();
  await allEnded(
    Array.from({ length: 20 }, () => markInvitee(actor, meeting.id, mark(invitation.id, { status: "PRESENT" }))),
  );
  await markInvitee(actor, meeting.id, mark(invitation.id, { status: "SICK", note: "demam" }));
  expect(await db.attendance.findMany()).toMatchObject([{ status: "SICK", note: "demam", arrivedAt: null }]);
});

test("a guest is added once by a double click; a namesake is asked for, and is a second row", async () => {
  const { actor, meeting } = await running();
  const once = guest();
  const outcomes = await allEnded([addWalkIn(actor, meeting.id, once), addWalkIn(actor, meeting.id, once)]);
  expect(outcomes).toEqual([{ ok: true }, { ok: true }]);
  expect(await addWalkIn(actor, meeting.id, guest({ name: "ningsih ", title: "BIDAN" }))).toMatchObject({
    ok: false,
    field: "isAnother",
  });
  expect(await addWalkIn(actor, meeting.id, guest({ title: "Perawat" }))).toEqual({ ok: true });
  expect(await addWalkIn(actor, meeting.id, guest({ isAnother: "1" }))).toEqual({ ok: true });
  expect(await db.attendance.count()).toBe(3);
});

test("a guest cannot take an invitee's row", async () => {
  const { actor, meeting, invitation } = await running();
  const elsewhere = await running();
  for (const id of [invitation.id, elsewhere.invitation.id])
    expect(await addWalkIn(actor, meeting.id, guest({ id }))).toMatchObject({ ok: false });
  const device = { nonce: randomUUID(), deviceAt: new Date(), kind: "guest", id: invitation.id };
  const { name, title, institution } = guest();
  expect(await syncOperations(actor, meeting.id, [{ ...device, name, title, institution }])).toMatchObject([
    { state: "refused" },
  ]);
  expect(await markInvitee(actor, meeting.id, mark(invitation.id, { status: "PRESENT" }))).toEqual({ ok: true });
});

test("somebody present as invitee or delegate cannot be added as a guest", async () => {
  const { actor, meeting, invitation } = await running();
  await markInvitee(actor, meeting.id, mark(invitation.id, { status: "PRESENT" }));
  const twice = guest({
    name: "Hasanudin Uji",
    title: "Kepala Desa Kuala Sekampung",
    institution: "Desa Kuala Sekampung",
  });
  expect(await addWalkIn(actor, meeting.id, twice)).toMatchObject({ ok: false });
});

test.each(["SCHEDULED", "CLOSED"] as const)(
  "nothing is written on the roll of a meeting that is %s",
  async (status) => {
    const { actor, meeting, invitation } = await running(status);
    expect(await markInvitee(actor, meeting.id, mark(invitation.id, { status: "PRESENT" }))).toMatchObject({
      ok: false,
    });
    expect(await addWalkIn(actor, meeting.id, guest())).toMatchObject({ ok: false });
    expect(await unmark(actor, meeting.id, randomUUID())).toMatchObject({ ok: false });
    expect(await db.attendance.count()).toBe(0);
  },
);

test("closing waits for a mark that is on its way, and no mark slips in behind it", async () => {
  const { actor, meeting, invitation } = await running();
  // With somebody on it the roll is not left open for the approval.
  await addWalkIn(actor, meeting.id, guest());
  await allEnded([
    moveMeeting(actor, meeting.id, "close"),
    ...Array.from({ length: 8 }, () => markInvitee(actor, meeting.id, mark(invitation.id, { status: "PRESENT" }))),
  ]);
  const events = await db.event.findMany({ where: { meetingId: meeting.id }, orderBy: { id: "asc" } });
  expect(events.at(-1)?.action).toBe("meeting.closed");
});

test("a taken-back mark leaves the roll empty and a trace in the history", async () => {
  const { actor, meeting, invitation } = await running();
  await markInvitee(actor, meeting.id, mark(invitation.id, { status: "PRESENT" }));
  const [row] = await listAttendances(actor, meeting.id);
  await unmark(actor, meeting.id, row?.id ?? "");
  expect(await db.attendance.count()).toBe(0);
  expect(await listSentences()).toEqual([
    { says: "mencatat hadir: Kepala Desa Kuala Sekampung, Desa Kuala Sekampung", lines: [] },
    {
      says: "menghapus catatan hadir: Hasanudin Uji, Kepala Desa Kuala Sekampung, Desa Kuala Sekampung",
      lines: ["tadinya: Hadir"],
    },
  ]);
});

test("what an invitation said stays when the seat's holder changes", async () => {
  const { host, actor } = await running();
  const seat = await makeSeat({
    organisationId: host.id,
    title: "Camat",
    holder: { prefix: "PLT", name: "Pejabat Lama" },
  });
  const meeting = await makeMeeting("IN_PROGRESS", { host, secondReason: "uji" });
  await inviteSeats(actor, meeting.id, [seat.id]);
  await db.seatHolder.updateMany({ where: { seatId: seat.id }, data: { until: new Date() } });
  await makeHolder(seat, { name: "Pejabat Baru" });
  const invitation = await db.invitation.findFirstOrThrow({ where: { meetingId: meeting.id } });
  expect(invitation).toMatchObject({ holderPrefix: "PLT", holderName: "Pejabat Lama" });
  await markInvitee(actor, meeting.id, mark(invitation.id, { status: "PRESENT" }));
  expect(await db.attendance.findMany({ where: { meetingId: meeting.id } })).toMatchObject([{ name: "Pejabat Lama" }]);
  expect(await inviteSeats(actor, meeting.id, [seat.id])).toEqual({ ok: true, added: 0 });
});
