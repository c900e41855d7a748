import { isRefusal, type Outcome, refuse } from "@/lib/actor";
import { recordMeetingEvent } from "@/lib/events/record";
import { holdMeetingForLink, type MeetingChange } from "@/lib/meetings/hold";
import type { OpinionInput } from "@/lib/training-evaluations/opinion-schema";
import { findOpinionAsked } from "@/lib/training-evaluations/opinions";
import { transact } from "@/lib/transact";

const giving: MeetingChange = {
  name: "give an opinion on",
  statuses: ["IN_PROGRESS", "CLOSED"],
  refusal: "Evaluasi pelatihan ini tidak dibuka. Hubungi penyelenggara.",
  whenApproved: null,
};

const refusals = {
  early: "Evaluasi pelatihan dibuka mulai sesi terakhir. Buka lagi tautan ini nanti.",
  closed: "Evaluasi pelatihan ini sudah ditutup.",
  sent: "Evaluasi Anda sudah terkirim sebelumnya; yang pertama yang dihitung.",
};

/** Keeps an opinion beside the note that its giver has sent one, with nothing that ties the two. */
export async function sendOpinion(tokenHash: string, input: OpinionInput, now: Date): Promise<Outcome> {
  const asked = await findOpinionAsked(tokenHash, now);
  if (!asked) return refuse("Tautan ini bukan tautan peserta pelatihan");
  if (asked.state !== "open") return refuse(refusals[asked.state]);
  const { invitationId, meetingId, title } = asked;
  return transact<Outcome>(
    async (tx) => {
      const meeting = await holdMeetingForLink(tx, meetingId, giving);
      if (isRefusal(meeting)) return meeting;
      await tx.trainingOpinionSent.create({ data: { invitationId } });
      const { ratings, mostUseful, suggestion } = input;
      await tx.trainingOpinion.create({
        data: {
          ...{ meetingId, mostUseful, suggestion },
          ratings: { create: Object.entries(ratings).map(([question, rating]) => ({ question, rating })) },
        },
      });
      const author = { actor: "Seorang peserta", onBehalfOf: "tautan pribadi" };
      await recordMeetingEvent(tx, author, meeting, {
        action: "training-opinion.sent",
        subjectId: meetingId,
        data: { title },
      });
      return { ok: true };
    },
    { onDuplicate: () => refuse(refusals.sent) },
  );
}
