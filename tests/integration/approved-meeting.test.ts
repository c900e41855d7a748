// What the kepala approved stays as it is: every write on a meeting, against an approved one.
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { checkIn } from "@/lib/attendance/check-in";
import { syncOperations } from "@/lib/attendance/sync";
import { addWalkIn, confirm, enterPaper, markInvitee, unmark } from "@/lib/attendance/writes";
import { db, pool } from "@/lib/db";
import { captionPhoto } from "@/lib/documents/photos";
import type { UploadedKind } from "@/lib/documents/rules";
import { removeDocument, storeDocument } from "@/lib/documents/writes";
import { tickEvidence, untickEvidence } from "@/lib/evidence/writes";
import { reviewSchema } from "@/lib/follow-up/review-schema";
import { reviewCarriedItem, undoReview } from "@/lib/follow-up/review-writes";
import { inviteSeats, recordAnswer, withdrawInvitation } from "@/lib/invitations/writes";
import { tickExpectations } from "@/lib/meeting-types/expectations";
import { meetingSchema } from "@/lib/meetings/schema";
import { editMeeting, moveMeeting } from "@/lib/meetings/writes";
import { noteEditSchema, noteSchema } from "@/lib/minutes/schema";
import { syncNotes } from "@/lib/minutes/sync";
import { addNote, deleteNote, editNote, moveNote } from "@/lib/minutes/writes";
import { actionItemSchema } from "@/lib/plan/schema";
import { addActionItem, deleteActionItem, editActionItem } from "@/lib/plan/writes";
import { decideTie, removeScorer, saveScores } from "@/lib/problems/scoring";
import { addProblem, deleteProblem, editProblem } from "@/lib/problems/writes";
import { progressSchema } from "@/lib/progress/schema";
import { reportProgress } from "@/lib/progress/writes";
import { hashToken } from "@/lib/secrets";
import { makeActionItem, makeReview } from "@/tests/factories/action-items";
import { makeAttendance } from "@/tests/factories/attendance";
import { approvalRow, documentRow, makeEvidence } from "@/tests/factories/evidence";
import { phonePhoto, smallPdf } from "@/tests/factories/files";
import { makeInvitation } from "@/tests/factories/invitations";
import { makeMeeting } from "@/tests/factories/meetings";
import { makePuskesmas } from "@/tests/factories/organisations";
import { makeProblem } from "@/tests/factories/problems";
import { makeSeat } from "@/tests/factories/seats";
import { makeActor } from "@/tests/factories/users";

/** A closed meeting with everything there is to change. */
async function world({ isApproved }: { isApproved: boolean }) {
  const host = await makePuskesmas();
  const actor = await makeActor("PUSKESMAS_HEAD", { organisationId: host.id });
  const meeting = await makeMeeting("CLOSED", { host, endsAt: null, agenda: ["Pembukaan"] });
  const meetingId = meeting.id;
  await makeEvidence(meeting);
  const invitation = await makeInvitation({ meetingId });
  const attendance = await makeAttendance({ meetingId, source: "CODE" });
  const item = await db.actionItem.findFirstOrThrow({ where: { meetingId } });
  const problems = [
    await makeProblem({ meetingId, puskesmasId: host.id, scores: { Ratna: [3, 3, 3] } }),
    await makeProblem({ meetingId, puskesmasId: host.id, scores: { Ratna: [3, 3, 3] } }),
  ] as const;
  const files = new Map<UploadedKind, string>();
  for (const kind of ["MEETING_PHOTO", "ATTENDANCE_SCAN", "DELEGATION_LETTER"] as const) {
    const owner = kind === "DELEGATION_LETTER" ? { invitationId: invitation.id } : { meetingId };
    const row = documentRow({ ...owner, kind });
    await db.document.create({ data: row });
    files.set(kind, row.id);
  }
  await db.meetingEvidence.create({ data: { meetingId, key: "umpan-balik", note: "Map", tickedBy: "x" } });
  const seat = await makeSeat({ organisationId: host.id });
  const note = await db.note.findFirstOrThrow({ where: { meetingId } });
  const before = await makeMeeting("CLOSED", { host, startsAt: new Date(Date.now() - 9e9), secondReason: "Uji" });
  const carried = await makeActionItem({ meetingId: before.id, createdAt: new Date(Date.now() - 9e9) });
  const reviewed = await makeActionItem({ meetingId: before.id, createdAt: new Date(Date.now() - 9e9) });
  const review = await makeReview({ itemId: reviewed.id, meetingId, outcome: "IN_PROGRESS" });
  await db.meetingExpectation.create({ data: { meetingId, side: "INPUT", position: 1, text: "PWS" } });
  if (isApproved) await db.approval.create({ data: approvalRow({ meetingId }) });
  return {
    ...{ actor, meeting, meetingId, invitation, attendance, item, problems, files, seat },
    ...{ note, carried, reviewed, review },
  };
}

type It = Awaited<ReturnType<typeof world>>;

const mark = {
  status: "EXCUSED",
  delegateName: null,
  delegateTitle: null,
  delegateInstitution: null,
  note: null,
  arrivedAt: null,
} as const;
const guest = { name: "Tamu", title: "Staf", institution: "Katibung" };

const item = (id: string) =>
  actionItemSchema.parse({
    id,
    activity: "Diubah setelah disahkan",
    responsibleInstitution: "Desa",
    deadline: "2030-01-01",
    priority: "MEDIUM",
  });
const send = ({ meetingId, actor }: It, kind: UploadedKind, invitationId?: string) =>
  storeDocument(
    { actor, meetingId, ...(invitationId ? { invitationId } : {}) },
    { id: randomUUID(), kind, name: "x.pdf", bytes: smallPdf },
  );
const offline = (it: It, operation: object) =>
  syncOperations(it.actor, it.meetingId, [{ nonce: randomUUID(), deviceAt: new Date(), ...operation }]);

const writes: Record<string, (it: It, actor: Actor, id: string) => Promise<unknown>> = {
  "open the meeting again": (_, actor, id) => moveMeeting(actor, id, "reopen", "salah tulis"),
  "change the meeting": ({ meeting }, actor, id) =>
    editMeeting(actor, {
      ...meetingSchema.parse({ id, kind: meeting.kind, date: "2026-11-02", startTime: "10:00", place: "Balai desa" }),
      version: meeting.version,
    }),
  "cancel it": (_, actor, id) => moveMeeting(actor, id, "cancel", "hujan"),
  "invite somebody": ({ seat }, actor, id) => inviteSeats(actor, id, [seat.id]),
  "withdraw an invitation": ({ invitation }, actor, id) => withdrawInvitation(actor, id, invitation.id),
  "record an answer": ({ invitation }, actor, id) => recordAnswer(actor, id, invitation.id, { choice: "PRESENT" }),
  "mark an invitee": ({ invitation }, actor, id) => markInvitee(actor, id, { ...mark, invitationId: invitation.id }),
  "add a guest": (_, actor, id) => addWalkIn(actor, id, { ...guest, id: randomUUID(), isAnother: false }),
  "take a mark away": ({ attendance }, actor, id) => unmark(actor, id, attendance.id),
  "confirm a mark": ({ attendance }, actor, id) => confirm(actor, id, attendance.id),
  "enter the paper list": ({ invitation }, actor, id) =>
    enterPaper(actor, id, [{ ...mark, invitationId: invitation.id }]),
  "send a mark that waited on a device": (it) => offline(it, { kind: "guest", id: randomUUID(), ...guest }),
  "check in by code": (_, _actor, id) => checkIn(id, { kind: "guest", id: randomUUID(), ...guest }),
  "add a photo": async ({ actor, meetingId }) =>
    storeDocument(
      { actor, meetingId },
      { id: randomUUID(), kind: "MEETING_PHOTO", name: "x.jpg", bytes: await phonePhoto(40, 30) },
    ),
  "add a scan of the roll": (it) => send(it, "ATTENDANCE_SCAN"),
  "add a letter of delegation": (it) => send(it, "DELEGATION_LETTER", it.invitation.id),
  "send a letter through the link": ({ invitation: { token } }) =>
    storeDocument(
      { tokenHash: hashToken(token) },
      { id: randomUUID(), kind: "DELEGATION_LETTER", name: "x.pdf", bytes: smallPdf },
    ),
  "remove a photo": ({ files }, actor, id) =>
    removeDocument(actor, id, "MEETING_PHOTO", files.get("MEETING_PHOTO") ?? ""),
  "remove a scan": ({ files }, actor, id) =>
    removeDocument(actor, id, "ATTENDANCE_SCAN", files.get("ATTENDANCE_SCAN") ?? ""),
  "remove a letter": ({ files }, actor, id) =>
    removeDocument(actor, id, "DELEGATION_LETTER", files.get("DELEGATION_LETTER") ?? ""),
  "caption a photo": ({ files }, actor, id) => captionPhoto(actor, id, files.get("MEETING_PHOTO") ?? "", "Lain"),
  "add a row of the plan": (_, actor, id) => addActionItem(actor, id, item(randomUUID())),
  "change a row": (it, actor, id) => editActionItem(actor, id, { ...item(it.item.id), version: it.item.version }),
  "delete a row": (it, actor, id) => deleteActionItem(actor, id, it.item.id),
  "add a problem": (_, actor, id) => addProblem(actor, id, { id: randomUUID(), statement: "Baru" }),
  "change a problem": ({ problems: [first] }, actor, id) =>
    editProblem(actor, id, { id: first.id, statement: "Lain", version: first.version }),
  "delete a problem": ({ problems: [first] }, actor, id) => deleteProblem(actor, id, first.id),
  "score problems": ({ problems: [first] }, actor, id) =>
    saveScores(actor, id, {
      person: "saya",
      id: randomUUID(),
      name: null,
      same: null,
      nilai: [{ problemId: first.id, urgency: 5, seriousness: 5, growth: 5 }],
    }),
  "remove a scorer": async (_, actor, id) =>
    removeScorer(actor, id, (await db.scorer.findFirstOrThrow({ where: { meetingId: id } })).id),
  "decide a tie": ({ problems: [first, second] }, actor, id) =>
    decideTie(actor, id, { order: [first.id, second.id], move: `turun:${first.id}`, note: "Forum" }),
  "write a line of the minutes": (_, actor, id) =>
    addNote(actor, id, noteSchema.parse({ id: randomUUID(), section: "OBSTACLES", text: "Baru" })),
  "change a line": ({ note }, actor, id) =>
    editNote(actor, id, note.id, noteEditSchema.parse({ text: "Lain", version: note.version })),
  "move a line": ({ note }, actor, id) => moveNote(actor, id, note.id, { section: "OTHER" }),
  "delete a line": ({ note }, actor, id) => deleteNote(actor, id, note.id, note.version),
  "send a line that waited on a device": (it) =>
    syncNotes(it.actor, it.meetingId, [
      { kind: "write", id: randomUUID(), base: null, place: { section: "OBSTACLES" }, text: "Baru" },
    ]),
  "give a carried-over row its status": ({ carried }, actor, id) =>
    reviewCarriedItem(actor, id, carried.id, reviewSchema.parse({ id: randomUUID(), outcome: "DONE" })),
  "take a status back": ({ reviewed, review }, actor, id) => undoReview(actor, id, reviewed.id, review.id),
  "tick what was expected": (_, actor, id) =>
    tickExpectations(actor, id, {
      rows: [{ side: "INPUT", position: 1, text: "PWS", wasNote: null, isMet: true, wasMet: false, note: null }],
    }),
  "tick evidence": (_, actor, id) => tickEvidence(actor, id, "surat-undangan", "Map"),
  "untick evidence": (_, actor, id) => untickEvidence(actor, id, "umpan-balik"),
};

/** Everything of a meeting in one text; who tried what may be told, but nothing else is written. */
async function contents(meetingId: string): Promise<string> {
  const { rows } = await pool.query<{ name: string; column: string }>(
    `SELECT table_name AS name, column_name AS column FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name IN ('meetingId', 'problemId', 'itemId', 'invitationId', 'noteId') ORDER BY 1, 2`,
  );
  const parts = [...rows.filter(({ name }) => name !== "Event"), { name: "Meeting", column: "id" }];
  const texts = await Promise.all(
    parts.map(async ({ name }) => {
      const found = await pool.query(`SELECT to_jsonb(t)::text AS row FROM "${name}" t ORDER BY 1`);
      return `${name}: ${found.rows.map(({ row }) => row).join("\n")}`;
    }),
  );
  return `${meetingId}\n${texts.join("\n")}`;
}

const isRefusal = (outcome: unknown): boolean =>
  outcome === "closed" ||
  (Array.isArray(outcome) ? outcome.every(isRefusal) : JSON.stringify(outcome).match(/"ok":false|"refused"/) !== null);

describe("of an approved meeting nobody can", () => {
  test.each(Object.entries(writes))("%s", async (_, write) => {
    const it = await world({ isApproved: true });
    const before = await contents(it.meetingId);
    const outcome = await write(it, it.actor, it.meetingId);
    expect(isRefusal(outcome), JSON.stringify(outcome)).toBe(true);
    expect(await contents(it.meetingId)).toBe(before);
  });
});

test("before the approval a closed meeting still takes what is gathered afterwards: the approval is what locks it", async () => {
  const taken: string[] = [];
  for (const [name, write] of Object.entries(writes)) {
    const it = await world({ isApproved: false });
    if (!isRefusal(await write(it, it.actor, it.meetingId))) taken.push(name);
  }
  expect(taken).toEqual([
    "open the meeting again",
    "add a photo",
    "add a scan of the roll",
    "add a letter of delegation",
    "remove a photo",
    "remove a scan",
    "remove a letter",
    "caption a photo",
    "add a problem",
    "change a problem",
    "delete a problem",
    "score problems",
    "remove a scorer",
    "decide a tie",
    "write a line of the minutes",
    "change a line",
    "move a line",
    "delete a line",
    "send a line that waited on a device",
    "give a carried-over row its status",
    "take a status back",
    "tick what was expected",
    "tick evidence",
    "untick evidence",
  ]);
});

test("the follow-up goes on: progress is reported, and its photo kept", async () => {
  const it = await world({ isApproved: true });
  const report = progressSchema.parse({ id: randomUUID(), status: "IN_PROGRESS", percent: "50" });
  expect(await reportProgress(it.actor, it.meetingId, it.item.id, report)).toEqual({ ok: true });
});
