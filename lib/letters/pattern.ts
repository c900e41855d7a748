import { faultWords, placeholderFaults, placeholdersIn } from "@/lib/papers/wording";

export const patternPlaceholders = {
  nomor: "nomor urut dalam setahun",
  "nomor:2": "nomor urut, paling sedikit dua angka: 06",
  "nomor:3": "nomor urut, paling sedikit tiga angka: 006",
  "nomor:4": "nomor urut, paling sedikit empat angka: 0006",
  bulan: "bulan surat dengan angka: 6",
  "bulan:2": "bulan surat dengan dua angka: 06",
  "bulan-romawi": "bulan surat dengan angka Romawi: VI",
  tahun: "tahun surat: 2026",
  "tahun:2": "dua angka terakhir tahun surat: 26",
} as const;

const known = Object.keys(patternPlaceholders);

/** What is wrong with a pattern, as a sentence; null when nothing is. */
export function patternFault(pattern: string): string | null {
  const [fault] = placeholderFaults(pattern, known);
  if (fault) return faultWords(fault);
  const counts = placeholdersIn(pattern).filter((name) => name.startsWith("nomor"));
  if (counts.length === 0) return "Tulis {nomor} di tempat nomor urutnya, misalnya 445.4/{nomor:2}/Admen/{tahun}";
  return counts.length > 1 ? "Tulis {nomor} satu kali saja" : null;
}

const roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"] as const;

/** @param day of the letter, "2026-06-24" */
export function formatNumber(pattern: string, sequence: number, day: string): string {
  const [year = "", month = ""] = day.split("-");
  const partOf = (name: string, digits: string | undefined): string => {
    if (name === "nomor") return String(sequence).padStart(Number(digits ?? 1), "0");
    if (name === "tahun") return digits === "2" ? year.slice(2) : year;
    if (name === "bulan") return digits === "2" ? month : String(Number(month));
    return roman[Number(month) - 1] ?? "";
  };
  return pattern.replace(/\{([a-z-]+)(?::(\d))?\}/g, (_, name: string, digits: string | undefined) =>
    partOf(name, digits),
  );
}

/** Two ways of writing one number are one: blanks and capitals do not tell them apart. */
export function numberKey(number: string): string {
  return number.toLowerCase().replace(/\s+/g, "");
}
