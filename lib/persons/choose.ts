import { type Choice, type Refusal, refuse } from "@/lib/actor";
import { type Db, isId } from "@/lib/db";
import { findMatches, type TypedPerson } from "@/lib/persons/matches";
import { newPerson } from "@/lib/persons/rules";

/** @param answer the id of a person of the office, `newPerson`, or null where the form did not ask yet */
export async function settlePerson(
  tx: Db,
  organisationId: string,
  typed: TypedPerson,
  answer: string | null,
): Promise<{ ok: true; personId: string } | Refusal> {
  if (answer && answer !== newPerson) {
    const personId = await findRoot(tx, organisationId, answer);
    return personId ? { ok: true, personId } : gone;
  }
  if (answer === null) {
    const choices = await findMatches(tx, organisationId, typed);
    if (choices.length > 0) return askWhoIsMeant(choices);
  }
  return { ok: true, personId: await addPerson(tx, organisationId, typed) };
}

export type Participant = { ok: true; personId: string | null } | Refusal;

/**
 * Who a delegate, a walk-in or an asker is whose name was typed. Asked where the office knows somebody like him; where
 * it does not, the words stand alone, so that not every guest becomes a record.
 */
export async function settleParticipant(
  tx: Db,
  organisationId: string,
  typed: TypedPerson,
  answer: string | null,
): Promise<Participant> {
  if (!typed.name) return nobody;
  if (answer) return settlePerson(tx, organisationId, typed, answer);
  const choices = await findMatches(tx, organisationId, typed);
  return choices.length > 0 ? askWhoIsMeant(choices) : nobody;
}

export const nobody = { ok: true, personId: null } as const;

export async function addPerson(tx: Db, organisationId: string, typed: TypedPerson): Promise<string> {
  const { name, title, institution, phone = null, email = null, nip = null } = typed;
  const { id } = await tx.person.create({
    data: { organisationId, name, title, institution, phone, email, nip },
    select: { id: true },
  });
  return id;
}

export async function findRoot(tx: Db, organisationId: string, id: string): Promise<string | null> {
  if (!isId(id)) return null;
  const person = await tx.person.findFirst({
    where: { id, organisationId },
    select: { id: true, mergedIntoId: true },
  });
  return person && (person.mergedIntoId ?? person.id);
}

export async function correctPerson<T extends Partial<TypedPerson>>(
  tx: Db,
  personId: string,
  before: T,
  after: T,
): Promise<void> {
  const person = await tx.person.findUniqueOrThrow({ where: { id: personId } });
  const fields = ["name", "title", "institution", "phone", "email", "nip"] as const;
  const changed = fields.filter((field) => field in after && person[field] === (before[field] ?? null));
  const data = Object.fromEntries(changed.map((field) => [field, after[field] ?? null]));
  await tx.person.update({ where: { id: personId }, data });
}

export function askWhoIsMeant(choices: Choice[]): Refusal {
  const reason =
    choices.length === 1
      ? "Sudah ada orang seperti ini di catatan Anda. Pilih dia, atau catat sebagai orang baru."
      : `Sudah ada ${choices.length} orang seperti ini di catatan Anda. Pilih salah satu, atau catat sebagai orang baru.`;
  return { ...refuse(reason, "person"), choices };
}

const gone = refuse("Orang ini tidak ada lagi di catatan Anda. Pilih lagi, atau catat sebagai orang baru.", "person");
