import { createHash } from "node:crypto";
import { type Actor, organisationsWithin } from "@/lib/actor";
import type { SentValue } from "@/lib/data-exchange/draft";
import type { Db } from "@/lib/db";
import { listPuskesmasWithin } from "@/lib/figures/office-sheet";
import type { Choices } from "@/lib/imports/choices";
import { usedBy } from "@/lib/indicators/reads";
import { plainWords } from "@/lib/plain-words";
import { mostNamed } from "@/lib/plan/item-query";
import type { FigurePart, IndicatorForm } from "@/prisma/generated/enums";

export type MappedIndicator = {
  id: string;
  name: string;
  form: IndicatorForm;
  isCumulative: boolean;
  isArchived: boolean;
};

export type ElementTarget = { indicator: MappedIndicator; part: FigurePart };
export type UnitTarget = { puskesmasId: string; villageCode: string | null; name: string };

/** What the office keeps, what is asked on this upload, and what may be answered. */
export type Mapping = {
  /** isKept: by a row of the table, not by an answer or by its name. */
  elementOf: (
    value: Pick<SentValue, "dataElement" | "categoryOptionCombo">,
  ) => (ElementTarget & { isKept: boolean }) | null;
  unitOf: (orgUnit: string) => { unit: UnitTarget; isKept: boolean } | null;
  indicators: readonly MappedIndicator[];
  units: readonly UnitTarget[];
};

/** The name of a question on the preview: a code may be longer than a name may be. */
export function questionOf(kind: "element" | "unit", code: string): string {
  return `${kind}-${createHash("sha256").update(code).digest("base64url").slice(0, 20)}`;
}

const partLetters = { N: "NUMERATOR", D: "DENOMINATOR" } as const;

export function elementAnswer({ indicator, part }: ElementTarget): string {
  return `${part === "NUMERATOR" ? "N" : "D"}:${indicator.id}`;
}

export function unitAnswer({ puskesmasId, villageCode }: UnitTarget): string {
  return villageCode ? `V:${villageCode}` : `P:${puskesmasId}`;
}

function answeredVillages(choices: Choices): string[] {
  return Object.values(choices).flatMap((answer) => (answer.startsWith("V:") ? [answer.slice(2)] : []));
}

/** @param codes the organisation units that are asked for; of an office with many puskesmas no other desa is read */
export async function readMapping(
  tx: Db,
  actor: Actor,
  choices: Choices,
  codes: readonly string[] = [],
): Promise<Mapping> {
  const organisationId = actor.organisation.id;
  const indicators = (
    await tx.indicator.findMany({
      where: usedBy(actor.organisation),
      orderBy: [{ position: "asc" }, { name: "asc" }],
      take: 2000,
      select: { id: true, name: true, form: true, isCumulative: true, archivedAt: true },
    })
  ).map(({ archivedAt, ...indicator }) => ({ ...indicator, isArchived: archivedAt !== null }));
  const puskesmas = await listPuskesmasWithin(tx, actor);
  const orgUnits = [...new Set(codes)];
  const kept = await tx.mappedOrgUnit.findMany({ where: { organisationId, orgUnit: { in: orgUnits } } });
  const asked = [...orgUnits, ...kept.flatMap(({ villageCode }) => villageCode ?? []), ...answeredVillages(choices)];
  const areas = await tx.workingArea.findMany({
    where: {
      puskesmas: organisationsWithin(actor),
      ...(puskesmas.length > mostNamed && { villageCode: { in: asked } }),
    },
    orderBy: [{ puskesmasId: "asc" }, { villageCode: "asc" }],
    select: { puskesmasId: true, villageCode: true, village: { select: { name: true } } },
  });
  const elements = await tx.mappedDataElement.findMany({ where: { organisationId } });
  const byId = new Map(indicators.map((one) => [one.id, one]));
  const wholes = puskesmas.map(({ id, name }): UnitTarget => ({ puskesmasId: id, villageCode: null, name }));
  const parts = areas.map(
    ({ puskesmasId, villageCode, village }): UnitTarget => ({ puskesmasId, villageCode, name: village.name }),
  );
  const units = [...wholes, ...parts];
  const unitByAnswer = new Map(units.map((unit) => [unitAnswer(unit), unit]));
  const keptElement = new Map(elements.map((one) => [`${one.dataElement} ${one.categoryOptionCombo}`, one]));
  const keptUnit = new Map(kept.map((one) => [one.orgUnit, one]));
  const unitByCode = new Map([
    ...parts.map((unit) => [unit.villageCode ?? "", unit] as const),
    ...puskesmas.map(({ id, name }) => [plainWords(name), { puskesmasId: id, villageCode: null, name }] as const),
    ...puskesmas.flatMap(({ id, name, registrationCode }) =>
      registrationCode ? [[registrationCode, { puskesmasId: id, villageCode: null, name }] as const] : [],
    ),
  ]);
  const indicatorByName = new Map(indicators.map((one) => [plainWords(one.name), one]));
  return {
    indicators: indicators.filter(({ isArchived }) => !isArchived),
    units,
    elementOf({ dataElement, categoryOptionCombo }) {
      const found = keptElement.get(`${dataElement} ${categoryOptionCombo}`) ?? keptElement.get(`${dataElement} `);
      const known = found && byId.get(found.indicatorId);
      if (found && known) return { indicator: known, part: found.part, isKept: true };
      const [letter, id] = (choices[questionOf("element", dataElement)] ?? "").split(":");
      const chosen = id ? byId.get(id) : undefined;
      if (chosen && (letter === "N" || letter === "D"))
        return { indicator: chosen, part: partLetters[letter], isKept: false };
      const named = indicatorByName.get(plainWords(dataElement));
      return named ? { indicator: named, part: "NUMERATOR", isKept: false } : null;
    },
    unitOf(orgUnit) {
      const found = keptUnit.get(orgUnit);
      if (found) {
        const { puskesmasId, villageCode } = found;
        const unit = unitByAnswer.get(unitAnswer({ puskesmasId, villageCode, name: "" }));
        return unit ? { unit, isKept: true } : null;
      }
      const unit =
        unitByAnswer.get(choices[questionOf("unit", orgUnit)] ?? "") ??
        unitByCode.get(orgUnit) ??
        unitByCode.get(plainWords(orgUnit));
      return unit ? { unit, isKept: false } : null;
    },
  };
}
