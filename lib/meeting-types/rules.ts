import { type Actor, isPuskesmasWriter } from "@/lib/actor";
import { sayIn } from "@/lib/area-words/local";
import { type AreaWords, generalWords } from "@/lib/area-words/words";
import { type DefaultType, defaultTypes, type TypeContent } from "@/lib/meeting-types/defaults";
import { quarterOfPeriod } from "@/lib/meetings/rules";
import { normalForm } from "@/lib/normal-form";
import type { MeetingKind } from "@/prisma/generated/enums";

export type MeetingTypeView = DefaultType & {
  position: number;
  isHidden: boolean;
  isOwn: boolean;
  isDefault: boolean;
};

type OwnRow = TypeContent & { key: string; position: number; isHidden: boolean };

export const kindOrder = [
  "MONTHLY_LOKMIN",
  "QUARTERLY_LOKMIN",
  "PRE_LOKMIN",
  "STUNTING_MINILOK",
  "KALAKARYA",
] as const satisfies readonly MeetingKind[];

/** An office's own words stay; those of the code are in the words of its area. */
export function mergeTypes(own: readonly OwnRow[], words: AreaWords = generalWords): MeetingTypeView[] {
  const ownByKey = new Map(own.map((row) => [row.key, row]));
  const standard = defaultTypes.map((type, index): MeetingTypeView => {
    const row = ownByKey.get(type.key);
    return row
      ? { ...row, kind: type.kind, isOwn: true, isDefault: true }
      : { ...localised(type, words), position: index, isHidden: false, isOwn: false, isDefault: true };
  });
  const defaultKeys = new Set(defaultTypes.map((type) => type.key));
  const added = own
    .filter((row) => !defaultKeys.has(row.key))
    .map((row): MeetingTypeView => ({ ...row, isOwn: true, isDefault: false }));
  return [...standard, ...added].sort(
    (one, other) => placeOf(one.kind) - placeOf(other.kind) || one.position - other.position,
  );
}

function localised(type: DefaultType, words: AreaWords): DefaultType {
  const say = sayIn(words);
  return { ...type, name: say(type.name), inputs: type.inputs.map(say), outputs: type.outputs.map(say) };
}

const places: readonly MeetingKind[] = kindOrder;

function placeOf(kind: MeetingKind): number {
  return places.indexOf(kind);
}

export function offeredTypes(types: readonly MeetingTypeView[], kind: MeetingKind): MeetingTypeView[] {
  return types.filter((type) => type.kind === kind && !type.isHidden);
}

/**
 * "pertama" for the first Lokmin of its year while the year has just begun; else "rutin".
 * @param earlier periods of the same kind and year that have a Lokmin already
 */
export function proposedType(
  types: readonly MeetingTypeView[],
  { kind, period }: { kind: MeetingKind; period: number },
  earlier: readonly number[],
): MeetingTypeView | null {
  if (kind === "PRE_LOKMIN") return null;
  const offered = offeredTypes(types, kind);
  const isFirst = quarterOfPeriod({ kind, period }) === 1 && earlier.every((other) => other >= period);
  return offered.find((type) => type.isFirst === isFirst) ?? offered[0] ?? null;
}

export function canWriteTypes(actor: Actor): boolean {
  return isPuskesmasWriter(actor);
}

export function keyOfName(name: string, taken: readonly string[]): string {
  const base =
    normalForm(name.slice(0, 500), "NFKD")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 50)
      .replace(/-$/, "") || "jenis";
  if (!taken.includes(base)) return base;
  const number = Array.from({ length: taken.length + 2 }, (_, index) => index + 2).find(
    (candidate) => !taken.includes(`${base}-${candidate}`),
  );
  return `${base}-${number}`;
}
