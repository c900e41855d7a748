import { plainWords } from "@/lib/plain-words";
import { dateToDay, formatDayLong, isDay, monthNames } from "@/lib/time";

export type TypedDay = { day: string; reason?: never } | { reason: string; day?: never };

const longestDay = 60;
const howToWrite = "Tulis batas waktu seperti 31/12/2026 atau 31 Desember 2026";

/**
 * A day as people write it: "31/12/2026", "31 des", "Kamis, 31 Desember 2026", "Desember 2026" for its last day.
 * @param from the first day allowed; without a year the next one from then on is meant
 */
export function readTypedDay(typed: string, from: string): TypedDay {
  const text = tidied(typed.slice(0, longestDay));
  if (text === "") return { reason: "Isi batas waktu" };
  const day = written(text, from);
  if (day === null) return { reason: howToWrite };
  if (!isDay(day)) return { reason: "Batas waktu tidak ada di kalender" };
  if (day < from) return { reason: `Batas waktu tidak boleh sebelum tanggal kegiatan (${formatDayLong(from)})` };
  return { day };
}

/** "31/12/2026". */
export function typedDayOf(day: string): string {
  return day.split("-").reverse().join("/");
}

function tidied(typed: string): string {
  return plainWords(typed.replace(/[/-]/g, " "))
    .replace(/^(senin|selasa|rabu|kamis|jum'?at|sabtu|minggu)\b ?/, "")
    .replace(/^(s d|sd|sampai|paling lambat|tgl|tanggal|akhir)\b ?/, "");
}

function written(text: string, from: string): string | null {
  const words = text.split(" ");
  const [first = "", second = "", third] = words;
  if (words.length > 3 || (third !== undefined && !/^\d+$/.test(third))) return null;
  if (/^\d{4}$/.test(first) && third !== undefined) return joined(first, second, third);
  const month = /^\d{1,2}$/.test(second) ? Number(second) : monthOf(second);
  if (/^\d{1,2}$/.test(first) && month !== null) return inYear(third, month, first, from);
  const named = monthOf(first);
  if (named !== null && third === undefined && /^(\d{2}|\d{4})?$/.test(second)) return lastOf(named, second, from);
  return null;
}

function inYear(year: string | undefined, month: number, date: string, from: string): string | null {
  if (year !== undefined) return /^(\d{2}|\d{4})$/.test(year) ? joined(fullYear(year), month, date) : null;
  const thisYear = from.slice(0, 4);
  const day = joined(thisYear, month, date);
  return day < from ? joined(Number(thisYear) + 1, month, date) : day;
}

function lastOf(month: number, year: string, from: string): string {
  const last = (of: number) => dateToDay(new Date(Date.UTC(of, month, 0)));
  if (year !== "") return last(Number(fullYear(year)));
  const thisYear = Number(from.slice(0, 4));
  const day = last(thisYear);
  return day < from ? last(thisYear + 1) : day;
}

function monthOf(word: string): number | null {
  const short = word === "agt" || word === "agst" ? "agu" : word === "nop" || word === "nopember" ? "nov" : word;
  if (short.length < 3) return null;
  const index = monthNames.findIndex((name) => name.toLowerCase().startsWith(short));
  return index < 0 ? null : index + 1;
}

const fullYear = (year: string) => (year.length === 2 ? `20${year}` : year);

function joined(year: number | string, month: number | string, date: number | string): string {
  return [String(year), String(month).padStart(2, "0"), String(date).padStart(2, "0")].join("-");
}
