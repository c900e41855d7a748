import { randomUUID } from "node:crypto";
import { type Actor, isRefusal, type Outcome, refuse } from "@/lib/actor";
import { type Candidate, candidatesWithin } from "@/lib/certificates/candidates";
import { takeNumbers } from "@/lib/certificates/numbering";
import type { IssueInput } from "@/lib/certificates/schema";
import { type TrainingOnPaper, trainingOnPaper } from "@/lib/certificates/training";
import type { Db } from "@/lib/db";
import { by, recordMeetingEvent } from "@/lib/events/record";
import { enqueue } from "@/lib/jobs/queue";
import { type HeldMeeting, holdMeeting, type MeetingChange } from "@/lib/meetings/hold";
import { newCheckCode } from "@/lib/papers/check-code";
import { placeholderIn } from "@/lib/placeholders/rules";
import { dayToDate } from "@/lib/time";
import { postTestScores } from "@/lib/training-tests/results";
import { transact } from "@/lib/transact";

const issuing: MeetingChange = {
  name: "issue certificates of",
  statuses: ["CLOSED"],
  refusal: "Sertifikat terbit sesudah kegiatannya selesai. Selesaikan dulu kegiatannya di Ringkasan.",
  whenApproved: null,
};

export const alreadyIssued = "Semua yang memenuhi syarat sudah mendapat sertifikat.";

/**
 * A certificate for everybody who meets the training's rule and has none. Asked twice, the second finds nobody left; one
 * in force for each participant is held by the database.
 * @throws NotAllowed
 */
export async function issueCertificates(
  actor: Actor,
  meetingId: string,
  input: IssueInput,
): Promise<Outcome<{ count: number }>> {
  return transact<Outcome<{ count: number }>>(
    async (tx) => {
      const meeting = await holdMeeting(tx, actor, meetingId, issuing);
      if (isRefusal(meeting)) return meeting;
      const training = await trainingOnPaper(tx, meeting);
      if (!training) return refuse("Kegiatan ini bukan pelatihan, jadi tidak ada sertifikatnya.");
      const fault = unfilled(meeting, training, input);
      if (fault) return refuse(fault);
      const candidates = await candidatesWithin(tx, meetingId, await postTestScores(tx, meetingId, new Date()));
      const meant = candidates.filter(({ hasOne, lacking }) => !hasOne && lacking.length === 0);
      if (meant.length === 0)
        return refuse(
          candidates.some(({ hasOne }) => hasOne) ? alreadyIssued : "Belum ada peserta yang memenuhi syarat.",
        );
      await insert(tx, actor, { meeting, training, input, meant });
      const data = { title: meeting.title, count: meant.length };
      await recordMeetingEvent(tx, by(actor), meeting, {
        action: "certificate.issued",
        subjectId: meetingId,
        data,
      });
      await enqueue(tx, { kind: "certificates.make", actor, subject: meeting.title, payload: { meetingId } });
      return { ok: true, count: meant.length };
    },
    { onDuplicate: () => refuse("Sertifikat ini sedang diterbitkan orang lain. Muat ulang halaman ini.") },
  );
}

function unfilled(meeting: HeldMeeting, training: TrainingOnPaper, input: IssueInput): string | null {
  if (training.lessons === 0) return "JPL pelatihan ini belum diisi. Isi sesi dengan JPL-nya di bagian Pelatihan dulu.";
  const said = [meeting.title, meeting.place, ...training.topics.map(({ topic }) => topic), ...Object.values(input)];
  const left = said.flatMap((text) =>
    typeof text === "string" && text !== input.pattern ? [placeholderIn(text)] : [],
  );
  const words = left.find((found) => found !== null);
  return words ? `“${words}” belum diisi, jadi sertifikatnya belum dapat terbit.` : null;
}

type Issuing = { meeting: HeldMeeting; training: TrainingOnPaper; input: IssueInput; meant: readonly Candidate[] };

async function insert(tx: Db, actor: Actor, { meeting, training, input, meant }: Issuing): Promise<void> {
  const { hostId: organisationId, id: meetingId } = meeting;
  const { pattern, day, place, expiresOn, ...said } = input;
  const numbers = await takeNumbers(tx, { organisationId, pattern, day, count: meant.length });
  const rows = meant.flatMap(({ invitationId, staffId, name, title, institution, profession }, index) => {
    const number = numbers[index];
    if (!number) return [];
    return {
      ...{ id: randomUUID(), code: newCheckCode(), meetingId, organisationId, ...number, pattern, place, ...said },
      ...{ invitationId, staffId, name, title, institution, profession },
      ...{ training: meeting.title, held: training.held, room: meeting.place },
      ...{ lessons: training.lessons, topics: training.topics, creator: actor.name },
      day: dayToDate(day),
      expiresOn: expiresOn ? dayToDate(expiresOn) : null,
    };
  });
  await tx.certificate.createMany({ data: rows });
}
