import type { Actor } from "@/lib/actor";
import { canWriteLetters } from "@/lib/letters/rules";
import type { PaperFormat, PaperKind, PaperSettings } from "@/lib/papers/definition";
import { paperKinds } from "@/lib/papers/kinds";
import { sharingReads } from "@/lib/papers/parts/shared-reads";
import { unfilledIn } from "@/lib/papers/unfilled";
import type { MeetingKind } from "@/prisma/generated/enums";

export type ListedPaper = {
  slug: string;
  name: string;
  subjectId: string;
  formats: readonly PaperFormat[];
  /** A letter of the actor's own office, which gives it its number. */
  isNumberedHere: boolean;
  /** What is missing before it may leave the office; empty where it may. */
  missing: string[];
};

/** As an office that chose nothing; what its data lacks does not depend on its choices. */
function defaultSettings({ wording }: PaperKind): PaperSettings {
  const texts = Object.entries(wording).map(([part, { text }]) => [part, text]);
  return { size: "A4", letterhead: null, wording: Object.fromEntries(texts) };
}

const ofVisits = ["undangan", "surat-tugas", "daftar-sppd", "daftar-hadir", "notulen", "rtl", "foto", "evaluasi-rtl"];

export function papersOfMeetings(meetingKind: MeetingKind): PaperKind[] {
  return paperKinds.filter(
    ({ subject, slug, meetingKinds }) =>
      subject === "meeting" &&
      (meetingKinds?.includes(meetingKind) ?? (meetingKind !== "COACHING_VISIT" || ofVisits.includes(slug))),
  );
}

/** The papers of a meeting in the order of the work, each with what it lacks; empty where the actor may not see it. */
export function listMeetingPapers(actor: Actor, meeting: { id: string; kind: MeetingKind }): Promise<ListedPaper[]> {
  return listPapers(actor, papersOfMeetings(meeting.kind), meeting.id);
}

export function listEscalationPapers(actor: Actor, escalationId: string): Promise<ListedPaper[]> {
  const offered = paperKinds.filter(({ subject }) => subject === "escalation");
  return listPapers(actor, offered, escalationId);
}

export function listFeedbackPapers(actor: Actor, feedbackId: string): Promise<ListedPaper[]> {
  const offered = paperKinds.filter(({ subject }) => subject === "feedback");
  return listPapers(actor, offered, feedbackId);
}

async function listPapers(actor: Actor, kinds: readonly PaperKind[], subjectId: string): Promise<ListedPaper[]> {
  return sharingReads(async () => {
    const listed: ListedPaper[] = [];
    for (const kind of kinds) {
      const opened = await kind.open(actor, subjectId, {});
      if (!opened) continue;
      const lacking = opened.missing();
      const missing = lacking.length > 0 ? lacking : unfilledIn(opened.compose(defaultSettings(kind)));
      const { slug, name, formats, isLetter } = kind;
      const isNumberedHere = isLetter && canWriteLetters(actor) && opened.organisationId === actor.organisation.id;
      listed.push({ slug, name, subjectId, formats, isNumberedHere, missing });
    }
    return listed;
  });
}
