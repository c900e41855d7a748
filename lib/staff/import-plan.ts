import { createHash } from "node:crypto";
import { z } from "zod";
import type { Actor } from "@/lib/actor";
import type { Db } from "@/lib/db";
import type { Choices } from "@/lib/imports/choices";
import type { PreviewChoice } from "@/lib/imports/preview";
import { plainWords } from "@/lib/plain-words";
import { type ColumnKey, columns } from "@/lib/staff/import-columns";
import { bareName, matchOf, officeOf } from "@/lib/staff/import-match";
import { type KnownStaff, type Office, readRegister, readTaken, type Taken } from "@/lib/staff/import-standing";
import { type Values, valuesOf } from "@/lib/staff/import-values";
import { overlapWords } from "@/lib/staff/placements";
import { employmentStatusNames, professionNames } from "@/lib/staff/professions";
import { overlapping } from "@/lib/staff/rules";
import { takenNipWords } from "@/lib/staff/writes";
import { addDays, formatDayLong } from "@/lib/time";

const keys = columns.map(({ key }) => key) as [ColumnKey, ...ColumnKey[]];

export const draftSchema = z.object({
  rows: z.array(
    z.object({ row: z.number(), cells: z.partialRecord(z.enum(keys), z.string()), errors: z.array(z.string()) }),
  ),
  notes: z.array(z.string()),
  unusedColumns: z.array(z.string()),
});
export type Draft = z.output<typeof draftSchema>;

export type Ready = {
  row: number;
  known: KnownStaff | null;
  office: Office;
  values: Values;
  /** A status that is another one from a day on: what runs ends the day before. */
  change: { endsId: string; endsOn: string; startsOn: string } | null;
  newLicences: Values["licences"];
  lines: string[];
};

export type StaffPlan = {
  ready: Ready[];
  refused: { row: number; label: string; reasons: string[] }[];
  unchanged: number;
  questions: PreviewChoice[];
  fingerprint: string;
};

type Judged = { ready: Ready } | { reasons: string[]; question?: PreviewChoice };

export async function planStaff(tx: Db, actor: Actor, draft: Draft, choices: Choices): Promise<StaffPlan> {
  const read = draft.rows.map((row) => ({ ...row, values: valuesOf(row.cells) }));
  const whole = read.flatMap(({ values }) => ("reasons" in values ? [] : [values]));
  const { offices, staff } = await readRegister(tx, actor);
  const taken = await readTaken(
    tx,
    whole.flatMap(({ nip }) => nip ?? []),
    whole.flatMap(({ licences }) => licences.map(({ number }) => number)),
  );
  const plan: Omit<StaffPlan, "fingerprint"> = { ready: [], refused: [], unchanged: 0, questions: [] };
  const seen = new Map<string, number>();
  for (const { row, cells, errors, values } of read) {
    const judged: Judged =
      "reasons" in values || errors.length > 0
        ? { reasons: [...errors, ...("reasons" in values ? values.reasons : [])] }
        : judge({ row, code: cells.code ?? "", values }, { actor, offices, staff, taken, choices, seen });
    if ("ready" in judged) {
      if (judged.ready.lines.length > 0) plan.ready.push(judged.ready);
      else plan.unchanged++;
      continue;
    }
    plan.refused.push({ row, label: cells.name ?? "", reasons: judged.reasons });
    if (judged.question) plan.questions.push(judged.question);
  }
  return { ...plan, fingerprint: fingerprintOf(plan) };
}

type Around = {
  actor: Actor;
  offices: readonly Office[];
  staff: readonly KnownStaff[];
  taken: Taken;
  choices: Choices;
  /** Rows of the file by what each must be alone in. */
  seen: Map<string, number>;
};

function judge(line: { row: number; code: string; values: Values }, around: Around): Judged {
  const { row, values } = line;
  const office = officeNamed(values.office, around);
  if (!office)
    return { reasons: [`Instansi “${values.office}” tidak ada di wilayah Anda: tulis namanya seperti di daftar`] };
  const match = matchOf({ ...line, officeId: office.id }, around.staff, around.choices);
  if ("question" in match) return { reasons: ["Jawab dulu pertanyaan tentang orangnya"], question: match.question };
  if ("reason" in match) return { reasons: [match.reason] };
  const { known } = match;
  const reasons = [...clashesOf(line, known, around), ...twiceIn(line, office, known, around.seen)];
  if (known && officeOf(known) !== office.id)
    reasons.push(`${known.name} tercatat di instansi lain: pindahkan lewat halaman pegawainya`);
  const term = termOf(values, known);
  if ("reason" in term) reasons.push(term.reason);
  if (reasons.length > 0 || "reason" in term) return { reasons };
  const newLicences = values.licences.filter(
    ({ kind, number, expiresOn }) =>
      !known?.licences.some((one) => one.kind === kind && one.number === number && one.expiresOn === expiresOn),
  );
  const ready = { row, known, office, values, change: term.change, newLicences };
  return { ready: { ...ready, lines: linesOf(ready) } };
}

function officeNamed(name: string, { actor, offices }: Around): Office | undefined {
  if (name === "") return offices.find(({ id }) => id === actor.organisation.id);
  return offices.find((office) => plainWords(office.name) === plainWords(name));
}

function clashesOf({ values }: { values: Values }, known: KnownStaff | null, { taken }: Around): string[] {
  const holder = values.nip ? taken.nips.get(values.nip) : undefined;
  const held = values.licences.flatMap(({ kind, number }) => taken.licences.get(`${kind} ${number}`) ?? []);
  return [
    ...(holder && holder.id !== known?.id ? [takenNipWords(values.nip ?? "", holder)] : []),
    ...(known?.nip && values.nip && known.nip !== values.nip && !holder
      ? [`NIP di berkas (${values.nip}) lain dari NIP ${known.name} (${known.nip}): perbaiki di halaman pegawainya`]
      : []),
    ...held
      .filter(({ staffId }) => staffId !== known?.id)
      .map(({ kind, number, staff }) => `${kind} nomor ${number} sudah dicatat atas nama ${staff.name}`),
  ];
}

/** One person or one number in two rows of the file: the later is refused and names the earlier. */
function twiceIn(
  { row, values }: { row: number; values: Values },
  office: Office,
  known: KnownStaff | null,
  seen: Map<string, number>,
): string[] {
  const alone: [string, string][] = [
    ...(values.nip ? [[`nip ${values.nip}`, `NIP ${values.nip} juga`] satisfies [string, string]] : []),
    ...(known ? [[`orang ${known.id}`, `${known.name} juga`] satisfies [string, string]] : []),
    ...values.licences.map(({ kind, number }): [string, string] => [
      `${kind} ${number}`,
      `${kind} nomor ${number} juga`,
    ]),
    ...(values.nip || known
      ? []
      : [
          [`nama ${office.id} ${bareName(values.name)} ${values.profession}`, "Nama dan profesi yang sama"] satisfies [
            string,
            string,
          ],
        ]),
  ];
  const reasons = alone.flatMap(([key, words]) => {
    const before = seen.get(key);
    return before === undefined ? [] : [`${words} ada di baris ${before}: sisakan satu, atau bedakan dengan NIP`];
  });
  if (reasons.length === 0) for (const [key] of alone) seen.set(key, row);
  return reasons;
}

function termOf(
  { status, startsOn, endsOn }: Values,
  known: KnownStaff | null,
): { change: Ready["change"] } | { reason: string } {
  if (!known) return startsOn ? { change: null } : { reason: "Isi Mulai: sejak kapan ia bertugas dengan status ini" };
  const running = known.placements.find(({ endReason }) => endReason === null);
  if (running?.status === status) {
    if (!endsOn) return { change: null };
    if (endsOn < running.startsOn) return { reason: "Sampai mendahului mulai masa kerjanya yang tercatat" };
    const clash = overlapping(known.placements, { id: running.id, startsOn: running.startsOn, endsOn });
    return clash ? { reason: overlapWords(clash) } : { change: null };
  }
  if (!running) return { reason: `${known.name} tidak bertugas lagi: catat masa kerjanya di halaman pegawainya` };
  if (!startsOn) return { reason: "Isi Mulai, karena statusnya berubah" };
  const dayBefore = addDays(startsOn, -1);
  if (dayBefore < running.startsOn) return { reason: overlapWords(running) };
  const others = known.placements.filter(({ id }) => id !== running.id);
  const overlap = overlapping(others, { id: "", startsOn, endsOn });
  return overlap ? { reason: overlapWords(overlap) } : { change: { endsId: running.id, endsOn: dayBefore, startsOn } };
}

function linesOf({ known, values, change, newLicences, office }: Omit<Ready, "lines">): string[] {
  const running = known?.placements.find(({ endReason }) => endReason === null);
  const changed = (label: string, from: string | null | undefined, to: string | null) =>
    to && from !== to ? [known ? `${label}: ${from ?? "kosong"} → ${to}` : `${label}: ${to}`] : [];
  return [
    ...(known ? [] : [office.name]),
    ...(known ? changed("Nama", known.name, values.name) : []),
    ...changed("Profesi", known && professionNames[known.profession], professionNames[values.profession]),
    ...changed("NIP", known?.nip, values.nip),
    ...(change || !known
      ? [`${employmentStatusNames[values.status]} mulai ${formatDayLong(values.startsOn ?? "")}`]
      : []),
    ...(!change ? changed("Jabatan", running?.position, values.position) : []),
    ...(known && !change ? changed("Sampai", running?.endsOn, values.endsOn) : []),
    ...changed("Nomor HP", known?.phone, values.phone),
    ...changed("Email", known?.email, values.email),
    ...changed("Tanggal lahir", known?.bornOn, values.bornOn),
    ...newLicences.map(
      ({ kind, number, expiresOn }) => `${kind} ${number}${expiresOn ? `, sampai ${formatDayLong(expiresOn)}` : ""}`,
    ),
  ];
}

function fingerprintOf({ ready, refused }: Pick<StaffPlan, "ready" | "refused">): string {
  const hash = createHash("sha256");
  for (const { known, ...one } of ready) hash.update(JSON.stringify([known?.id, known?.version, one]));
  hash.update(JSON.stringify(refused));
  return hash.digest("base64url");
}
