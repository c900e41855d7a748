import type { SessionForm } from "@/prisma/generated/enums";

export const sessionForms = [
  "THEORY",
  "SIMULATION",
  "PRACTICE",
  "EVALUATION",
  "TEST",
] as const satisfies readonly SessionForm[];

export const sessionFormNames: Record<SessionForm, string> = {
  THEORY: "Materi",
  SIMULATION: "Simulasi",
  PRACTICE: "Praktik",
  EVALUATION: "Evaluasi",
  TEST: "Tes",
};

export const mostSessions = 60;
export const mostParticipantsAtOnce = 200;

export type Speaker = { name: string; title: string; institution: string };

/** A speaker a line, "nama / jabatan / instansi". */
export function speakerLines(speakers: readonly Speaker[]): string {
  return speakers
    .map(({ name, title, institution }) => [name, title, institution].join(" / ").replace(/( \/ )+$/, ""))
    .join("\n");
}

export function speakerNames(speakers: readonly { name: string }[]): string | null {
  return speakers.map(({ name }) => name).join("; ") || null;
}

export function readSpeakers(typed: string): Speaker[] {
  return typed.split("\n").flatMap((line) => {
    const [name = "", title = "", ...rest] = line.split("/").map((part) => part.trim());
    return name ? [{ name, title, institution: rest.join("/") }] : [];
  });
}
