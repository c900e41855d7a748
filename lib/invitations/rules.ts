import type { AnswerChoice } from "@/prisma/generated/enums";

export const answerNames: Record<AnswerChoice, string> = {
  HADIR: "Hadir",
  DIWAKILI: "Diwakili",
  TIDAK_HADIR: "Tidak hadir",
};

/** The personal address of one invitation. */
export function linkOf(token: string): string {
  return `${process.env.APP_URL ?? ""}/u/${token}`;
}
