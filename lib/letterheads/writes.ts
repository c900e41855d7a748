import { randomUUID } from "node:crypto";
import { type Actor, isRefusal, NotAllowed, type Outcome, type Refusal, refuse } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { isId } from "@/lib/db";
import type { PreparedFile } from "@/lib/documents/prepare";
import { keepDocument, type PlacedFile, placeFile } from "@/lib/documents/store";
import { by, recordEvent } from "@/lib/events/record";
import { listDistricts } from "@/lib/letterheads/districts";
import { mostLetterheads } from "@/lib/letterheads/rules";
import type { LetterheadInput, PaperOfficeInput } from "@/lib/letterheads/schema";
import { canSetUpPapers } from "@/lib/letters/rules";
import { dayOf } from "@/lib/time";
import { transact } from "@/lib/transact";

export type Logos = { left: PreparedFile | null; right: PreparedFile | null };
type Sides<T> = { left: T; right: T };

/** Makes a letterhead, or changes it with its logos; sent twice, it is one. */
export async function saveLetterhead(
  actor: Actor,
  input: LetterheadInput,
  logos: Logos = { left: null, right: null },
): Promise<Outcome<{ id: string }>> {
  requireSetUp(actor);
  const placed = await placeLogos(logos);
  if (isRefusal(placed)) return placed;
  return transact<Outcome<{ id: string }>>(
    async (tx) => {
      const organisationId = await holdOffice(tx, actor);
      const before = await tx.letterhead.findUnique({ where: { id: input.id } });
      if (before && before.organisationId !== organisationId)
        throw new NotAllowed(actor, `change letterhead ${input.id}`);
      if (before && before.version !== input.version) return changed;
      const trouble = await whyNot(tx, actor, input, before);
      if (trouble) return trouble;
      const { id, version, removeLeft, removeRight, ...values } = input;
      const words = { ...values, numberPattern: values.areaCode ? values.numberPattern : null };
      if (words.isDefault)
        await tx.letterhead.updateMany({ where: { organisationId, id: { not: id } }, data: { isDefault: false } });
      if (before) await tx.letterhead.update({ where: { id }, data: { ...words, version: { increment: 1 } } });
      else await tx.letterhead.create({ data: { id, organisationId, ...words } });
      await keepLogos(tx, actor, id, placed, { left: removeLeft, right: removeRight });
      await tell(tx, actor, before ? "letterhead.changed" : "letterhead.added", { id, name: words.name });
      return { ok: true, id };
    },
    { onDuplicate: () => refuse(`Sudah ada kop bernama ${input.name}. Beri nama lain.`, "name") },
  );
}

/** Takes a letterhead out of use, or back; what was printed on it stays. */
export async function archiveLetterhead(actor: Actor, id: string, isArchived: boolean): Promise<Outcome> {
  requireSetUp(actor);
  return transact<Outcome>(async (tx) => {
    const organisationId = await holdOffice(tx, actor);
    const letterhead = isId(id) ? await tx.letterhead.findFirst({ where: { id, organisationId } }) : null;
    if (!letterhead) throw new NotAllowed(actor, `archive letterhead ${id}`);
    if ((letterhead.archivedAt !== null) === isArchived) return { ok: true };
    const archivedAt = isArchived ? new Date() : null;
    await tx.letterhead.update({ where: { id }, data: { archivedAt, isDefault: false, version: { increment: 1 } } });
    await tell(tx, actor, isArchived ? "letterhead.archived" : "letterhead.restored", letterhead);
    return { ok: true };
  });
}

/** The paper size and the numbers of an office; `last` sets its counter of this year, where it goes on from paper. */
export async function savePaperOffice(actor: Actor, { last, ...values }: PaperOfficeInput): Promise<Outcome> {
  requireSetUp(actor);
  return transact<Outcome>(async (tx) => {
    const organisationId = await holdOffice(tx, actor);
    await tx.paperOffice.upsert({
      where: { organisationId },
      create: { organisationId, ...values },
      update: values,
    });
    if (last !== null) {
      const counter = {
        issuer: organisationId,
        year: Number(dayOf(new Date(), actor.organisation.timeZone).slice(0, 4)),
      };
      await tx.letterCounter.upsert({
        where: { issuer_year: counter },
        create: { ...counter, last },
        update: { last },
      });
    }
    await recordEvent(tx, by(actor), {
      action: "paper-office.changed",
      subjectId: organisationId,
      organisationId,
      data: { ...values, last },
    });
    return { ok: true };
  });
}

const changed = refuse("Kop ini baru saja diubah orang lain. Muat ulang halaman ini, lalu isi lagi perubahan Anda.");

function requireSetUp(actor: Actor): void {
  if (!canSetUpPapers(actor)) throw new NotAllowed(actor, "set up the papers of an office");
}

/** Two who change an office's letterheads at once do it one after the other. */
async function holdOffice(tx: Db, actor: Actor): Promise<string> {
  const { id } = actor.organisation;
  await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return id;
}

type Before = { areaCode: string | null } | null;

async function whyNot(tx: Db, actor: Actor, input: LetterheadInput, before: Before): Promise<Refusal | null> {
  const organisationId = actor.organisation.id;
  const isElsewhere = before !== null && before.areaCode !== input.areaCode;
  if (isElsewhere && (await tx.letter.count({ where: { letterheadId: input.id, number: { not: null } } })) > 0)
    return refuse("Kop ini sudah dipakai surat bernomor, jadi kantornya tidak diubah. Buat kop baru.", "areaCode");
  if (!before && (await tx.letterhead.count({ where: { organisationId } })) >= mostLetterheads)
    return refuse(`Paling banyak ${mostLetterheads} kop. Ubah salah satu yang ada.`);
  if (!input.areaCode) return null;
  const districts = await listDistricts(tx, organisationId);
  return districts.some(({ code }) => code === input.areaCode)
    ? null
    : refuse("Pilih kecamatan di wilayah kerja Anda", "areaCode");
}

async function placeLogos({ left, right }: Logos): Promise<({ ok: true } & Sides<PlacedFile | null>) | Refusal> {
  const placedLeft = left ? await placeFile(left) : null;
  if (isRefusal(placedLeft)) return placedLeft;
  const placedRight = right ? await placeFile(right) : null;
  if (isRefusal(placedRight)) return placedRight;
  return { ok: true, left: placedLeft?.file ?? null, right: placedRight?.file ?? null };
}

async function keepLogos(
  tx: Db,
  actor: Actor,
  letterheadId: string,
  placed: Sides<PlacedFile | null>,
  removed: Sides<boolean>,
): Promise<void> {
  for (const side of ["left", "right"] as const) {
    const file = placed[side];
    if (!file && !removed[side]) continue;
    const kind = side === "left" ? "LOGO_LEFT" : "LOGO_RIGHT";
    await tx.document.deleteMany({ where: { letterheadId, kind } });
    if (file) await keepDocument(tx, { letterheadId }, { id: randomUUID(), kind, uploader: actor.name }, file);
  }
}

type Step = "letterhead.added" | "letterhead.changed" | "letterhead.archived" | "letterhead.restored";

function tell(tx: Db, actor: Actor, action: Step, { id, name }: { id: string; name: string }): Promise<void> {
  return recordEvent(tx, by(actor), { action, subjectId: id, organisationId: actor.organisation.id, data: { name } });
}
