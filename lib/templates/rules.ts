import { type Actor, isPuskesmasWriter } from "@/lib/actor";
import type { TemplateContent } from "@/lib/templates/schema";
import type { FundingSource, MeetingKind, MeetingStatus, Priority } from "@/prisma/generated/enums";

/** A Lokmin that is over can be taken over by others; a kalakarya and a minilok stunting are other forums. */
export function canBecomeTemplate(meeting: { kind: MeetingKind; status: MeetingStatus }): boolean {
  return meeting.status === "CLOSED" && meeting.kind !== "KALAKARYA" && meeting.kind !== "MINILOK_STUNTING";
}

/** A template is kept by the puskesmas that made it. */
export function canKeepTemplate(actor: Actor, template: { organisationId: string }): boolean {
  return isPuskesmasWriter(actor) && template.organisationId === actor.organisation.id;
}

export type HeldMeeting = {
  agenda: readonly { topic: string; minutes: number | null; presenter: string | null }[];
  inputs: readonly string[];
  outputs: readonly string[];
  items: readonly {
    problem: string | null;
    cause: string | null;
    activity: string;
    responsibleInstitution: string;
    responsibleTitle: string | null;
    support: string | null;
    indicator: string | null;
    target: number | null;
    unit: string | null;
    fundingSource: FundingSource | null;
    priority: Priority;
  }[];
};

/**
 * What others may take over of a Lokmin: its agenda, what it expects, and its plan without dates, persons and desa.
 * @param people names that are left out wherever they stand: an agenda's presenter, the help of a row
 * @param places desa and kecamatan, left out of who is responsible: "Kepala Desa Baktirasa" → "Kepala Desa"
 * @param puskesmas names of those that held it: "UPTD Puskesmas Sragi" → "Puskesmas"
 */
export function toContent(
  held: HeldMeeting,
  names: { people: readonly string[]; places: readonly string[]; puskesmas: readonly string[] },
): TemplateContent {
  const nobody = (text: string | null) => (text !== null && namesAny(text, names.people) ? null : text);
  const anyPuskesmas = (text: string | null) =>
    text === null ? null : names.puskesmas.reduce((left, name) => left.replace(wholeWords(name), "Puskesmas"), text);
  const nowhere = (text: string | null) => withoutPlaces(withoutPrefix(anyPuskesmas(nobody(text))), names.places);
  return {
    agenda: held.agenda.map((line) => ({ ...line, presenter: nowhere(line.presenter) })),
    inputs: [...held.inputs],
    outputs: [...held.outputs],
    items: held.items.map((item) => ({
      ...item,
      responsibleInstitution: nowhere(item.responsibleInstitution),
      responsibleTitle: nowhere(item.responsibleTitle),
      support: nowhere(item.support),
    })),
  };
}

function namesAny(text: string, people: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return people.some((name) => lower.includes(name.toLowerCase()));
}

function withoutPrefix(text: string | null): string | null {
  return text?.replace(/^(Plt|Plh|Pj)\.\s*/i, "") ?? null;
}

/** The text without the names of places, whole words only, longest names first; null where nothing is left. */
export function withoutPlaces(text: string | null, places: readonly string[]): string | null {
  if (text === null) return null;
  const longestFirst = places.filter(Boolean).toSorted((one, other) => other.length - one.length);
  const bare = longestFirst.reduce((left, place) => left.replace(wholeWords(place), " "), text);
  return (
    bare
      .replace(/\s+/g, " ")
      .replace(/\s+([,;])/g, "$1")
      .replace(/[,;\s]+$/, "")
      .trim() || null
  );
}

function wholeWords(name: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}\\p{N}])`, "giu");
}
