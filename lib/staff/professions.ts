import type { EmploymentStatus, LicenceKind, PlacementEnd, Profession } from "@/prisma/generated/client";

/** The nine of Permenkes 75/2014 first, in its order, then others. */
export const professionNames: Record<Profession, string> = {
  DOCTOR: "Dokter",
  DENTIST: "Dokter gigi",
  NURSE: "Perawat",
  MIDWIFE: "Bidan",
  PUBLIC_HEALTH: "Kesehatan masyarakat",
  ENVIRONMENTAL_HEALTH: "Kesehatan lingkungan",
  LABORATORY: "ATLM (laboratorium medik)",
  NUTRITION: "Gizi",
  PHARMACY: "Tenaga farmasi",
  PHARMACIST: "Apoteker",
  HEALTH_PROMOTION: "Promosi kesehatan",
  DENTAL_NURSE: "Terapis gigi dan mulut",
  MEDICAL_RECORDS: "Perekam medis",
  PHYSIOTHERAPY: "Fisioterapis",
  SPECIALIST: "Dokter spesialis",
  EPIDEMIOLOGY: "Epidemiolog",
  ADMINISTRATION: "Tata usaha",
  OTHER: "Lainnya",
};

export const standardProfessions = [
  "DOCTOR",
  "DENTIST",
  "NURSE",
  "MIDWIFE",
  "PUBLIC_HEALTH",
  "ENVIRONMENTAL_HEALTH",
  "LABORATORY",
  "NUTRITION",
  "PHARMACY",
] as const satisfies readonly Profession[];

export const employmentStatusNames: Record<EmploymentStatus, string> = {
  PNS: "PNS",
  PPPK: "PPPK",
  CONTRACT: "BLUD atau kontrak",
  HONORARY: "Honorer",
  SPECIAL_ASSIGNMENT: "Penugasan khusus",
};

export const placementEndNames: Record<PlacementEnd, string> = {
  TERM_FINISHED: "Masa tugas selesai",
  BECAME_PPPK: "Diangkat menjadi PPPK",
  BECAME_PNS: "Diangkat menjadi PNS",
  MOVED: "Pindah",
  RESIGNED: "Mengundurkan diri",
  RETIRED: "Pensiun",
  DIED: "Meninggal dunia",
  OTHER: "Sebab lain",
};

export const licenceKindNames: Record<LicenceKind, string> = { STR: "STR", SIP: "SIP" };
