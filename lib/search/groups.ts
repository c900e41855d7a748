export const groupNames = {
  meetings: "Kegiatan",
  seats: "Mitra",
  persons: "Orang",
  items: "RTL",
  problems: "Masalah",
  notes: "Notulen",
  indicators: "Indikator",
  templates: "Templat",
} as const;

export type Hit = { id: string; href: string; text: string; detail: string };
export type HitGroup = { name: keyof typeof groupNames; hits: Hit[]; more: string | null };
