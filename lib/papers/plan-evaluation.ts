import type { Actor } from "@/lib/actor";
import { listQuarterRows, type QuarterRow, quarterLabel } from "@/lib/follow-up/quarters";
import type { PaperDefinition, PaperSettings } from "@/lib/papers/definition";
import type { Column, Paper } from "@/lib/papers/model";
import { dayCell, factRows, lines, numberCell, numberColumn } from "@/lib/papers/parts/blocks";
import { type MeetingFacts, meetingValues, readMeeting, whenAndWhere } from "@/lib/papers/parts/meeting";
import { listAttendees } from "@/lib/papers/parts/people";
import { type PlanRow, readPlan } from "@/lib/papers/parts/plan";
import { findSigners, meetingSignatures, type Signers } from "@/lib/papers/parts/signed";
import { progressNames } from "@/lib/progress/rules";
import { dayOf, formatDayLong } from "@/lib/time";

type Told = { label: string; words: string };
type Row = PlanRow & { told: Told[] };
type Facts = { meeting: MeetingFacts; rows: Row[]; quarters: string[]; signers: Signers; today: string };

const mostQuarters = 5;

async function read(actor: Actor, id: string): Promise<Facts | null> {
  const meeting = await readMeeting(actor, id);
  if (!meeting) return null;
  const now = new Date();
  const today = dayOf(now, meeting.timeZone);
  const [{ plan }, attendees] = await Promise.all([readPlan(actor, id), listAttendees(actor, id)]);
  const told = await listQuarterRows(
    actor,
    plan.map((row) => row.id),
    now,
  );
  const rows = plan.map((row) => ({ ...row, told: (told.get(row.id) ?? []).map(toldOf) }));
  const quarters = rows.reduce<string[]>(
    (most, { told: own }) => (own.length > most.length ? own.map(({ label }) => label) : most),
    [],
  );
  const signers = await findSigners(meeting, attendees, today);
  return { meeting, rows, quarters: quarters.slice(-mostQuarters), signers, today };
}

function toldOf(row: QuarterRow): Told {
  const { last } = row;
  const words = last ? lines([`${progressNames[last.status]}, ${last.percent} %`, last.note]) : "Tidak ada laporan";
  return { label: quarterLabel(row), words };
}

function compose({ meeting, rows, quarters, signers, today }: Facts, settings: PaperSettings): Paper {
  const share = Math.floor(46 / Math.max(1, quarters.length));
  const columns: Column[] = [
    numberColumn,
    { head: "Kegiatan/Tindak Lanjut", width: 20 },
    { head: "Penanggung Jawab", width: 15 },
    { head: "Batas Waktu", width: 10, type: "date" },
    ...quarters.map((head): Column => ({ head, width: share, group: "Kemajuan pada Akhir Triwulan" })),
  ];
  return {
    title: `Evaluasi RTL ${meeting.title}`,
    organisation: meeting.host.name,
    size: settings.size,
    notes: [],
    sections: [
      {
        orientation: "landscape",
        letterhead: settings.letterhead,
        blocks: [
          { type: "title", lines: ["EVALUASI TRIWULANAN RENCANA TINDAK LANJUT", meeting.title.toUpperCase()] },
          factRows([...whenAndWhere(meeting), ["Keadaan", `sampai dengan ${formatDayLong(today)}`]]),
          {
            type: "table",
            caption: "Evaluasi triwulanan rencana tindak lanjut",
            columns,
            rows: rows.map((row) => [
              numberCell(row.number),
              lines([row.activity, row.target && `Target: ${row.target}`]),
              row.owner,
              dayCell(row.deadline, formatDayLong),
              ...quarters.map((label) => row.told.find((one) => one.label === label)?.words ?? "–"),
            ]),
          },
          meetingSignatures(meeting, signers, today),
        ],
      },
    ],
  };
}

export const planEvaluation: PaperDefinition<Facts> = {
  kind: "plan-evaluation",
  slug: "evaluasi-rtl",
  name: "Evaluasi RTL per triwulan",
  subject: "meeting",
  formats: ["pdf", "docx", "xlsx"],
  isLetter: false,
  wording: {},
  read,
  organisationId: ({ meeting }) => meeting.host.id,
  compose,
  fields: ({ meeting, rows }) => ({
    values: meetingValues(meeting),
    lists: {
      rtl: rows.map((row) => ({
        no: `${row.number}`,
        kegiatan: row.activity,
        penanggung_jawab: row.owner,
        batas_waktu: formatDayLong(row.deadline),
        kemajuan: row.told.map(({ label, words }) => `${label}: ${words}`).join("\n"),
      })),
    },
  }),
  missing: ({ rows }) => (rows.length > 0 ? [] : ["RTL belum ada: tulis di bagian RTL."]),
};
