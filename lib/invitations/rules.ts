import type { AnswerChoice } from "@/prisma/generated/enums";

export const answerNames: Record<AnswerChoice, string> = {
  PRESENT: "Hadir",
  REPRESENTED: "Diwakili",
  ABSENT: "Tidak hadir",
};

export function linkOf(token: string): string {
  return `${process.env.APP_URL ?? ""}/u/${token}`;
}
