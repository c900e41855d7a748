import { randomUUID } from "node:crypto";
import { defaultRules } from "@/lib/evidence/defaults";
import { type Facts, judge } from "@/lib/evidence/judge";
import { appliesTo, mergeRules } from "@/lib/evidence/rules";
import type { NoteSection } from "@/prisma/generated/enums";
import { approvalRow, documentRow, noteRow } from "@/tests/factories/evidence";
import type { MeetingRow } from "@/tests/factories/meetings";
import { daysAfter } from "./calendar";
import { record } from "./demo-meeting";
import type { Rows } from "./demo-rows";
import type { Staff } from "./offices";
import type { DemoPhoto } from "./photos";
import { addReview, type DemoReport } from "./reviews";

type Office = { now: Date; head: Staff; clerk: Staff; photos: readonly DemoPhoto[] };

/**
 * What became of a puskesmas's meetings that are over: the newest lacks evidence, the one before waits for the kepala,
 * the third for its report; older ones are approved and reported, and one was opened again for a wrong name.
 */
export function addApprovals(rows: Rows, office: Office) {
  const held = rows.meetings
    .filter((meeting) => meeting.hostId === office.head.office.id && meeting.status === "CLOSED")
    .sort((a, b) => b.startsAt.getTime() - a.startsAt.getTime());
  const reopened = held.slice(3).find((meeting) => (meeting.kind ?? "") === "QUARTERLY_LOKMIN");
  held.forEach((meeting, index) => {
    writeDown(rows, office, meeting, index === 0 ? ["PROBLEMS", "RECOMMENDATIONS"] : undefined);
    if (index === 0) return;
    addPhotos(rows, office, meeting);
    if (meeting.typeKey === "triwulanan-pertama") tickCommitment(rows, office, meeting);
    if (index === 1) return;
    const isReopened = meeting === reopened;
    approve(rows, office, meeting, { number: 1, days: 2, reopening: isReopened });
    if (index === 2) return;
    const report = submit(rows, office, meeting, {
      number: 1,
      days: isReopened ? 3 : (lateDays(office, meeting, index) ?? 3),
    });
    if (!isReopened) {
      const isWaiting = index === 3 || index === 5;
      if (report && !isWaiting) addReview(rows, office.now, meeting, report, index === 4);
      return;
    }
    if (report) report.settledAt = dayOf(meeting, 5);
    approve(rows, office, meeting, { number: 2, days: 6, reopening: false });
    const next = submit(rows, office, meeting, { number: 2, days: 7 });
    if (next) addReview(rows, office.now, meeting, next, false);
  });
}

/** The newest reports were sent some days ago, late as they are. */
function lateDays({ now }: Office, meeting: MeetingRow, index: number): number | null {
  const ago = [4, 12, 9][index - 3];
  if (ago === undefined) return null;
  const days = Math.floor((now.getTime() - meeting.startsAt.getTime()) / 86_400_000) - ago;
  return days > 2 ? days : null;
}

const words: Partial<Record<NoteSection, string>> = {
  PROBLEMS: "Cakupan posyandu di dua desa terjauh belum mencapai target bulan berjalan",
  OBSTACLES: "Kader berganti di tengah tahun, dan jalan ke dusun terjauh sulit dilalui saat hujan",
  DECISIONS: "Jadwal posyandu dusun terjauh digabung dengan puskesmas keliling",
  RECOMMENDATIONS: "Kepala desa menetapkan kader pengganti; bidan desa mendampingi pada bulan pertama",
};

/** The lines a meeting's minutes need, where nobody told them yet. */
function writeDown(rows: Rows, { clerk }: Office, meeting: MeetingRow, only?: readonly NoteSection[]) {
  if (rows.notes.some((note) => note.meetingId === meeting.id)) return;
  const at = daysAfter(meeting.startsAt, 0, 100);
  const { id: authorId, name } = clerk.user;
  const lines = (Object.entries(words) as [NoteSection, string][]).filter(
    ([section]) => only?.includes(section) ?? true,
  );
  lines.forEach(([section, text], index) => {
    const facts = { meetingId: meeting.id, text, position: index + 1, revision: index + 1 };
    rows.notes.push(noteRow(section, { ...facts, authorId, author: name, editor: name, createdAt: at, editedAt: at }));
  });
  meeting.notesRevision = lines.length;
}

export function addPhotos(rows: Rows, { clerk, photos, now }: Omit<Office, "head">, meeting: MeetingRow) {
  photos.forEach(({ hex, ...photo }, index) => {
    const createdAt = daysAfter(meeting.startsAt, 0, 240 + index);
    if (createdAt > now) return;
    const row = documentRow({
      ...photo,
      meetingId: meeting.id,
      kind: "MEETING_PHOTO",
      name: `foto ${index + 1}.jpg`,
      position: index + 1,
      takenOn: daysAfter(meeting.startsAt, 0, 0),
      uploader: clerk.user.name,
      createdAt,
    });
    rows.documents.push(row);
    rows.documentContents.push({ documentId: row.id, bytes: hex });
    const data = { kind: row.kind, name: row.name };
    record(rows, { meeting, by: clerk }, createdAt, { action: "document.stored", subjectId: row.id, data });
  });
}

/** The first Lokmin lintas sektor of a year ends with a commitment that everybody signs. */
function tickCommitment(rows: Rows, { clerk, now }: Office, meeting: MeetingRow) {
  const tickedAt = daysAfter(meeting.startsAt, 1);
  if (tickedAt > now) return;
  const note = "Berita acara kesepakatan, map Lokmin di ruang tata usaha";
  rows.evidence.push({ meetingId: meeting.id, key: "kesepakatan", note, tickedBy: clerk.user.name, tickedAt });
}

type Told = { number: number; days: number };

/** Days after the meeting, at the end of the office hours. */
const dayOf = (meeting: MeetingRow, days: number) => daysAfter(meeting.startsAt, days, 300);

function approve(rows: Rows, { head, now }: Office, meeting: MeetingRow, told: Told & { reopening: boolean }) {
  const { number } = told;
  const at = dayOf(meeting, told.days);
  const reopenedAt = dayOf(meeting, told.days + 3);
  if ((told.reopening ? reopenedAt : at) > now) return;
  const { id: approverId, name: approver, position } = head.user;
  const approval = approvalRow({
    meetingId: meeting.id,
    number,
    approverId,
    approver,
    position: position ?? null,
    approvedAt: at,
    checklist: checklistOf(rows, meeting),
  });
  rows.approvals.push(approval);
  const { title } = meeting;
  const demo = { meeting, by: head };
  const event = { subjectId: approval.id, data: { title, number, position: position ?? null } };
  record(rows, demo, at, { action: "approval.given", ...event });
  if (!told.reopening) return;
  const reason = "Nama wakil Danramil di notulen salah tulis";
  rows.reopenings.push({ approvalId: approval.id, reason, reopenedById: approverId, reopener: approver, reopenedAt });
  const data = { title, number, reason };
  record(rows, demo, reopenedAt, { action: "approval.reopened", subjectId: approval.id, data });
}

function submit(rows: Rows, { clerk, now }: Office, meeting: MeetingRow, { number, days }: Told): DemoReport | null {
  const submittedAt = dayOf(meeting, days);
  if (submittedAt > now) return null;
  const { id: submittedById, name: submitter } = clerk.user;
  const note = number > 1 ? "Notulen sudah diperbaiki" : null;
  const dinkes = rows.organisations.find(({ id }) => id === clerk.office.parentId);
  const report: DemoReport = {
    ...{ id: randomUUID(), meetingId: meeting.id, number, note, dinkesId: dinkes?.id ?? null },
    ...{ submittedById, submitter, submittedAt, settledAt: null },
  };
  rows.submissions.push(report);
  const data = { title: meeting.title, number, note, to: dinkes?.name ?? null };
  record(rows, { meeting, by: clerk }, submittedAt, { action: "submission.sent", subjectId: report.id, data });
  return report;
}

/** The checklist as the app itself would have found it. */
function checklistOf(rows: Rows, meeting: MeetingRow) {
  const of = <T extends { meetingId?: string | null }>(all: readonly T[]) =>
    all.filter(({ meetingId }) => meetingId === meeting.id);
  const notes = of(rows.notes);
  const inSection = (section: NoteSection) => notes.filter((note) => note.section === section).length;
  const facts: Facts = {
    id: meeting.id,
    hostId: meeting.hostId,
    kind: meeting.kind,
    typeKey: meeting.typeKey ?? null,
    invited: of(rows.invitations).length,
    handedOut: of(rows.invitations).filter(({ handedOutAt }) => handedOutAt).length,
    present: of(rows.attendances).filter(({ status }) => status === "PRESENT" || status === "REPRESENTED").length,
    scans: of(rows.documents).filter(({ kind }) => kind === "ATTENDANCE_SCAN").length,
    photos: of(rows.documents).filter(({ kind }) => kind === "MEETING_PHOTO").length,
    notes: notes.length,
    permasalahan: inSection("PROBLEMS"),
    hambatan: inSection("OBSTACLES"),
    rekomendasi: inSection("RECOMMENDATIONS"),
    keputusan: inSection("DECISIONS"),
    tanyaJawab: inSection("QUESTIONS"),
    problems: of(rows.problems).length,
    items: of(rows.items).length,
    reviewed: of(rows.reviews).length,
    unreviewed: 0,
    ...{ attended: 0, assessed: 0, isSummed: false, opinions: 0 },
    ticks: Object.fromEntries(
      of(rows.evidence).map(({ key, note = null, tickedBy, tickedAt = meeting.startsAt }) => [
        key,
        { note, tickedBy, tickedAt: new Date(tickedAt).toISOString() },
      ]),
    ),
  };
  return mergeRules(defaultRules, [])
    .filter((rule) => appliesTo(rule, facts))
    .map((rule) => judge(rule, facts))
    .map(({ ep, text, isMet, says, isRequired }) => ({ ep, text, isMet, says, isRequired }));
}
