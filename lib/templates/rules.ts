import { type Actor, isPuskesmasWriter } from "@/lib/actor";
import { withoutTail } from "@/lib/normal-form";
import type { TemplateContent } from "@/lib/templates/schema";
import type { FundingSource, MeetingKind, MeetingStatus, Priority } from "@/prisma/generated/enums";

const isLooseSign = (sign: string) => sign.trim() === "" || ",;:–-".includes(sign);

const kindsOfTemplates: readonly MeetingKind[] = ["MONTHLY_LOKMIN", "QUARTERLY_LOKMIN", "PRE_LOKMIN"];

export function canBecomeTemplate(meeting: { kind: MeetingKind; status: MeetingStatus }): boolean {
  return meeting.status === "CLOSED" && kindsOfTemplates.includes(meeting.kind);
}

export function canKeepTemplate(actor: Actor, template: { organisationId: string }): boolean {
  return isPuskesmasWriter(actor) && template.organisationId === actor.organisation.id;
}

export type TemplateSource = {
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

type Names = { people: readonly string[]; places: readonly string[]; puskesmas: readonly string[] };

/**
 * @param names people become "(nama)" within a sentence; places are cut: "Kepala Desa Baktirasa" → "Kepala Desa";
 * puskesmas: "UPTD Puskesmas Sragi" → "Puskesmas"
 */
export function toContent(held: TemplateSource, names: Names): TemplateContent {
  const nobody = (text: string | null) => (text !== null && namesAny(text, names.people) ? null : text);
  const anyPuskesmas = (text: string | null) =>
    text === null ? null : names.puskesmas.reduce((left, name) => left.replace(wholeWords(name), "Puskesmas"), text);
  const nowhere = (text: string | null) => withoutPlaces(withoutPrefix(anyPuskesmas(nobody(text))), names.places);
  const anywhere = (text: string) => generalised(text, names) ?? "(diisi puskesmas)";
  const orNothing = (text: string | null) => (text === null ? null : generalised(text, names));
  return {
    agenda: held.agenda.map((line) => ({
      ...line,
      topic: anywhere(line.topic),
      presenter: nowhere(line.presenter),
    })),
    inputs: held.inputs.map(anywhere),
    outputs: held.outputs.map(anywhere),
    items: held.items.map((item) => ({
      ...item,
      problem: orNothing(item.problem),
      cause: orNothing(item.cause),
      activity: anywhere(item.activity),
      indicator: orNothing(item.indicator),
      responsibleInstitution: nowhere(item.responsibleInstitution),
      responsibleTitle: nowhere(item.responsibleTitle),
      support: nowhere(item.support),
    })),
  };
}

const mark = "\u0000";

/**
 * Places go with the word before them and those listed beside them: "di Desa Kedaung, Margasari dan Baktirasa"; written
 * small one counts only behind "desa" or "kecamatan", since many a desa is called Makmur. Null where nothing is left.
 */
export function generalised(text: string, { people, places, puskesmas }: Names): string | null {
  const nameless = people.reduce((left, name) => left.replace(wholeWords(name), "(nama)"), text);
  const anonymous = puskesmas.reduce((left, name) => left.replace(wholeWords(name), "Puskesmas"), nameless);
  const longestFirst = places.filter(Boolean).toSorted((one, other) => other.length - one.length);
  const marked = longestFirst.reduce(
    (left, place) =>
      left
        .replace(wholeWords(place, "(?:desa|kelurahan|kampung|kecamatan)\\s+"), mark)
        .replace(new RegExp(wholeWords(place).source, "gu"), mark),
    anonymous,
  );
  const bare = marked
    .replace(new RegExp(`${mark}(?:[\\s,/&–-]*(?:\\b(?:dan|serta)\\b)?\\s*${mark})+`, "g"), mark)
    .replace(new RegExp(`\\(\\s*${mark}\\s*\\)`, "g"), mark)
    .replace(new RegExp(`(?:\\b(?:di|ke|dari|pada|untuk)\\s+)?${mark}`, "gi"), "")
    .replace(/\s+/g, " ")
    .replace(/\s([,;:.)])/g, "$1")
    .replace(/^[\s,;:.–-]+/, "");
  return withoutTail(bare, isLooseSign) || null;
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
  const left = bare.replace(/\s+/g, " ").replace(/\s([,;])/g, "$1");
  return withoutTail(left, isLooseSign).trim() || null;
}

function wholeWords(name: string, before = ""): RegExp {
  const literal = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{N}])${before}${literal}(?![\\p{L}\\p{N}])`, "giu");
}
