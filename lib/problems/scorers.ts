import { randomUUID } from "node:crypto";
import { type Actor, type Refusal, refuse } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { canChangeScores, type Scorer, spelled } from "@/lib/problems/rules";
import { newScorer, otherScorer, ownScores, type ScoresInput } from "@/lib/problems/schema";

type Settled = { ok: true; scorer: Scorer; isBlank?: boolean } | Refusal;

export const scoredByAccount = ({ name }: Scorer) =>
  `${name} memberi nilai dengan akunnya sendiri; hanya ia yang dapat mengubahnya.`;

const gone = refuse("Nilai orang ini sudah dihapus. Beri nilai sebagai orang baru.");

/** Who is meant, to be asked under the lock of the meeting's problems; nothing is written yet. */
export async function settleScorer(tx: Db, actor: Actor, meetingId: string, input: ScoresInput): Promise<Settled> {
  const known = await tx.scorer.findMany({ where: { meetingId }, select: { id: true, name: true, userId: true } });
  if (input.person === ownScores) return settleOwn(actor, known, input.same);
  if (input.person === newScorer)
    return (await isOfAnother(tx, meetingId, input.id)) ? gone : settleNew(actor, known, input);
  const scorer = known.find(({ id }) => id === input.person);
  return scorer ? allowed(actor, scorer) : gone;
}

/** Scores under an id of another meeting would be taken back there too, whatever holds of that meeting. */
async function isOfAnother(tx: Db, meetingId: string, id: string): Promise<boolean> {
  return (await tx.scorer.count({ where: { id, meetingId: { not: meetingId } } })) > 0;
}

function settleOwn(actor: Actor, known: readonly Scorer[], same: string | null): Settled {
  const { userId, name } = actor;
  const own = known.find((scorer) => scorer.userId === userId);
  if (own) return { ok: true, scorer: own };
  const typed = known.filter((scorer) => scorer.userId === null && spelled(scorer.name) === spelled(name));
  const chosen = typed.find(({ id }) => id === same);
  if (chosen) return { ok: true, scorer: { ...chosen, userId }, isBlank: true };
  if (typed.length > 0 && same !== otherScorer)
    return ask(typed, `Nilai atas nama ${name} sudah dicatat rekan Anda. Apakah itu Anda?`);
  return { ok: true, scorer: { id: randomUUID(), name, userId } };
}

function settleNew(actor: Actor, known: readonly Scorer[], { id, name: typed, same }: ScoresInput): Settled {
  const sent = known.find((scorer) => scorer.id === id);
  if (sent) return allowed(actor, sent);
  const name = (typed ?? "").replace(/\s+/g, " ");
  const namesakes = known.filter((scorer) => spelled(scorer.name) === spelled(name));
  const chosen = namesakes.find((scorer) => scorer.id === same);
  if (chosen) {
    const settled = allowed(actor, chosen);
    return settled.ok ? { ...settled, isBlank: true } : settled;
  }
  if (namesakes.length > 0 && same !== otherScorer)
    return ask(namesakes, `${name} sudah memberi nilai. Pilih siapa yang Anda maksud.`);
  return { ok: true, scorer: { id, name, userId: null } };
}

function allowed(actor: Actor, scorer: Scorer): Settled {
  return canChangeScores(actor, scorer) ? { ok: true, scorer } : refuse(scoredByAccount(scorer));
}

function ask(scorers: readonly Scorer[], question: string): Refusal {
  const detail = (scorer: Scorer) => (scorer.userId ? "dengan akunnya sendiri" : "dicatat atas namanya");
  return {
    ...refuse(question, "same"),
    choices: scorers.map((scorer) => ({ id: scorer.id, line: scorer.name, detail: detail(scorer) })),
  };
}

export async function keepScorer(tx: Db, actor: Actor, meetingId: string, { id, name, userId }: Scorer): Promise<void> {
  const account = userId === actor.userId ? await tx.user.findUniqueOrThrow({ where: { id: userId } }) : null;
  const isMine = account ? { userId: account.id, personId: account.personId } : {};
  await tx.scorer.upsert({ where: { id }, create: { id, meetingId, name, ...isMine }, update: isMine });
}
