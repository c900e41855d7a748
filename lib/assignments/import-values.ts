import type { Cells } from "@/lib/assignments/import-columns";
import { plainWords } from "@/lib/plain-words";
import { placementEndNames, professionNames } from "@/lib/staff/professions";
import { isDay, monthNames } from "@/lib/time";
import { PlacementEnd, Profession } from "@/prisma/generated/enums";

export type Values = {
  name: string;
  nip: string | null;
  profession: Profession;
  office: string;
  startsOn: string;
  endsOn: string;
  reason: PlacementEnd | null;
  decreeNumber: string | null;
};

const professionWords: Partial<Record<string, Profession>> = {
  "dokter umum": "DOCTOR",
  sanitarian: "ENVIRONMENTAL_HEALTH",
  kesling: "ENVIRONMENTAL_HEALTH",
  "tenaga sanitasi lingkungan": "ENVIRONMENTAL_HEALTH",
  kesmas: "PUBLIC_HEALTH",
  skm: "PUBLIC_HEALTH",
  atlm: "LABORATORY",
  analis: "LABORATORY",
  "analis kesehatan": "LABORATORY",
  nutrisionis: "NUTRITION",
  "tenaga gizi": "NUTRITION",
  "asisten apoteker": "PHARMACY",
  farmasi: "PHARMACY",
  promkes: "HEALTH_PROMOTION",
  ners: "NURSE",
};

const reasonWords: Partial<Record<string, PlacementEnd>> = {
  selesai: "TERM_FINISHED",
  pppk: "BECAME_PPPK",
  pns: "BECAME_PNS",
  mutasi: "MOVED",
  mundur: "RESIGNED",
  resign: "RESIGNED",
  meninggal: "DIED",
};

export function professionIn(typed: string): Profession | null {
  const words = plainWords(typed);
  const named = Object.values(Profession).find((one) => plainWords(professionNames[one]) === words);
  return named ?? professionWords[words] ?? null;
}

export function reasonIn(typed: string): PlacementEnd | null {
  const words = plainWords(typed);
  const named = Object.values(PlacementEnd).find((one) => plainWords(placementEndNames[one]) === words);
  return named ?? reasonWords[words] ?? null;
}

/** "2024-03-01", "1/3/2024", "1-3-2024" or "1 Maret 2024". */
export function dayIn(typed: string): string | null {
  const text = typed.trim();
  if (isDay(text)) return text;
  const [day = "", month = "", year = ""] = text.split(/[\s./-]+/);
  const named = monthNames.findIndex((name) => name.toLowerCase() === month.toLowerCase()) + 1;
  const number = named > 0 ? String(named) : month;
  const written = `${year}-${number.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(written) ? written : null;
}

/** What a row says, or why it cannot be taken. */
export function valuesOf(cells: Cells): { values: Values } | { reasons: string[] } {
  const text = (key: keyof Cells) => cells[key]?.trim() ?? "";
  const nip = text("nip").replace(/\D/g, "");
  const profession = professionIn(text("profession"));
  const startsOn = dayIn(text("startsOn"));
  const endsOn = dayIn(text("endsOn"));
  const reason = text("reason") ? reasonIn(text("reason")) : null;
  const reasons = [
    text("name") ? "" : "Nama kosong",
    text("name").length > 200 ? "Nama paling banyak 200 huruf" : "",
    text("nip") && nip.length !== 18 ? `NIP “${text("nip")}” tidak berisi 18 angka` : "",
    profession ? "" : `Profesi “${text("profession")}” tidak dikenal`,
    startsOn ? "" : `Mulai “${text("startsOn")}” bukan tanggal: tulis seperti 1/3/2024`,
    endsOn ? "" : `Berakhir “${text("endsOn")}” bukan tanggal: tulis seperti 1/3/2029`,
    startsOn && endsOn && endsOn < startsOn ? "Berakhir sebelum mulai" : "",
    text("reason") && !reason ? `Sebab berakhir “${text("reason")}” tidak dikenal` : "",
  ].filter(Boolean);
  if (reasons.length > 0 || !profession || !startsOn || !endsOn) return { reasons };
  const decreeNumber = text("decreeNumber").slice(0, 100) || null;
  return {
    values: {
      name: text("name"),
      nip: nip || null,
      profession,
      office: text("office"),
      startsOn,
      endsOn,
      reason,
      decreeNumber,
    },
  };
}
