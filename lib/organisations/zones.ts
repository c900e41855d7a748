// Whole provinces, by Keppres 41/1987 and the provinces made since.
import { type Refusal, refuse } from "@/lib/actor";
import { type TimeZone, zoneLabel } from "@/lib/time";

const provinces: Record<TimeZone, readonly string[]> = {
  "Asia/Jakarta": [
    "11",
    "12",
    "13",
    "14",
    "15",
    "16",
    "17",
    "18",
    "19",
    "21",
    "31",
    "32",
    "33",
    "34",
    "35",
    "36",
    "61",
    "62",
  ],
  "Asia/Makassar": ["51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76"],
  "Asia/Jayapura": ["81", "82", "91", "92", "93", "94", "95", "96", "97"],
};

const zones = Object.keys(provinces) as TimeZone[];

/** The zone of an area; null where the province is not known here. */
export function zoneOf(areaCode: string): TimeZone | null {
  return zones.find((zone) => provinces[zone].includes(areaCode.slice(0, 2))) ?? null;
}

export function refuseZone(timeZone: string, area: { code: string; name: string }): Refusal | null {
  const right = zoneOf(area.code);
  if (!right || right === timeZone) return null;
  return refuse(
    `${area.name} memakai ${zoneLabel(right)}, bukan ${zoneLabel(timeZone)}: seluruh provinsinya dalam satu zona (Keppres 41/1987). Pilih ${zoneLabel(right)}.`,
    "timeZone",
  );
}
