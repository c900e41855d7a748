import { type Actor, type Outcome, type Refusal, refuse } from "@/lib/actor";
import { wordsOfVillages } from "@/lib/area-words/words";
import { type Db, db } from "@/lib/db";
import { by, recordEvent } from "@/lib/events/record";
import { areaLevel } from "@/lib/organisations/rules";
import type { WorkingAreaInput } from "@/lib/organisations/schema";
import { manageable } from "@/lib/organisations/writes";
import { transact } from "@/lib/transact";

/** Two who save at once: the puskesmas's row lock lets the later one replace the whole of the earlier. */
export async function setWorkingArea(
  actor: Actor,
  puskesmasId: string,
  input: WorkingAreaInput,
): Promise<Outcome<{ count: number }>> {
  const puskesmas = await manageable(actor, puskesmasId, "set the working area of", ["PUSKESMAS"]);
  const regency = puskesmas.parent?.areaCode ?? puskesmas.areaCode.slice(0, 5);
  const chosen = await db.area.findMany({
    where: {
      OR: [{ code: { in: input.villageCodes } }, { parentCode: { in: input.wholeDistricts } }],
      code: { startsWith: `${regency}.` },
    },
    select: { code: true },
  });
  const codes = new Set(chosen.map((area) => area.code).filter((code) => areaLevel(code) === "desa"));
  const unknown = input.villageCodes.filter((code) => !codes.has(code));
  if (unknown.length > 0)
    return refuse(
      `${unknown.length} desa yang dipilih tidak ada di kabupaten ini. Muat ulang halaman, lalu pilih lagi.`,
    );
  if (codes.size === 0)
    return refuse("Pilih sekurangnya satu desa: tanpa desa, capaian dan RTL per desa tidak dapat diisi.");
  return transact<Outcome<{ count: number }>>(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE id = ${puskesmasId}::uuid FOR NO KEY UPDATE`;
    const overlap = input.overlap ? null : await refuseOverlap(tx, puskesmasId, [...codes]);
    if (overlap) return overlap;
    const before = await tx.workingArea.count({ where: { puskesmasId } });
    const { count: removed } = await tx.workingArea.deleteMany({
      where: { puskesmasId, villageCode: { notIn: [...codes] } },
    });
    const { count: added } = await tx.workingArea.createMany({
      data: [...codes].map((villageCode) => ({ puskesmasId, villageCode })),
      skipDuplicates: true,
    });
    if (removed + added > 0)
      await recordEvent(tx, by(actor), {
        action: "working-area.set",
        subjectId: puskesmasId,
        organisationId: puskesmasId,
        data: { name: puskesmas.name, before, after: codes.size, village: wordsOfVillages([...codes]).village },
      });
    return { ok: true, count: codes.size };
  });
}

const shownOverlaps = 5;

async function refuseOverlap(tx: Db, puskesmasId: string, codes: string[]): Promise<Refusal | null> {
  const taken = await tx.workingArea.findMany({
    where: {
      villageCode: { in: codes },
      puskesmasId: { not: puskesmasId },
      village: { workingAreas: { none: { puskesmasId } } },
    },
    orderBy: { villageCode: "asc" },
    select: { village: { select: { name: true } }, puskesmas: { select: { name: true } } },
  });
  if (taken.length === 0) return null;
  const shown = taken.slice(0, shownOverlaps).map(({ village, puskesmas }) => `${village.name} (${puskesmas.name})`);
  const more = taken.length > shown.length ? ` dan ${taken.length - shown.length} lainnya` : "";
  return refuse(
    `Sudah masuk wilayah kerja puskesmas lain: ${shown.join(", ")}${more}. Hapus centangnya, atau nyatakan bahwa desa itu memang dilayani bersama.`,
    "overlap",
  );
}
