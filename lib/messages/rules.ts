import { type Actor, isPuskesmasWriter } from "@/lib/actor";
import type { MessageKind } from "@/prisma/generated/enums";

export type MeetingMessage = Exclude<MessageKind, "FOLLOW_UP">;

export const messageKinds = ["INVITATION", "REMINDER", "CHANGE"] as const satisfies readonly MeetingMessage[];

export const templateKinds = [...messageKinds, "FOLLOW_UP"] as const satisfies readonly MessageKind[];

export const messageNames: Record<MessageKind, string> = {
  INVITATION: "Undangan",
  REMINDER: "Pengingat",
  CHANGE: "Perubahan",
  FOLLOW_UP: "Tindak lanjut",
};

export const messageSlugs = {
  INVITATION: "undangan",
  REMINDER: "pengingat",
  CHANGE: "perubahan",
  FOLLOW_UP: "tindak-lanjut",
} as const satisfies Record<MessageKind, string>;

export function messageKindOf(slug: string): MeetingMessage {
  return messageKinds.find((kind) => messageSlugs[kind] === slug) ?? "INVITATION";
}

export function templateKindOf(slug: string): MessageKind {
  return templateKinds.find((kind) => messageSlugs[kind] === slug) ?? "INVITATION";
}

export const placeholders = {
  sapaan: "Yth. nama dan jabatan; tanpa nama bila pejabatnya belum tercatat",
  nama: "nama pejabat",
  jabatan: "jabatan, dengan Plt. atau Plh. di depannya",
  instansi: "instansi yang diundang atau yang bertanggung jawab",
  kegiatan: "nama kegiatan",
  hari: "hari dan tanggal",
  pukul: "jam dengan WIB, WITA, atau WIT",
  tempat: "tempat kegiatan",
  penyelenggara: "puskesmas yang mengundang atau mengingatkan",
  perubahan: "waktu atau tempat: semula dan menjadi",
  jawaban: "jawaban terakhir, dan apakah masih berlaku",
  jumlah: "berapa rencana tindak lanjut yang belum selesai, dan berapa yang terlambat",
  mendesak: "yang batas waktunya paling dekat atau paling lama lewat",
  tautan: "tautan pribadi; selalu di baris terakhir",
} as const;

export type Placeholder = keyof typeof placeholders;

const ofMeeting: readonly Placeholder[] = ["kegiatan", "hari", "pukul", "tempat"];
const ofChange: readonly Placeholder[] = ["perubahan", "jawaban"];
const ofFollowUp: readonly Placeholder[] = ["jumlah", "mendesak"];

export function isPlaceholder(name: string): name is Placeholder {
  return Object.hasOwn(placeholders, name);
}

export function placeholdersOf(kind: MessageKind): Placeholder[] {
  const foreign =
    kind === "FOLLOW_UP" ? [...ofMeeting, ...ofChange] : kind === "CHANGE" ? ofFollowUp : [...ofChange, ...ofFollowUp];
  return Object.keys(placeholders)
    .filter(isPlaceholder)
    .filter((name) => !foreign.includes(name));
}

export function bracedNames(text: string): string[] {
  return [...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? "");
}

export function openGaps(text: string): string[] {
  return [...new Set(text.match(/\[[^[\]\n]{0,120}\]/g) ?? [])];
}

export const longestMessage = 2000;

export function encodedLength(text: string): number {
  return encodeURIComponent(text).length;
}

export function withLinkLast(text: string): string {
  const rest = text
    .replace(/[ \t]{0,20}\{tautan\}/g, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  return `${rest}\n{tautan}`;
}

/** What is wrong with a template, as a sentence that says how to mend it; null when nothing is. */
export function templateFault(kind: MessageKind, text: string): string | null {
  const known = placeholdersOf(kind);
  const names = bracedNames(text);
  const listed = known.map((name) => `{${name}}`).join(", ");
  const unknown = [...new Set(names.filter((name) => !known.some((one) => one === name)))];
  if (unknown.length > 0)
    return `${unknown.map((name) => `{${name}}`).join(", ")} tidak dikenal dalam pesan ${messageNames[kind].toLowerCase()}. Yang dikenal: ${listed}`;
  if (/[{}]/.test(text.replace(/\{[^{}]*\}/g, "")))
    return `Ada kurung kurawal yang tidak berpasangan. Tulis isian seperti {kegiatan}. Yang dikenal: ${listed}`;
  const gaps = openGaps(text);
  if (gaps.length > 0)
    return `Ganti ${gaps.join(", ")} dengan kata sebenarnya, atau dengan isian dalam kurung kurawal: ${listed}`;
  if (!names.includes("tautan"))
    return kind === "FOLLOW_UP"
      ? "Tulis {tautan} di baris terakhir: tanpa tautan pribadi, kemajuan tidak dapat dilaporkan"
      : "Tulis {tautan} di baris terakhir: tanpa tautan pribadi, undangan tidak dapat dijawab";
  if (encodedLength(text) >= longestMessage - 300)
    return "Pesan terlalu panjang untuk WhatsApp. Pendekkan; keterangan lengkap sudah ada di halaman undangan.";
  return null;
}

export function canWriteTemplates(actor: Actor): boolean {
  return isPuskesmasWriter(actor);
}
