import type { Actor } from "@/lib/actor";
import type { PaperDefinition, PaperSettings } from "@/lib/papers/definition";
import { planFields } from "@/lib/papers/minutes";
import type { Paper } from "@/lib/papers/model";
import { factRows } from "@/lib/papers/parts/blocks";
import { type MeetingFacts, meetingValues, readMeeting, whenAndWhere } from "@/lib/papers/parts/meeting";
import { listAttendees } from "@/lib/papers/parts/people";
import { matrixTable, type PlanRow, readPlan } from "@/lib/papers/parts/plan";
import { findSigners, meetingSignatures, type Signers } from "@/lib/papers/parts/signed";

type Facts = { meeting: MeetingFacts; plan: PlanRow[]; signers: Signers };

async function read(actor: Actor, id: string): Promise<Facts | null> {
  const meeting = await readMeeting(actor, id);
  if (!meeting) return null;
  const [{ plan }, attendees] = await Promise.all([readPlan(actor, id), listAttendees(actor, id)]);
  return { meeting, plan, signers: await findSigners(meeting, attendees) };
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
          factRows(whenAndWhere(meeting)),
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
