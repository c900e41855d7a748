import { z } from "zod";
import { type Actor, isDinkes, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { canAssign } from "@/lib/assignments/rules";
import { type Db, db } from "@/lib/db";
import { by, recordEvent } from "@/lib/events/record";
import { optionalWholeNumber } from "@/lib/fields";
import { professionNames, standardProfessions } from "@/lib/staff/professions";
import { transact } from "@/lib/transact";
import { Profession } from "@/prisma/generated/enums";

export type Standard = {
  least: Partial<Record<Profession, number>>;
  /** Whose it is; null: the nine of Permenkes 75/2014, one each. */
  office: { id: string; name: string } | null;
};

export const standardSchema = z.object({
  rows: z.array(z.object({ profession: z.enum(Profession), least: optionalWholeNumber("jumlah", 0, 999) })).max(40),
});

/** The standard that applies to the actor's office: its own, or of the nearest office above that set one. */
export async function findStandard(actor: Actor): Promise<Standard> {
  const path = [...actor.organisation.pathIds];
  const rows = await db.staffingStandard.findMany({
    where: { organisationId: { in: path } },
    select: { profession: true, least: true, organisation: { select: { id: true, name: true } } },
  });
  const nearest = path.findLast((id) => rows.some(({ organisation }) => organisation.id === id));
  const own = rows.filter(({ organisation }) => organisation.id === nearest);
  if (own.length === 0) return { least: Object.fromEntries(standardProfessions.map((one) => [one, 1])), office: null };
  return {
    least: Object.fromEntries(own.map(({ profession, least }) => [profession, least])),
    office: own[0]?.organisation ?? null,
  };
}

export async function setStandard(actor: Actor, { rows }: z.output<typeof standardSchema>): Promise<Outcome> {
  const asked = rows.flatMap(({ profession, least }) => (least ? [{ profession, least }] : []));
  if (asked.length === 0)
    return refuse("Isi jumlah paling sedikit untuk satu jenis tenaga, atau pakai standar bawaan.");
  return replaceStandard(actor, asked);
}

export async function dropStandard(actor: Actor): Promise<Outcome> {
  return replaceStandard(actor, []);
}

async function replaceStandard(actor: Actor, rows: { profession: Profession; least: number }[]): Promise<Outcome> {
  if (!isDinkes(actor) || !canAssign(actor)) throw new NotAllowed(actor, "set the staffing standard");
  const organisationId = actor.organisation.id;
  return transact<Outcome>(async (tx) => {
    await lockOffice(tx, organisationId);
    await tx.staffingStandard.deleteMany({ where: { organisationId } });
    await tx.staffingStandard.createMany({ data: rows.map((row) => ({ ...row, organisationId })) });
    await recordEvent(tx, by(actor), {
      action: "staffing-standard.set",
      subjectId: organisationId,
      organisationId,
      data: {
        office: actor.organisation.name,
        least: rows.length ? Object.fromEntries(rows.map((row) => [professionNames[row.profession], row.least])) : null,
      },
    });
    return { ok: true };
  });
}

async function lockOffice(tx: Db, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
}
