import { formatDay, monthNames } from "@/lib/time";

const small = [
  "nol",
  "satu",
  "dua",
  "tiga",
  "empat",
  "lima",
  "enam",
  "tujuh",
  "delapan",
  "sembilan",
  "sepuluh",
  "sebelas",
] as const;

const steps = [
  { size: 1_000_000, name: "juta", one: "satu juta" },
  { size: 1000, name: "ribu", one: "seribu" },
  { size: 100, name: "ratus", one: "seratus" },
  { size: 10, name: "puluh", one: "sepuluh" },
] as const;

/** 2026 → "dua ribu dua puluh enam"; whole numbers from 0 below a thousand million. */
export function numberWords(number: number): string {
  const known = small[number];
  if (known) return known;
  if (number < 20) return `${numberWords(number - 10)} belas`;
  const step = steps.find(({ size }) => number >= size);
  if (!step) throw new Error(`No words for ${number}`);
  const count = Math.floor(number / step.size);
  const rest = number % step.size;
  const head = count === 1 ? step.one : `${numberWords(count)} ${step.name}`;
  return rest === 0 ? head : `${head} ${numberWords(rest)}`;
}

/** "Rabu tanggal dua puluh empat bulan Juni tahun dua ribu dua puluh enam". @param day "2026-06-24" */
export function dayInWords(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const [weekday = ""] = formatDay(day).split(",");
  return `${weekday} tanggal ${numberWords(date)} bulan ${monthNames[month - 1]} tahun ${numberWords(year)}`;
}
