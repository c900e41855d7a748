export const mostTeam = 6;

export const checklistForms = ["YES_NO", "SCORE"] as const;

export const formNames: Record<(typeof checklistForms)[number], string> = {
  YES_NO: "Ya / sebagian / tidak",
  SCORE: "Nilai",
};

export function answerSignature(row: { answer: string | null; score: number | null; note: string | null }): string {
  return [row.answer ?? "", row.score ?? "", row.note ?? ""].join("|");
}
