import type { Profession } from "@/prisma/generated/enums";

export const needStates = ["none", "short", "ending", "met"] as const;
export type NeedState = (typeof needStates)[number];

export const needLetters: Record<NeedState, string> = { none: "T", short: "K", ending: "S", met: "C" };
export const needNames: Record<NeedState, string> = {
  none: "tidak ada",
  short: "kurang dari standar",
  ending: "cukup sementara: penugasan khusus berakhir dalam 12 bulan",
  met: "cukup",
};

/** Counts of one profession: in one puskesmas, or added up over those of a row. */
export type NeedCell = {
  profession: Profession;
  puskesmas: number;
  least: number;
  staff: number;
  assigned: number;
  /** Assignments that end within twelve months. */
  ending: number;
  met: number;
  /** Of those, the ones that no longer will once assignments have ended. */
  fragile: number;
  missing: number;
};

export type NeedRow = {
  id: string;
  name: string;
  areaCode: string;
  puskesmas: number;
  complete: number;
  cells: NeedCell[];
};

export function stateOf({ staff, least, fragile }: Pick<NeedCell, "staff" | "least" | "fragile">): NeedState {
  if (staff === 0) return "none";
  if (staff < least) return "short";
  return fragile > 0 ? "ending" : "met";
}

export const shortNames: Record<Profession, string> = {
  DOCTOR: "Dokter",
  DENTIST: "Dr. gigi",
  NURSE: "Perawat",
  MIDWIFE: "Bidan",
  PUBLIC_HEALTH: "Kesmas",
  ENVIRONMENTAL_HEALTH: "Kesling",
  LABORATORY: "ATLM",
  NUTRITION: "Gizi",
  PHARMACY: "Farmasi",
  PHARMACIST: "Apoteker",
  HEALTH_PROMOTION: "Promkes",
  DENTAL_NURSE: "Terapis gigi",
  MEDICAL_RECORDS: "Rekam medis",
  PHYSIOTHERAPY: "Fisioterapi",
  SPECIALIST: "Spesialis",
  EPIDEMIOLOGY: "Epid.",
  ADMINISTRATION: "TU",
  OTHER: "Lain",
};
