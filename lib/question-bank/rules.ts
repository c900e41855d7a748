import { type Actor, isDinkesStaff, isPuskesmasWriter } from "@/lib/actor";
import type { QuestionKind } from "@/prisma/generated/enums";

export const questionKinds = [
  "SINGLE",
  "MULTIPLE",
  "TRUE_FALSE",
  "ORDER",
  "SHORT_TEXT",
] as const satisfies readonly QuestionKind[];

export const questionKindNames: Record<QuestionKind, string> = {
  SINGLE: "Pilihan ganda",
  MULTIPLE: "Pilihan jamak",
  TRUE_FALSE: "Benar atau salah",
  ORDER: "Urutan",
  SHORT_TEXT: "Isian singkat",
};

export const trueFalse = ["Benar", "Salah"];
export const mostOptions = 8;
export const letterOf = (place: number) => String.fromCharCode(65 + place);

export function canWriteQuestions(actor: Actor): boolean {
  return isPuskesmasWriter(actor) || isDinkesStaff(actor);
}

export type QuestionContent = {
  topic: string;
  kind: QuestionKind;
  text: string;
  options: string[];
  correct: number[];
  accepted: string[];
  points: number;
};

type Key = Pick<QuestionContent, "kind"> & {
  options: readonly string[];
  correct: readonly number[];
  accepted: readonly string[];
};

export function keyWords({ kind, options, correct, accepted }: Key): string {
  if (kind === "SHORT_TEXT") return accepted.length > 0 ? accepted.join(" / ") : "dinilai panitia";
  if (kind === "ORDER") return options.join(" → ");
  return correct
    .map((place) => (kind === "TRUE_FALSE" ? "" : `${letterOf(place)}. `) + (options[place] ?? ""))
    .join("; ");
}
