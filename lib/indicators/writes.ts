import { type Actor, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { type Db, db, isId } from "@/lib/db";
import { by, recordEvent } from "@/lib/events/record";
import { canDefineIndicators } from "@/lib/indicators/rules";
import type { IndicatorEdit, IndicatorInput } from "@/lib/indicators/schema";
import { transact } from "@/lib/transact";
import type { Indicator } from "@/prisma/generated/client";

/** Defines an indicator of the actor's organisation. The same form sent twice makes one. */
export async function defineIndicator(actor: Actor, input: IndicatorInput): Promise<Outcome<{ id: string }>> {
  if (!canDefineIndicators(actor)) throw new NotAllowed(actor, "define an indicator");
  const organisationId = actor.organisation.id;
  return transact<Outcome<{ id: string }>>(
    async (tx) => {
      const position = input.position ?? (await lastPosition(tx, organisationId)) + 10;
      await tx.indicator.create({ data: { ...input, position, organisationId } });
      const { id, name, form, unit } = input;
      await recordEvent(tx, by(actor), {
        action: "indicator.defined",
        subjectId: id,
        organisationId,
        data: { name, form, unit },
      });
      return { ok: true, id };
    },
    {
      onDuplicate: async () => {
        const mine = await db.indicator.findUnique({ where: { id: input.id }, select: { organisationId: true } });
        if (mine?.organisationId === organisationId) return { ok: true, id: input.id };
        return mine ? refuse("Muat ulang halaman ini, lalu coba lagi") : nameTaken(input.name);
      },
    },
  );
}

export async function lastPosition(tx: Db, organisationId: string): Promise<number> {
  const { _max } = await tx.indicator.aggregate({ where: { organisationId }, _max: { position: true } });
  return _max.position ?? 0;
}

/**
 * How figures are read stays once there are any: they would mean something else. The row lock orders edits and entries.
 */
export async function editIndicator(actor: Actor, input: IndicatorEdit): Promise<Outcome> {
  const { id, version, position, ...values } = input;
  return transact<Outcome>(
    async (tx) => {
      const before = await lockIndicator(tx, actor, id, "edit indicator");
      if (before.version !== version) return changedMeanwhile;
      const meaning = await changedMeaning(tx, before, input);
      if (meaning) return meaning;
      await tx.indicator.update({
        where: { id },
        data: { ...values, position: position ?? before.position, version: { increment: 1 } },
      });
      await recordEvent(tx, by(actor), {
        action: "indicator.edited",
        subjectId: id,
        organisationId: before.organisationId,
        data: { before: definitionOf(before), after: definitionOf(input) },
      });
      return { ok: true };
    },
    { onDuplicate: () => nameTaken(input.name) },
  );
}

async function changedMeaning(tx: Db, before: Indicator, input: IndicatorEdit): Promise<Outcome | null> {
  const changesForm = before.form !== input.form;
  if (!changesForm && before.isCumulative === input.isCumulative) return null;
  const value = await tx.indicatorValue.findFirst({ where: { indicatorId: before.id }, select: { year: true } });
  if (!value) return null;
  return refuse(
    `Angka indikator ini sudah diisi (misalnya tahun ${value.year}), dan artinya akan berubah. Arsipkan indikator ini, lalu buat yang baru.`,
    changesForm ? "form" : "isCumulative",
  );
}

type Definition = Pick<Indicator, "name" | "form" | "unit" | "spread" | "isCumulative" | "lowerIsBetter">;

function definitionOf({ name, form, unit, spread, isCumulative, lowerIsBetter }: Definition): Definition {
  return { name, form, unit, spread, isCumulative, lowerIsBetter };
}

export async function archiveIndicator(actor: Actor, id: string, isArchived: boolean): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const before = await lockIndicator(tx, actor, id, "archive indicator");
    if ((before.archivedAt !== null) === isArchived) return { ok: true };
    await tx.indicator.update({
      where: { id },
      data: { archivedAt: isArchived ? new Date() : null, version: { increment: 1 } },
    });
    await recordEvent(tx, by(actor), {
      action: isArchived ? "indicator.archived" : "indicator.restored",
      subjectId: id,
      organisationId: before.organisationId,
      data: { name: before.name },
    });
    return { ok: true };
  });
}

async function lockIndicator(tx: Db, actor: Actor, id: string, what: string): Promise<Indicator> {
  if (!canDefineIndicators(actor) || !isId(id)) throw new NotAllowed(actor, what);
  await tx.$queryRaw`SELECT 1 FROM "Indicator" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const found = await tx.indicator.findFirst({ where: { id, organisationId: actor.organisation.id } });
  if (!found) throw new NotAllowed(actor, `${what} ${id}`);
  return found;
}

export function nameTaken(name: string, field = "name") {
  return refuse(
    `Indikator “${name}” sudah ada. Pakai nama lain, atau buka yang sudah ada (mungkin diarsipkan).`,
    field,
  );
}

const changedMeanwhile = refuse(
  "Indikator ini baru saja diubah orang lain. Muat ulang halaman untuk melihat perubahannya, lalu ulangi.",
);
