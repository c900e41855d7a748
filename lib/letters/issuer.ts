import { type Refusal, refuse } from "@/lib/actor";
import type { Db } from "@/lib/db";
import type { Numbering } from "@/lib/letters/numbering";

/** Whose numbers a letter takes: of the kecamatan whose letterhead it is printed on, else of its own office. */
export async function issuerOf(
  tx: Db,
  organisationId: string,
  letterheadId: string | null,
): Promise<({ ok: true } & Numbering) | Refusal> {
  const letterhead = letterheadId
    ? await tx.letterhead.findFirst({
        where: { id: letterheadId, organisationId },
        select: { areaCode: true, numberPattern: true },
      })
    : null;
  if (letterheadId && !letterhead) return refuse("Kop surat itu tidak ada lagi. Pilih kop lain.", "letterheadId");
  if (letterhead?.areaCode) return { ok: true, issuer: letterhead.areaCode, pattern: letterhead.numberPattern };
  const office = await tx.paperOffice.findUnique({ where: { organisationId }, select: { numberPattern: true } });
  return { ok: true, issuer: organisationId, pattern: office?.numberPattern ?? null };
}
