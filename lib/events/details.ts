import { formatDayLong, isDay } from "@/lib/time";

/**
 * What an event keeps of before and after, as lines to read: "Ditunda → Terjadwal", "batas waktu: 1 Juni 2026 → 8 Juni
 * 2026", "alasan: banjir".
 */
export function detailLines(detail: unknown): string[] {
  if (!isRecord(detail)) return [];
  const { dari, menjadi, ...rest } = detail;
  return [...changeLines(dari, menjadi), ...Object.entries(rest).flatMap(([name, value]) => valueLine(name, value))];
}

function changeLines(before: unknown, after: unknown): string[] {
  if (isRecord(before) && isRecord(after))
    return Object.keys({ ...before, ...after }).flatMap((name) => {
      const [from, to] = [words(before[name]), words(after[name])];
      return from === to ? [] : [`${labelOf(name)}: ${from || "kosong"} → ${to || "kosong"}`];
    });
  const [from, to] = [words(before), words(after)];
  if (!from && !to) return [];
  return [`${from || "kosong"} → ${to || "kosong"}`];
}

function valueLine(name: string, value: unknown): string[] {
  const told = words(value);
  return told ? [`${labelOf(name)}: ${told}`] : [];
}

function labelOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function words(value: unknown): string {
  if (typeof value === "string") return isDay(value) ? formatDayLong(value) : value;
  if (typeof value === "number") return value.toLocaleString("id-ID");
  if (Array.isArray(value)) return value.map(words).filter(Boolean).join(", ");
  return "";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
