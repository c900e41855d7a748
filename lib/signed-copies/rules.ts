import { type Actor, isPuskesmas, isPuskesmasWriter } from "@/lib/actor";
import { formatMoment } from "@/lib/time";

export const copiesPerPaper = 20;

export function writesFor(actor: Actor, organisationId: string): boolean {
  return actor.organisation.id === organisationId && (!isPuskesmas(actor) || isPuskesmasWriter(actor));
}

export type CopyFacts = {
  mimeType: string;
  signatures: number;
  isLast: boolean;
  /** The PDF of ours whose bytes it begins with. */
  issuedCode: string | null;
  issuedAt: Date | null;
};

/** What the program can say of a copy, and what it cannot. */
export function copySentences(
  { mimeType, signatures, isLast, issuedCode, issuedAt }: CopyFacts,
  timeZone: string,
): string[] {
  if (mimeType !== "application/pdf") return ["Foto atau pindaian, tanpa tanda tangan elektronik."];
  const signed =
    signatures === 0
      ? "Tidak memuat tanda tangan elektronik."
      : `Memuat ${signatures} tanda tangan elektronik; keasliannya tidak diperiksa di sini.`;
  const changed = signatures > 0 && !isLast ? ["Ada yang ditambahkan sesudah tanda tangan terakhir."] : [];
  const origin =
    issuedCode && issuedAt
      ? `Isinya berawal dengan PDF yang dibuat Lokmin ${formatMoment(issuedAt, timeZone)} (kode ${issuedCode}), tanpa perubahan.`
      : "Isinya bukan lanjutan PDF yang dibuat Lokmin: dipindai, disimpan ulang, atau dibuat dengan program lain.";
  return [signed, ...changed, origin];
}
