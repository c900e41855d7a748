import type { Db } from "@/lib/db";
import { placeholderIn } from "@/lib/placeholders/rules";
import { completionsWithin, type ParticipantCompletion, type Scores } from "@/lib/trainings/completions";

export type Candidate = Pick<
  ParticipantCompletion,
  "invitationId" | "name" | "title" | "institution" | "profession" | "staffId" | "isDelegate" | "share" | "score"
> & {
  hasOne: boolean;
  lacking: string[];
};

/** For somebody who may see the training: everybody who took part, by what he lacks. */
export async function candidatesWithin(tx: Db, meetingId: string, scores: Scores): Promise<Candidate[]> {
  const [completions, given] = await Promise.all([
    completionsWithin(tx, meetingId, scores),
    tx.certificate.findMany({
      where: { meetingId, withdrawnAt: null, invitationId: { not: null } },
      select: { invitationId: true },
    }),
  ]);
  const holders = new Set(given.map(({ invitationId }) => invitationId));
  return completions.map((row) => ({
    ...{ invitationId: row.invitationId, name: row.name, title: row.title, institution: row.institution },
    ...{ profession: row.profession, staffId: row.staffId, isDelegate: row.isDelegate },
    ...{ share: row.share, score: row.score },
    hasOne: holders.has(row.invitationId),
    lacking: [...row.lacking, ...unconfirmedWords(row), ...unnamed(row)],
  }));
}

function unconfirmedWords({ isMet, unconfirmed }: ParticipantCompletion): string[] {
  return isMet || unconfirmed === 0 ? [] : [`${unconfirmed} sesi dengan kode belum dikonfirmasi petugas`];
}

/** A certificate with a post in the place of the name, or with words nobody filled in, goes to nobody. */
function unnamed({ name, title, institution }: ParticipantCompletion): string[] {
  const left = [name, title, institution].map(placeholderIn).find((words) => words !== null);
  if (left) return [`“${left}” belum diisi: lengkapi di Undangan`];
  return name.trim() === "" || name === title ? ["Namanya belum diisi: lengkapi di Undangan"] : [];
}
