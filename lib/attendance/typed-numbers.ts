import type { AttendanceStatus } from "@/prisma/generated/enums";

export type TypedMark = { number: number; status: AttendanceStatus };

const letters: Record<string, AttendanceStatus> = {
  h: "PRESENT",
  i: "EXCUSED",
  s: "SICK",
  d: "OFFICIAL_TRAVEL",
  w: "REPRESENTED",
  t: "UNEXCUSED",
};

const mostTyped = 200;

/**
 * Rows of the paper list by number: "7", "7, 12", "9-11", "7s" or "7 sakit". Without a word a row is absent without a
 * reason.
 */
export function readTypedNumbers(
  typed: string,
  known: ReadonlySet<number>,
): { marks: TypedMark[]; isWorded: boolean; reason?: never } | { reason: string; marks?: never } {
  const entries = typed
    .slice(0, mostTyped)
    .toLowerCase()
    .replace("dinas luar", "dinas")
    .replace(/ ?[-–] ?/g, "-")
    .replace(/(\d) ([a-z])/g, "$1$2")
    .split(/[\s,;]/)
    .filter(Boolean);
  const marks: TypedMark[] = [];
  for (const entry of entries) {
    const [, from, to = from, letter = "t"] = /^(\d{1,4})(?:-(\d{1,4}))?(?:([a-z])[a-z]{0,20})?$/.exec(entry) ?? [];
    const status = letters[letter];
    if (!from || !to || !status)
      return {
        reason: `“${entry}” tidak terbaca. Tulis nomor, misalnya 7, 7s (sakit), 7i (izin), atau 7d (dinas luar)`,
      };
    if (!known.has(Number(from)) || !known.has(Number(to)))
      return { reason: `Nomor ${known.has(Number(from)) ? to : from} tidak ada di daftar ini` };
    for (let number = Number(from); number <= Number(to); number++)
      if (known.has(number)) marks.push({ number, status });
  }
  return { marks, isWorded: entries.some((entry) => /[a-z]/.test(entry)) };
}
