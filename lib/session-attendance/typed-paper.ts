import { type Refusal, refuse } from "@/lib/actor";
import { readTypedNumbers } from "@/lib/attendance/typed-numbers";
import type { PresenceMark } from "@/lib/session-attendance/presences";
import type { SessionPaperInput } from "@/lib/session-attendance/schema";

type Numbered = { number: number; attendeeId: string };

/** The paper list of a session as its reader says it: all were there but some numbers, or only some were. */
export function readSessionPaper(
  { way, numbers }: SessionPaperInput,
  people: readonly Numbered[],
): { ok: true; marks: PresenceMark[] } | Refusal {
  if (way === "only" && numbers.trim() === "") return refuse("Isi nomor yang hadir", "numbers");
  const typed = readTypedNumbers(numbers, new Set(people.map(({ number }) => number)));
  if (typed.reason !== undefined) return refuse(typed.reason, "numbers");
  if (typed.isWorded) return refuse("Tulis nomornya saja, misalnya 3, 8, 12-14", "numbers");
  const isTyped = new Set(typed.marks.map(({ number }) => number));
  return {
    ok: true,
    marks: people.map(({ number, attendeeId }) => ({
      attendeeId,
      status: isTyped.has(number) === (way === "only") ? "PRESENT" : "ABSENT",
    })),
  };
}
