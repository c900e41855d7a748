import { createHash } from "node:crypto";
import { z } from "zod";
import { type Actor, organisationsWithin } from "@/lib/actor";
import { columns } from "@/lib/assignments/import-columns";
import { type Values, valuesOf } from "@/lib/assignments/import-values";
import { detailOf, sameName } from "@/lib/assignments/person";
import { newPerson } from "@/lib/assignments/schema";
import type { Db } from "@/lib/db";
import type { Choices } from "@/lib/imports/choices";
import type { PreviewChoice } from "@/lib/imports/preview";
import { plainWords } from "@/lib/plain-words";
import { daysOf, overlapWords } from "@/lib/staff/placements";
import { keptWithin, overlapping } from "@/lib/staff/rules";
import { takenNipWords } from "@/lib/staff/writes";
import { dayOf, formatDayShort } from "@/lib/time";
import type { EmploymentStatus } from "@/prisma/generated/enums";

const keys = columns.map(({ key }) => key);

export const draftSchema = z.object({
  rows: z.array(
    z.object({ row: z.number(), cells: z.partialRecord(z.enum(keys), z.string()), errors: z.array(z.string()) }),
  ),
  notes: z.array(z.string()),
  unusedColumns: z.array(z.string()),
});
export type Draft = z.output<typeof draftSchema>;

export type Planned = Values & {
  row: number;
  place: { id: string; name: string };
  /** An existing record, or the row that makes a new one: "new 12". */
  who: string;
  isNew: boolean;
};
export type LeftOut = { row: number; label: string; reasons: string[] };
export type AssignmentPlan = {
  ready: Planned[];
  refused: LeftOut[];
  /** Rows whose assignment is there already. */
  unchanged: number;
  questions: PreviewChoice[];
  fingerprint: string;
};

const named = { select: { name: true } } as const;

async function readKnown(tx: Db, actor: Actor, rows: readonly Values[]) {
  const nips = rows.flatMap(({ nip }) => nip ?? []);
  const professions = [...new Set(rows.map(({ profession }) => profession))];
  const [places, staff, taken] = [
    await tx.organisation.findMany({
      where: { AND: [organisationsWithin(actor), { kind: { in: ["PUSKESMAS", "HOSPITAL"] } }] },
      select: { id: true, name: true, registrationCode: true },
    }),
    await tx.staffMember.findMany({
      where: { AND: [keptWithin(actor), { OR: [{ profession: { in: professions } }, { nip: { in: nips } }] }] },
      orderBy: { id: "asc" },
      select: {
        ...{ id: true, name: true, nip: true, profession: true, organisation: named, lastOrganisation: named },
        placements: {
          select: { id: true, startsOn: true, endsOn: true, status: true, organisationId: true, organisation: named },
        },
      },
    }),
    await tx.staffMember.findMany({
      where: { nip: { in: nips } },
      select: { nip: true, name: true, organisation: named, lastOrganisation: named },
    }),
  ];
  return { places, staff, taken };
}

type Known = Awaited<ReturnType<typeof readKnown>>;
type Term = {
  id: string;
  startsOn: string;
  endsOn: string | null;
  status: EmploymentStatus;
  organisationId: string;
  organisation: { name: string };
};

/** What would be written: the file's rows one after the other, each against what is there and the rows before it. */
export async function planAssignments(tx: Db, actor: Actor, draft: Draft, choices: Choices): Promise<AssignmentPlan> {
  const today = dayOf(new Date(), actor.organisation.timeZone);
  const refused: LeftOut[] = [];
  const read: { row: number; values: Values }[] = [];
  for (const { row, cells, errors } of draft.rows) {
    const found = errors.length > 0 ? { reasons: errors } : valuesOf(cells);
    if ("reasons" in found) refused.push({ row, label: cells.name ?? "", reasons: found.reasons });
    else read.push({ row, values: found.values });
  }
  const known = await readKnown(
    tx,
    actor,
    read.map(({ values }) => values),
  );
  const questions: PreviewChoice[] = [];
  const ready: Planned[] = [];
  const terms = new Map<string, Term[]>(known.staff.map(({ id, placements }) => [id, placements.map(daysOf)]));
  let unchanged = 0;
  for (const { row, values } of read) {
    const place = placeOf(values.office, known);
    const who = place ? whoIs(row, values, known, { place, ready, choices, questions }) : null;
    const reason = refusalOf(values, place, who, today);
    if (reason !== null || !place || !who || "reason" in who) {
      refused.push({ row, label: values.name, reasons: [reason ?? ""] });
      continue;
    }
    const own = terms.get(who.who) ?? [];
    const term = { id: "", startsOn: values.startsOn, endsOn: values.endsOn };
    if (own.some((one) => isSame(one, { ...values, placeId: place.id }))) {
      unchanged++;
      continue;
    }
    const other = overlapping(own, term);
    if (other) {
      refused.push({ row, label: values.name, reasons: [overlapWords(other)] });
      continue;
    }
    ready.push({ ...values, row, place, ...who });
    const entry = { ...term, id: `row ${row}`, status: "SPECIAL_ASSIGNMENT" as const, organisationId: place.id };
    terms.set(who.who, [...own, { ...entry, organisation: { name: place.name } }]);
  }
  const plan = { ready, refused: refused.toSorted((one, other) => one.row - other.row), unchanged, questions };
  const fingerprint = createHash("sha256")
    .update(JSON.stringify([plan.ready, plan.refused]))
    .digest("base64url");
  return { ...plan, fingerprint };
}

type Days = { startsOn: string; status: EmploymentStatus; organisationId: string };

function isSame(term: Days, { startsOn, placeId }: { startsOn: string; placeId: string }): boolean {
  return term.organisationId === placeId && term.startsOn === startsOn && term.status === "SPECIAL_ASSIGNMENT";
}

type Found = { who: string; isNew: boolean } | { reason: string };

function refusalOf(values: Values, place: object | null, who: Found | null, today: string): string | null {
  if (!place)
    return `Tempat tugas “${values.office}” tidak ada di wilayah kantor Anda, atau lebih dari satu yang bernama begitu`;
  if (who && "reason" in who) return who.reason;
  return values.reason && values.endsOn > today ? "Sebab berakhir diisi, tetapi hari terakhirnya belum tiba" : null;
}

function placeOf(typed: string, { places }: Known): { id: string; name: string } | null {
  const short = (text: string) => plainWords(text).replace(/^(?:(?:uptd?|puskesmas|pkm)\s+)+/u, "");
  const found = places.filter(
    ({ name, registrationCode }) =>
      short(name) === short(typed) || (registrationCode !== null && registrationCode === typed.toUpperCase().trim()),
  );
  const exact = found.filter(({ name }) => plainWords(name) === plainWords(typed));
  const [place, another] = exact.length === 1 ? exact : found;
  return place && !another ? place : null;
}

type Around = { place: { id: string }; ready: readonly Planned[]; choices: Choices; questions: PreviewChoice[] };

/** By his NIP, by an earlier row of the file, or by name and profession once the importer said so. */
function whoIs(row: number, values: Values, known: Known, { place, ready, choices, questions }: Around): Found {
  const { name, nip, profession } = values;
  if (nip) {
    const holder = known.staff.find((one) => one.nip === nip);
    if (holder && sameName(holder.name, name)) return { who: holder.id, isNew: false };
    const taken = known.taken.find((one) => one.nip === nip);
    if (taken) return { reason: takenNipWords(nip, taken) };
  }
  const before = ready.find((one) =>
    nip ? one.nip === nip : one.nip === null && one.profession === profession && sameName(one.name, name),
  );
  if (before && !sameName(before.name, name)) return { reason: `NIP ini di baris ${before.row} milik ${before.name}` };
  if (before) return { who: before.who, isNew: false };
  const alike = known.staff.filter(
    (one) => one.profession === profession && sameName(one.name, name) && (one.nip === null || nip === null),
  );
  if (alike.length === 0) return { who: `new ${row}`, isNew: true };
  const same = alike.find(({ placements }) =>
    placements.some((term) => isSame(daysOf(term), { ...values, placeId: place.id })),
  );
  if (same) return { who: same.id, isNew: false };
  const key = `orang-${row}`;
  const value = choices[key] ?? "";
  questions.push({
    key,
    label: `Baris ${row}: siapa ${name}, mulai ${formatDayShort(values.startsOn)}?`,
    value,
    answers: [
      ...alike.slice(0, 8).map((one) => ({ value: one.id, label: `${one.name}: ${detailOf(one)}` })),
      { value: newPerson, label: "Orang lain: buat catatan baru" },
    ],
  });
  const chosen = alike.find(({ id }) => id === value);
  if (chosen) return { who: chosen.id, isNew: false };
  if (value === newPerson) return { who: `new ${row}`, isNew: true };
  return { reason: "Nama dan profesi ini sudah tercatat: jawab dulu pertanyaannya di atas" };
}
