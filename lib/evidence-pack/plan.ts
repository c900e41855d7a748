import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { packKinds, pathPart } from "@/lib/evidence-pack/rules";
import { monthWords } from "@/lib/feedback/rules";
import { numbered } from "@/lib/feedback/visible";
import { organisedBy } from "@/lib/meetings/organised";
import { dayOf, toInstant } from "@/lib/time";
import type { Prisma } from "@/prisma/generated/client";

export type PlannedPart = Omit<Prisma.EvidencePartCreateManyInput, "packId" | "position">;

const file = { select: { id: true, name: true, mimeType: true } } as const;

const wanted = {
  id: true,
  title: true,
  kind: true,
  startsAt: true,
  timeZone: true,
  documents: {
    where: { kind: { in: ["MEETING_PHOTO", "ATTENDANCE_SCAN"] } },
    orderBy: [{ position: "asc" }, { createdAt: "asc" }, { id: "asc" }],
    select: { id: true, kind: true, name: true, caption: true, mimeType: true },
  },
  signedCopies: {
    where: { document: { isNot: null } },
    orderBy: [{ paperKind: "asc" }, { revision: "asc" }],
    select: { paperKind: true, revision: true, document: file },
  },
  actionItems: {
    orderBy: { number: "asc" },
    select: {
      number: true,
      reports: { orderBy: { createdAt: "asc" }, select: { photos: file } },
      escalations: {
        select: { answers: { orderBy: [{ answeredAt: "asc" }, { id: "asc" }], select: { letters: file } } },
      },
    },
  },
} as const satisfies Prisma.MeetingSelect;

export type PlannedMeeting = Prisma.MeetingGetPayload<{ select: typeof wanted }>;

export function listPackMeetings(puskesmasId: string, year: number): Promise<PlannedMeeting[]> {
  return db.meeting.findMany({
    where: {
      ...organisedBy(puskesmasId),
      year,
      kind: { in: [...packKinds] },
      status: { in: ["IN_PROGRESS", "CLOSED"] },
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: 60,
    select: wanted,
  });
}

const copyNames: Record<string, string> = {
  "invitation-letter": "Undangan",
  "attendance-list": "Daftar hadir",
  minutes: "Notulen",
  "plan-matrix": "RTL",
  "plan-evaluation": "Evaluasi RTL",
  agreement: "Berita acara",
};
const ofFollowUp = ["plan-matrix", "plan-evaluation"];

export function listPackFeedback(puskesmasId: string, year: number): Promise<PlannedFeedback[]> {
  return db.monthlyFeedback.findMany({
    where: { puskesmasId, year, letters: { some: numbered } },
    orderBy: [{ month: "asc" }, { id: "asc" }],
    take: 60,
    select: { id: true, year: true, month: true },
  });
}

export async function hasRaised(puskesmasId: string, year: number, timeZone: string): Promise<boolean> {
  const begin = (of: number) => toInstant(`${of}-01-01`, "00:00", timeZone);
  const found = await db.escalation.findFirst({
    where: { item: { meeting: organisedBy(puskesmasId) }, raisedAt: { gte: begin(year), lt: begin(year + 1) } },
    select: { id: true },
  });
  return found !== null;
}

type PlannedFeedback = { id: string; year: number; month: number };

export function planParts(
  subject: string,
  meetings: readonly PlannedMeeting[],
  { feedback = [], hasEscalations = false }: { feedback?: readonly PlannedFeedback[]; hasEscalations?: boolean } = {},
): PlannedPart[] {
  const folders = new Map(meetings.map((meeting, index) => [meeting.id, folderOf(meeting, index + 1)]));
  const each = (ep: string, make: (meeting: PlannedMeeting, put: Put) => void) =>
    meetings.flatMap((meeting) => {
      const parts: PlannedPart[] = [];
      make(meeting, putter(parts, `${ep}/${folders.get(meeting.id)}`, ep, meeting.id));
      return parts;
    });
  const year: PlannedPart[] = [];
  putter(year, "1.6.2 a", "1.6.2 a", null).paper("Jadwal tahunan", "jadwal", subject);
  const escalations: PlannedPart[] = [];
  if (hasEscalations)
    putter(escalations, "1.7.1 f", "1.7.1 f", null).paper("Daftar eskalasi", "daftar-eskalasi", subject);
  const letters: PlannedPart[] = [];
  const putLetter = putter(letters, "2.8.3 f", "2.8.3 f", null);
  for (const { id, ...month } of feedback) putLetter.paper(`Umpan balik ${monthWords(month)}`, "umpan-balik", id);
  return [
    part({
      ep: "",
      kind: "INDEX_PDF",
      path: "00 Daftar isi.pdf",
      title: "Daftar isi",
      slug: "daftar-bukti",
      subjectId: subject,
    }),
    part({ ep: "", kind: "INDEX_HTML", path: "00 Daftar isi.html", title: "Daftar isi (HTML)" }),
    ...year,
    ...each("1.6.2 a", ofMeeting),
    ...each("1.6.2 b", (meeting, put) => put.paper("Notulen", "notulen", meeting.id)),
    ...each("1.6.2 c", ofPlan),
    ...escalations,
    ...meetings.map((meeting) =>
      part({
        ...{ ep: "2.8.2 b", kind: "MERGED" as const, meetingId: meeting.id, title: "Berkas lengkap" },
        path: `2.8.2 b/${folders.get(meeting.id)}.pdf`,
      }),
    ),
    ...letters,
  ];
}

type Kept = { id: string; name: string; mimeType: string };
type Put = {
  paper: (title: string, slug: string, subjectId: string) => void;
  file: (title: string, document: Kept | null) => void;
};

function putter(parts: PlannedPart[], folder: string, ep: string, meetingId: string | null): Put {
  const path = (title: string, extension: string) =>
    `${folder}/${String(parts.length + 1).padStart(2, "0")} ${pathPart(title)}.${extension}`;
  return {
    paper: (title, slug, subjectId) =>
      parts.push(part({ ep, kind: "PAPER", path: path(title, "pdf"), title, slug, subjectId, meetingId })),
    file: (title, document) => {
      if (!document) return;
      const isPdf = document.mimeType === "application/pdf";
      parts.push(
        part({ ep, kind: "FILE", path: path(title, isPdf ? "pdf" : "jpg"), title, meetingId, fileId: document.id }),
      );
    },
  };
}

function part(made: Omit<PlannedPart, "id">): PlannedPart {
  return { id: randomUUID(), ...made };
}

function ofMeeting(meeting: PlannedMeeting, put: Put): void {
  put.paper("Undangan", "undangan", meeting.id);
  put.paper("Daftar hadir", "daftar-hadir", meeting.id);
  const scans = meeting.documents.filter(({ kind }) => kind === "ATTENDANCE_SCAN");
  for (const [index, scan] of scans.entries()) put.file(`Pindaian daftar hadir ${index + 1}`, scan);
  put.paper("Notulen", "notulen", meeting.id);
  for (const copy of meeting.signedCopies)
    if (!ofFollowUp.includes(copy.paperKind)) put.file(copyTitle(copy), copy.document);
  const photos = meeting.documents.filter(({ kind }) => kind === "MEETING_PHOTO");
  if (photos.length > 0) put.paper("Lembar foto", "foto", meeting.id);
  for (const [index, photo] of photos.entries()) put.file(`Foto ${index + 1} ${photo.caption ?? ""}`, photo);
}

function ofPlan(meeting: PlannedMeeting, put: Put): void {
  put.paper("RTL", "rtl", meeting.id);
  put.paper("Evaluasi RTL", "evaluasi-rtl", meeting.id);
  for (const copy of meeting.signedCopies)
    if (ofFollowUp.includes(copy.paperKind)) put.file(copyTitle(copy), copy.document);
  for (const { number, reports, escalations } of meeting.actionItems) {
    for (const one of reports.flatMap(({ photos }) => photos)) put.file(`Bukti RTL ${number}`, one);
    const answers = escalations.flatMap((escalation) => escalation.answers);
    for (const one of answers.flatMap(({ letters }) => letters)) put.file(`Jawaban Dinkes RTL ${number}`, one);
  }
}

function copyTitle({ paperKind, revision }: { paperKind: string; revision: number }): string {
  return `${copyNames[paperKind] ?? "Surat"} bertanda tangan, revisi ${revision}`;
}

function folderOf({ title, startsAt, timeZone }: PlannedMeeting, number: number): string {
  return `${String(number).padStart(2, "0")} ${dayOf(startsAt, timeZone)} ${pathPart(title)}`;
}
