import type { QuestionKind } from "@/prisma/generated/enums";

export type AskedOnPage = { id: string; position: number; kind: QuestionKind; options: readonly string[] };
export type NewAnswer = { questionId: string; chosen: number[]; text: string | null };

export const longestText = 300;
export const fieldOf = (position: number) => `q${position}`;
export const optionFieldOf = (position: number, place: number) => `q${position}.${place}`;

/** Answers to the questions that the form had on it, by their positions; a question left out keeps its answer. */
export function answersIn(typed: Record<string, string>, questions: readonly AskedOnPage[]): NewAnswer[] {
  const shown = new Set((typed.on ?? "").split(",").map(Number));
  return questions.filter(({ position }) => shown.has(position)).flatMap((question) => answerIn(typed, question) ?? []);
}

function answerIn(typed: Record<string, string>, { id, position, kind, options }: AskedOnPage): NewAnswer | null {
  const said = typed[fieldOf(position)];
  if (kind === "SHORT_TEXT") {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: PostgreSQL refuses the zero byte
    const text = (said ?? "").replace(/[\u0000-\u001f\u007f]/g, " ").trim();
    return { questionId: id, chosen: [], text: text.slice(0, longestText).replace(/\p{Cs}$/u, "") || null };
  }
  const places = options.map((_, place) => place);
  if (kind === "MULTIPLE")
    return {
      questionId: id,
      chosen: places.filter((place) => typed[optionFieldOf(position, place)] === "1"),
      text: null,
    };
  if (kind === "ORDER")
    return { questionId: id, chosen: places.map((place) => rankIn(typed, position, place)), text: null };
  // A radio cannot be let go of: none chosen says nothing.
  const place = /^\d$/.test(said ?? "") ? Number(said) : -1;
  return places.includes(place) ? { questionId: id, chosen: [place], text: null } : null;
}

/** 0 where no place was given. */
function rankIn(typed: Record<string, string>, position: number, place: number): number {
  const rank = typed[optionFieldOf(position, place)] ?? "";
  return /^[1-8]$/.test(rank) ? Number(rank) : 0;
}
