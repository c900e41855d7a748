import { plainWords } from "@/lib/plain-words";
import type { QuestionKind } from "@/prisma/generated/enums";

export type Asked = {
  id: string;
  kind: QuestionKind;
  options: readonly string[];
  correct: readonly number[];
  accepted: readonly string[];
  points: number;
};

/** Chosen are places in the options; of ORDER the rank given to each option, 0 for none. */
export type Given = { chosen: readonly number[]; text: string | null; isRight?: boolean | null };

/** Whether an answer is right; "unmarked" for a short text that fits no accepted answer and nobody has looked at. */
export type Verdict = "right" | "wrong" | "empty" | "unmarked";

export function verdictOf(question: Asked, given: Given | undefined): Verdict {
  if (!given || isEmpty(question.kind, given)) return "empty";
  if (question.kind === "SHORT_TEXT") return verdictOfText(question, given);
  const wanted = question.kind === "ORDER" ? question.options.map((_, place) => place + 1) : question.correct;
  const chosen = question.kind === "ORDER" ? given.chosen : given.chosen.toSorted((one, other) => one - other);
  return chosen.length === wanted.length && wanted.every((place, index) => place === chosen[index]) ? "right" : "wrong";
}

function isEmpty(kind: QuestionKind, { chosen, text }: Given): boolean {
  if (kind === "SHORT_TEXT") return plainWords(text ?? "") === "";
  return kind === "ORDER" ? chosen.every((rank) => rank === 0) : chosen.length === 0;
}

function verdictOfText({ accepted }: Asked, { text, isRight = null }: Given): Verdict {
  if (isRight !== null) return isRight ? "right" : "wrong";
  const said = plainWords(text ?? "");
  return accepted.some((word) => plainWords(word) === said) ? "right" : "unmarked";
}

export type Scored = {
  /** 0 to 100 with two decimals; of unmarked answers none counts. */
  score: number;
  right: number;
  unmarked: number;
};

/** Each question counts whole or not at all, by its points. */
export function scoreOf(questions: readonly Asked[], answers: ReadonlyMap<string, Given>): Scored {
  let won = 0;
  let total = 0;
  let right = 0;
  let unmarked = 0;
  for (const question of questions) {
    const verdict = verdictOf(question, answers.get(question.id));
    total += question.points;
    if (verdict === "right") {
      won += question.points;
      right += 1;
    }
    if (verdict === "unmarked") unmarked += 1;
  }
  return { score: total === 0 ? 0 : Math.round((10_000 * won) / total) / 100, right, unmarked };
}
