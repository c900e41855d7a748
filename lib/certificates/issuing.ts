import type { Actor } from "@/lib/actor";
import { type Candidate, candidatesWithin } from "@/lib/certificates/candidates";
import { lastPattern } from "@/lib/certificates/reads";
import { defaultPattern, lastDayOf } from "@/lib/certificates/rules";
import { type TrainingOnPaper, trainingOnPaper } from "@/lib/certificates/training";
import { db } from "@/lib/db";
import { findMeeting } from "@/lib/meetings/reads";
import { findHead } from "@/lib/papers/head";
import { findOffice } from "@/lib/papers/parts/meeting";
import { dayOf } from "@/lib/time";
import { postTestScores } from "@/lib/training-tests/results";

export type Issuing = {
  training: TrainingOnPaper;
  candidates: Candidate[];
  proposed: {
    day: string;
    place: string;
    pattern: string;
    expiresOn: string | null;
    signatory: { seat: string; name: string; rank: string | null; number: string | null };
  };
};

/** Who may get a certificate of a training, who not and why, and what the form begins with; null where it is none. */
export async function findIssuing(actor: Actor, meetingId: string): Promise<Issuing | null> {
  const meeting = await findMeeting(actor, meetingId);
  const training = meeting && (await trainingOnPaper(db, meeting));
  if (!training) return null;
  const [candidates, pattern, office, head] = await Promise.all([
    postTestScores(db, meetingId, new Date()).then((scores) => candidatesWithin(db, meetingId, scores)),
    lastPattern(db, meeting.hostId),
    findOffice(meeting.hostId),
    findHead(meeting),
  ]);
  const day = dayOf(meeting.endsAt ?? meeting.startsAt, meeting.timeZone);
  const { signer } = head;
  return {
    training,
    candidates,
    proposed: {
      day,
      place: office.place,
      pattern: pattern ?? defaultPattern,
      expiresOn: training.validMonths === null ? null : lastDayOf(day, training.validMonths),
      signatory: {
        seat: signer?.title ?? `Kepala ${office.name}`,
        name: signer?.name ?? "",
        rank: signer?.rank ?? null,
        number: signer?.nip ?? null,
      },
    },
  };
}
