import { type Actor, isRefusal, type Outcome, type Refusal, refuse } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { by, recordEvent } from "@/lib/events/record";
import { tellSent } from "@/lib/feedback/sent";
import type { LetterSubject } from "@/lib/letters/facts";
import { issuerOf } from "@/lib/letters/issuer";
import { type NumberGiven, type Numbering, refuseTaken, takeNumber } from "@/lib/letters/numbering";
import { numberKey } from "@/lib/letters/pattern";
import type { LetterInput } from "@/lib/letters/schema";
import { type HeldSubject, holdSubject } from "@/lib/letters/subject";
import { dateToDay, dayOf, dayToDate } from "@/lib/time";
import { transact } from "@/lib/transact";
import type { Letter } from "@/prisma/generated/client";

export type LetterSaved = Outcome<{ id: string; number: string | null }>;

/** `issue`: with a number, typed or the next one, and entered in the register. */
export type Saving = { subject: LetterSubject; paperKind: string; input: LetterInput; issue: boolean };

export async function saveLetter(actor: Actor, saving: Saving, attempt = 1): Promise<LetterSaved> {
  const wanted = { organisationId: "", issuer: "", day: "", number: saving.input.number ?? "" };
  return transact<LetterSaved>(
    async (tx) => {
      const held = await holdSubject(tx, actor, saving.subject);
      if (isRefusal(held)) return held;
      const { ok: _, ...place } = held;
      const { paperKind, input } = saving;
      const before = await tx.letter.findFirst({ where: { ...ofSubject(place), paperKind, voidedAt: null } });
      if (before && (before.version !== input.version || before.id !== input.id)) return changed;
      const issuer = await issuerOf(tx, place.organisationId, input.letterheadId);
      if (isRefusal(issuer)) return issuer;
      const number = before?.number
        ? keptNumber(before, issuer, input)
        : await newNumber(tx, issuer, saving, today(actor, saving));
      if (isRefusal(number)) return number;
      Object.assign(
        wanted,
        place,
        { issuer: issuer.issuer, day: number.day ?? "" },
        number.given && { number: number.given.number },
      );
      const values = {
        ...wordsOf(input),
        issuer: issuer.issuer,
        day: number.day ? dayToDate(number.day) : null,
        ...number.given,
        ...(number.given && !before?.number && { numberedAt: new Date() }),
      };
      const saved = before
        ? await tx.letter.update({ where: { id: before.id }, data: { ...values, version: { increment: 1 } } })
        : await tx.letter.create({ data: { id: input.id, ...place, paperKind, creator: actor.name, ...values } });
      await tell(tx, actor, before, saved);
      return { ok: true, id: saved.id, number: saved.number };
    },
    {
      // Somebody typed the number that the counter was about to give: it gives another.
      onDuplicate: () =>
        saving.input.number || attempt === mostAttempts ? refuseTaken(wanted) : saveLetter(actor, saving, attempt + 1),
    },
  );
}

const mostAttempts = 4;

const changed = refuse(
  "Surat ini baru saja disimpan orang lain. Muat ulang halaman ini, lalu isi lagi perubahan Anda.",
);

type Place = Omit<HeldSubject, "ok">;

function ofSubject({ meetingId, escalationId, feedbackId }: Place) {
  if (meetingId) return { meetingId };
  return escalationId ? { escalationId } : { feedbackId };
}

function today(actor: Actor, { input }: Saving): string {
  return input.day ?? dayOf(new Date(), actor.organisation.timeZone);
}

type Numbered = { ok: true; day: string | null; given?: Partial<NumberGiven> };

async function newNumber(
  tx: Db,
  issuer: Numbering,
  { issue, input }: Saving,
  day: string,
): Promise<Numbered | Refusal> {
  if (!issue && !input.number) return { ok: true, day: input.day };
  const taken = await takeNumber(tx, issuer, day, input.number);
  return isRefusal(taken) ? taken : { ok: true, day, given: taken.given };
}

/** What the register has already changes within limits: a number of the counter, its year and its office stay. */
function keptNumber(before: Letter, { issuer }: Numbering, input: LetterInput): Numbered | Refusal {
  const { number } = input;
  const day = input.day ?? (before.day && dateToDay(before.day));
  if (!day) return refuse("Isi tanggal surat: nomornya sudah diterbitkan", "day");
  if (Number(day.slice(0, 4)) !== before.year)
    return refuse(`Nomor ini milik tahun ${before.year}. Batalkan nomornya dulu untuk memakai tahun lain.`, "day");
  if (issuer !== before.issuer)
    return refuse("Nomor ini milik kantor lain daripada kop yang dipilih. Batalkan nomornya dulu.", "letterheadId");
  if (!number || number === before.number) return { ok: true, day };
  if (before.sequence !== null)
    return refuse(
      `Nomor ${before.number} diberikan penghitung dan tidak diubah. Batalkan nomornya bila salah terbit.`,
      "number",
    );
  return { ok: true, day, given: { number, numberKey: numberKey(number) } };
}

function wordsOf(input: LetterInput) {
  const { id, version, number, day, ...words } = input;
  return words;
}

async function tell(tx: Db, actor: Actor, before: Letter | null, letter: Letter): Promise<void> {
  const { id, organisationId, meetingId, number, subject } = letter;
  const isNumbered = number !== null && before?.number !== number;
  await recordEvent(tx, by(actor), {
    action: isNumbered ? "letter.numbered" : before ? "letter.edited" : "letter.drafted",
    subjectId: id,
    organisationId,
    meetingId,
    data: { number, subject },
  });
  if (isNumbered && letter.feedbackId) await tellSent(tx, by(actor), letter.feedbackId, number);
}
