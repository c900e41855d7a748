import { type Actor, isPuskesmasWriter } from "@/lib/actor";
import { cleanFileName } from "@/lib/documents/rules";
import type { EvidencePartState, MeetingKind } from "@/prisma/generated/enums";

export const packKinds = ["MONTHLY_LOKMIN", "QUARTERLY_LOKMIN"] as const satisfies MeetingKind[];

/** What an assessor looks for, in the order of the instrument. */
export const elements = [
  { ep: "1.6.2 a", text: "Jadwal, undangan, daftar hadir, dan notulen beserta foto kegiatan" },
  { ep: "1.6.2 b", text: "Notulen membahas permasalahan, hambatan, dan rekomendasi tindak lanjut" },
  { ep: "1.6.2 c", text: "Tindak lanjut berdasarkan rekomendasi lokakarya mini" },
  { ep: "1.7.1 f", text: "Eskalasi ke Dinas Kesehatan dan jawabannya" },
  { ep: "2.8.2 b", text: "Surat undangan, daftar hadir, dan notulen beserta foto, satu berkas tiap kegiatan" },
  { ep: "2.8.3 f", text: "Umpan balik Dinas Kesehatan atas laporan (juga bukti pembinaan, EP 1.7.1 d)" },
] as const;

export const partStateNames: Record<EvidencePartState, string> = {
  WAITING: "menunggu",
  MADE: "ada",
  FAILED: "tidak ada",
};

export function canMakePack(actor: Actor): boolean {
  return isPuskesmasWriter(actor);
}

/** A name within the ZIP, without what a folder may not be called. Unpacked on Windows, a whole path has 259 letters. */
export function pathPart(name: string, longest = 48): string {
  const letters = [...cleanFileName(`${name}.x`, "x").slice(0, -2)].slice(0, longest);
  return letters.slice(0, letters.findLastIndex((letter) => /[^.\s]/.test(letter)) + 1).join("");
}

export const packName = (organisation: string, year: number): string =>
  `Berkas akreditasi ${pathPart(organisation)} ${year}.zip`;
