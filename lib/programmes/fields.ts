export const mostTeam = 6;

const teamFields = ["f0", "f1", "f2", "f3", "f4", "f5"] as const;

export const checklistForms = ["YES_NO", "SCORE"] as const;

export const formNames: Record<(typeof checklistForms)[number], string> = {
  YES_NO: "Ya / sebagian / tidak",
  SCORE: "Nilai",
};

export function answerSignature(row: { answer: string | null; score: number | null; note: string | null }): string {
  return [row.answer ?? "", row.score ?? "", row.note ?? ""].join("|");
}
