import type { Actor } from "@/lib/actor";
import type { PaperDefinition, PaperSettings } from "@/lib/papers/definition";
import { planFields } from "@/lib/papers/minutes";
import type { Block, Paper } from "@/lib/papers/model";
import { dayCell, numberCell, numberColumn } from "@/lib/papers/parts/blocks";
import { identity, type MeetingFacts, meetingValues, readMeeting } from "@/lib/papers/parts/meeting";
import { listAttendees } from "@/lib/papers/parts/people";
import { fundingWords, type PlanRow, readPlan, villageWords } from "@/lib/papers/parts/plan";
import { findSigners, meetingSignatures, type Signers } from "@/lib/papers/parts/signed";
import { formatDayLong } from "@/lib/time";

type Facts = { meeting: MeetingFacts; plan: PlanRow[]; signers: Signers };

async function read(actor: Actor, id: string): Promise<Facts | null> {
  const meeting = await readMeeting(actor, id);
  if (!meeting) return null;
  const [{ plan }, attendees] = await Promise.all([readPlan(actor, id), listAttendees(actor, id)]);
  return { meeting, plan, signers: await findSigners(meeting, attendees) };
}

/** The whole matrix, for a sheet across. */
export function matrixTable(plan: readonly PlanRow[]): Block {
  return {
    type: "table",
    caption: "Matriks rencana tindak lanjut",
    columns: [
      numberColumn,
      { head: "Masalah", width: 14 },
      { head: "Penyebab", width: 10 },
      { head: "Kegiatan/Tindak Lanjut", width: 17 },
      { head: "Penanggung Jawab", width: 14 },
      { head: "Pelaksana Pendukung", width: 10 },
      { head: "Desa/Sasaran", width: 9 },
      { head: "Batas Waktu", width: 9, type: "date" },
      { head: "Indikator dan Target", width: 12 },
      { head: "Sumber Dana", width: 7 },
    ],
    rows: plan.map((row) => [
      numberCell(row.number),
      row.problem ?? "",
      row.cause ?? "",
      row.activity,
      row.owner,
      row.support ?? "",
      villageWords(row.villages),
      dayCell(row.deadline, formatDayLong),
      row.target,
      fundingWords(row.funding),
    ]),
  };
}

function compose({ meeting, plan, signers }: Facts, settings: PaperSettings): Paper {
  return {
    title: `Rencana Tindak Lanjut ${meeting.title}`,
    organisation: meeting.host.name,
    size: settings.size,
    notes: [],
    sections: [
      {
        orientation: "landscape",
        letterhead: settings.letterhead,
        blocks: [
          { type: "title", lines: ["MATRIKS RENCANA TINDAK LANJUT", meeting.title.toUpperCase()] },
          identity(meeting),
          matrixTable(plan),
          meetingSignatures(meeting, signers),
        ],
      },
    ],
  };
}

export const planMatrix: PaperDefinition<Facts> = {
  kind: "plan-matrix",
  slug: "rtl",
  name: "Matriks RTL",
  subject: "meeting",
  formats: ["pdf", "docx", "xlsx"],
  isLetter: false,
  wording: {},
  read,
  organisationId: ({ meeting }) => meeting.host.id,
  compose,
  fields: ({ meeting, plan }) => ({ values: meetingValues(meeting), lists: { rtl: planFields(plan) } }),
  missing: ({ plan }) => (plan.length > 0 ? [] : ["RTL belum ada: tulis di bagian RTL."]),
};
