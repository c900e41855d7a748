import { type Actor, isRefusal, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { type Db, isId } from "@/lib/db";
import { by, recordEvent } from "@/lib/events/record";
import { issuerOf } from "@/lib/letters/issuer";
import { refuseTaken, takeNumber } from "@/lib/letters/numbering";
import { canWriteLetters } from "@/lib/letters/rules";
import type { EntryInput } from "@/lib/letters/schema";
import { dateToDay, dayToDate } from "@/lib/time";
import { transact } from "@/lib/transact";
import type { Letter } from "@/prisma/generated/client";

export type Entered = Outcome<{ id: string; number: string }>;

/** Enters a letter that was made elsewhere, or mends what was entered; sent twice, it is one entry. */
export async function saveEntry(actor: Actor, input: EntryInput): Promise<Entered> {
  if (!canWriteLetters(actor)) throw new NotAllowed(actor, "write the register of letters");
  const organisationId = actor.organisation.id;
  const wanted = { organisationId, issuer: organisationId, day: input.day, number: input.number ?? "" };
  return transact<Entered>(
    async (tx) => {
      const before = await holdLetter(tx, input.id);
      const trouble = before && whyNotEntry(actor, before, input);
      if (trouble) return trouble;
      const issuer = await issuerOf(tx, organisationId, input.letterheadId);
      if (isRefusal(issuer)) return issuer;
      wanted.issuer = issuer.issuer;
      // What is mended keeps its number where none is typed.
      const number = input.number ?? before?.number ?? null;
      const taken = await takeNumber(tx, issuer, input.day, number);
      if (isRefusal(taken)) return taken;
      wanted.number = taken.given.number;
      const sequence = number !== null && number === before?.number ? before.sequence : taken.given.sequence;
      const { id, version, day, ...words } = input;
      const values = { ...words, ...taken.given, sequence, issuer: issuer.issuer, day: dayToDate(day) };
      const saved = before
        ? await tx.letter.update({ where: { id }, data: { ...values, version: { increment: 1 } } })
        : await tx.letter.create({
            data: { id, organisationId, creator: actor.name, numberedAt: new Date(), ...values },
          });
      await tell(tx, actor, before ? "letter.edited" : "letter.registered", saved);
      return { ok: true, id, number: taken.given.number };
    },
    { onDuplicate: () => refuseTaken(wanted) },
  );
}

function whyNotEntry(actor: Actor, before: Letter, input: EntryInput) {
  if (before.organisationId !== actor.organisation.id || before.paperKind !== null)
    throw new NotAllowed(actor, `change entry ${before.id}`);
  if (before.voidedAt) return refuse("Surat ini sudah dibatalkan, jadi tidak diubah lagi.");
  if (before.version !== input.version)
    return refuse("Surat ini baru saja diubah. Muat ulang halaman ini, lalu isi lagi perubahan Anda.");
  return null;
}

/** Gives a letter up: its number stays in the register and is used by no other, its paper takes a new one. */
export async function voidLetter(
  actor: Actor,
  id: string,
  { reason, version }: { reason: string; version: number },
): Promise<Outcome> {
  if (!canWriteLetters(actor)) throw new NotAllowed(actor, "void a letter");
  return transact<Outcome>(async (tx) => {
    const letter = await holdLetter(tx, id);
    if (letter?.organisationId !== actor.organisation.id || !letter.number)
      throw new NotAllowed(actor, `void letter ${id}`);
    if (letter.voidedAt) return { ok: true };
    if (letter.version !== version)
      return refuse("Surat ini baru saja diubah. Muat ulang halaman ini, lalu batalkan lagi.");
    const voided = await tx.letter.update({
      where: { id },
      data: { voidedAt: new Date(), voidReason: reason, version: { increment: 1 } },
    });
    await tell(tx, actor, "letter.voided", voided);
    return { ok: true };
  });
}

async function holdLetter(tx: Db, id: string): Promise<Letter | null> {
  if (!isId(id)) return null;
  await tx.$queryRaw`SELECT 1 FROM "Letter" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return tx.letter.findUnique({ where: { id } });
}

type Step = "letter.registered" | "letter.edited" | "letter.voided";

async function tell(tx: Db, actor: Actor, action: Step, letter: Letter): Promise<void> {
  const { id, organisationId, meetingId, number, subject, day, voidReason } = letter;
  const ofLetter = { subjectId: id, organisationId, meetingId };
  if (action === "letter.voided") {
    const data = { number, subject, reason: voidReason ?? "" };
    await recordEvent(tx, by(actor), { action, ...ofLetter, data });
    return;
  }
  const data = { number, subject, ...(day && { day: dateToDay(day) }) };
  await recordEvent(tx, by(actor), { action, ...ofLetter, data });
}
