import { attendanceNames } from "@/lib/attendance/rules";
import { documentKindNames } from "@/lib/documents/rules";
import { reviewWords } from "@/lib/follow-up/review-rules";
import { kindNames, periodName } from "@/lib/meetings/rules";
import { sectionNames } from "@/lib/minutes/lines";
import { fundingNames, priorityNames, targetWords } from "@/lib/plan/rules";
import { causeGroupNames } from "@/lib/problems/rules";
import type { ReportContent } from "@/lib/reviews/content";
import { dayOf, formatDay, formatDayLong, formatHours } from "@/lib/time";
import { AttendanceStatus } from "@/prisma/generated/enums";

/** One thing that a row says; those without words are left out. */
export type Field = { label: string; text: string };
export type Row = { id: string; title: string; fields: Field[]; href?: string };
export type Section = { key: keyof ReportContent; title: string; rows: Row[] };

const titles: Record<keyof ReportContent, string> = {
  head: "Kegiatan",
  attendance: "Kehadiran",
  carriedOver: "Status RTL lalu",
  problems: "Masalah",
  minutes: "Notulen",
  plan: "Rencana tindak lanjut",
  evidence: "Bukti",
  documents: "Berkas",
};

export function sectionsOf(content: ReportContent): Section[] {
  const rows: Record<keyof ReportContent, Row[]> = {
    head: [headRow(content.head)],
    attendance: [attendanceRow(content.attendance)],
    carriedOver: content.carriedOver.map((row) =>
      rowOf(row.id, row.activity, {
        Status: reviewWords(row),
        Kemajuan: row.percent === null ? "" : `${row.percent} %`,
      }),
    ),
    problems: content.problems.map(problemRow),
    minutes: content.minutes.map((note) =>
      rowOf(note.id, sectionNames[note.section], {
        Catatan: note.text,
        Penanya: [note.asker, note.institution].filter(Boolean).join(", "),
        Jawaban: note.answer,
        Desa: note.village,
      }),
    ),
    plan: content.plan.map(planRow),
    evidence: content.evidence.map(({ ep, text, isMet, says }) =>
      rowOf(`${ep} ${text}`, text, { Keadaan: `${isMet ? "Ada" : "Belum ada"}: ${says}` }),
    ),
    documents: content.documents.map(({ id, kind, name, caption }) => ({
      ...rowOf(id, name, { Jenis: documentKindNames[kind], Keterangan: caption }),
      href: `/berkas/${id}`,
    })),
  };
  return sectionKeys.map((key) => ({ key, title: titles[key], rows: rows[key] }));
}

const sectionKeys = [
  "head",
  "attendance",
  "carriedOver",
  "problems",
  "minutes",
  "plan",
  "evidence",
  "documents",
] as const satisfies (keyof ReportContent)[];

function rowOf(id: string, title: string, texts: Record<string, string | null>): Row {
  const fields = Object.entries(texts).flatMap(([label, text]) => (text ? [{ label, text }] : []));
  return { id, title, fields };
}

function headRow(head: ReportContent["head"]): Row {
  const startsAt = new Date(head.startsAt);
  const endsAt = head.endsAt === null ? null : new Date(head.endsAt);
  const { timeZone } = head;
  return rowOf("head", head.title, {
    Judul: head.title,
    Jenis: head.typeName ?? kindNames[head.kind],
    Periode: periodName(head),
    Waktu: `${formatDay(dayOf(startsAt, timeZone))}, ${formatHours(startsAt, endsAt, timeZone)}`,
    Tempat: head.place,
    Pimpinan: head.leader,
    Penyelenggara: head.organisers.join(", "),
    "Disahkan oleh": head.approver,
  });
}

function attendanceRow({ invited, walkIns, byStatus }: ReportContent["attendance"]): Row {
  const counts = Object.values(AttendanceStatus).map(
    (status) => [attendanceNames[status], byStatus[status] ?? 0] as const,
  );
  const shown = [["Diundang", invited] as const, ...counts, ["Tanpa undangan", walkIns] as const];
  return rowOf(
    "attendance",
    "Rekap kehadiran",
    Object.fromEntries(
      shown.filter(([label, count]) => count > 0 || label === "Hadir").map(([label, n]) => [label, `${n}`]),
    ),
  );
}

function problemRow({ id, number, statement, evidence, villages, causes }: ReportContent["problems"][number]): Row {
  return rowOf(id, `Masalah ${number}`, {
    Masalah: statement,
    Dasar: evidence,
    Desa: villages.join(", "),
    Penyebab: causes.map(({ group, text }) => `${causeGroupNames[group]}: ${text}`).join("\n"),
  });
}

function planRow(row: ReportContent["plan"][number]): Row {
  return rowOf(row.id, `RTL ${row.number}`, {
    Kegiatan: row.activity,
    Masalah: row.problem,
    Penyebab: row.cause,
    "Penanggung jawab": row.owner,
    Pendukung: row.support,
    Desa: row.villages.join(", "),
    "Batas waktu": formatDayLong(row.deadline),
    Indikator: [row.indicator, targetWords(row)].filter(Boolean).join(", "),
    "Sumber dana": row.funding && fundingNames[row.funding],
    Prioritas: priorityNames[row.priority],
  });
}
