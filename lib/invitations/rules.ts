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

/** "Kepala Desa Margasari (diwakili Siti, Sekretaris Desa)": principal and delegate as one line of a list. */
export function representedLine(
  principal: string,
  delegate: { name: string; title: string; institution?: string | null },
): string {
  return `${principal} (diwakili ${[delegate.name, delegate.title, delegate.institution].filter(Boolean).join(", ")})`;
}
