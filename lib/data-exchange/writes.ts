import { type Actor, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { elementAnswer, readMapping, unitAnswer } from "@/lib/data-exchange/mapping";
import type { MappedElementInput, MappedUnitInput } from "@/lib/data-exchange/schema";
import type { Db } from "@/lib/db";
import { by, recordEvent } from "@/lib/events/record";
import { canEnterForPuskesmas, takesMonthlyDenominator } from "@/lib/indicators/rules";
import { transact } from "@/lib/transact";

const parts = ["NUMERATOR", "DENOMINATOR"] as const;

function authorise(actor: Actor, what: string): string {
  if (!canEnterForPuskesmas(actor)) throw new NotAllowed(actor, what);
  return actor.organisation.id;
}

export async function mapDataElement(actor: Actor, input: MappedElementInput): Promise<Outcome> {
  const organisationId = authorise(actor, "map a data element");
  const { dataElement, categoryOptionCombo } = input;
  return transact<Outcome>(async (tx) => {
    const { indicators } = await readMapping(tx, actor, {});
    const [target] = indicators.flatMap((indicator) =>
      parts.flatMap((part) => (elementAnswer({ indicator, part }) === input.answer ? [{ indicator, part }] : [])),
    );
    if (!target) return refuse("Pilih indikator dari daftar", "answer");
    if (target.part === "DENOMINATOR" && !takesMonthlyDenominator(target.indicator))
      return refuse("Indikator ini tidak memakai sasaran bulanan", "answer");
    const where = { organisationId, dataElement, categoryOptionCombo };
    const data = { indicatorId: target.indicator.id, part: target.part };
    await tx.mappedDataElement.upsert({
      where: { organisationId_dataElement_categoryOptionCombo: where },
      create: { ...where, ...data },
      update: data,
    });
    await tell(tx, actor, [dataElement, categoryOptionCombo].filter(Boolean).join(" "), target.indicator.name);
    return { ok: true };
  });
}

export async function mapOrgUnit(actor: Actor, { orgUnit, answer }: MappedUnitInput): Promise<Outcome> {
  const organisationId = authorise(actor, "map an organisation unit");
  return transact<Outcome>(async (tx) => {
    const { units } = await readMapping(tx, actor, { answer });
    const target = units.find((unit) => unitAnswer(unit) === answer);
    if (!target) return refuse("Pilih puskesmas atau desa dari daftar", "answer");
    const data = { puskesmasId: target.puskesmasId, villageCode: target.villageCode };
    await tx.mappedOrgUnit.upsert({
      where: { organisationId_orgUnit: { organisationId, orgUnit } },
      create: { organisationId, orgUnit, ...data },
      update: data,
    });
    await tell(tx, actor, orgUnit, target.name);
    return { ok: true };
  });
}

export async function unmapDataElement(
  actor: Actor,
  { dataElement, categoryOptionCombo }: { dataElement: string; categoryOptionCombo: string },
): Promise<Outcome> {
  const organisationId = authorise(actor, "unmap a data element");
  return transact<Outcome>(async (tx) => {
    const where = { organisationId, dataElement, categoryOptionCombo };
    const { count } = await tx.mappedDataElement.deleteMany({ where });
    if (count > 0) await tellRemoved(tx, actor, dataElement);
    return { ok: true };
  });
}

export async function unmapOrgUnit(actor: Actor, orgUnit: string): Promise<Outcome> {
  const organisationId = authorise(actor, "unmap an organisation unit");
  return transact<Outcome>(async (tx) => {
    const { count } = await tx.mappedOrgUnit.deleteMany({ where: { organisationId, orgUnit } });
    if (count > 0) await tellRemoved(tx, actor, orgUnit);
    return { ok: true };
  });
}

function tell(tx: Db, actor: Actor, code: string, name: string): Promise<void> {
  const organisationId = actor.organisation.id;
  return recordEvent(tx, by(actor), {
    action: "mapping.saved",
    subjectId: organisationId,
    organisationId,
    data: { pairs: [`${code} → ${name}`], count: 1 },
  });
}

function tellRemoved(tx: Db, actor: Actor, code: string): Promise<void> {
  const organisationId = actor.organisation.id;
  return recordEvent(tx, by(actor), {
    action: "mapping.removed",
    subjectId: organisationId,
    organisationId,
    data: { code },
  });
}
