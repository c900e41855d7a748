const currentNames: Readonly<Record<string, string>> = {
  HADIR: "PRESENT",
  DIWAKILI: "REPRESENTED",
  TIDAK_HADIR: "ABSENT",
  IZIN: "EXCUSED",
  SAKIT: "SICK",
  DINAS_LUAR: "OFFICIAL_TRAVEL",
  TANPA_KETERANGAN: "UNEXCUSED",
  BELUM_MULAI: "NOT_STARTED",
  BERJALAN: "IN_PROGRESS",
  SELESAI: "DONE",
  DILANJUTKAN: "CONTINUED",
  DIESKALASI: "ESCALATED",
  DIBATALKAN: "CANCELLED",
  DITERIMA: "RECEIVED",
  DITINDAKLANJUTI: "ACTED_ON",
  DIKEMBALIKAN: "RETURNED",
};

export function currentName(value: unknown): unknown {
  return typeof value === "string" && Object.hasOwn(currentNames, value) ? currentNames[value] : value;
}
