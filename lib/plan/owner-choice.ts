import { randomUUID } from "node:crypto";
import { type Actor, type Refusal, refuse } from "@/lib/actor";
import { type Db, db, isId } from "@/lib/db";
import { placedTitle, seatName } from "@/lib/directory/rules";
import { holderAmong, runningAt } from "@/lib/directory/tenure";
import { askWhoIsMeant, findRoot } from "@/lib/persons/choose";
import { findInstitution, findMatches } from "@/lib/persons/matches";
import { newPerson } from "@/lib/persons/rules";
import { choosableSeats, dayOfOwners, officeOfOwners } from "@/lib/plan/reads";
import { type ActionItemInput, keepOwner } from "@/lib/plan/schema";
import type { ActionItem, Prisma } from "@/prisma/generated/client";

type Owner = Pick<
  ActionItem,
  | "responsibleInstitution"
  | "responsibleTitle"
  | "responsibleName"
  | "responsibleSeatId"
  | "responsibleUserId"
  | "responsiblePersonId"
>;

type OwnerInput = Pick<
  ActionItemInput,
  "owner" | "responsibleInstitution" | "responsibleTitle" | "responsibleName" | "person"
>;

type Resolved = { ok: true; values: Owner; typed?: Prisma.PersonCreateManyInput } | Refusal;

const gone = refuse("Penanggung jawab ini tidak ada lagi di daftar. Pilih yang lain, atau tulis sendiri.", "owner");

/**
 * @param meetingId whose invitees may be chosen beside the directory; null where no meeting is meant
 * @param stored the row, whose owner may be kept as copied
 */
export async function resolveOwner(
  actor: Actor,
  meetingId: string | null,
  input: OwnerInput,
  stored: Owner | null,
): Promise<Resolved> {
  const officeId = await officeOfOwners(actor, meetingId);
  if (officeId === null) return gone;
  const whose = { actor, meetingId, officeId };
  const [kind, id = ""] = (input.owner ?? "").split(":");
  if (kind === keepOwner) return stored ? { ok: true as const, values: copied(stored) } : gone;
  if (kind === "seat") return isId(id) ? ownerBySeat(whose, id) : gone;
  if (kind === "user") return isId(id) ? ownerByUser(whose, id) : gone;
  if (kind === "person") return ownerByPerson(officeId, id);
  if (kind) return gone;
  return ownerByWords(whose, input, stored);
}

/** Keeps the record of an owner who was written down for the first time: a step of the row's own transaction. */
export async function keepTypedOwner(tx: Db, owner: { typed?: Prisma.PersonCreateManyInput }): Promise<void> {
  if (owner.typed) await tx.person.create({ data: owner.typed });
}

type Whose = { actor: Actor; meetingId: string | null; officeId: string };

async function ownerByWords(whose: Whose, input: OwnerInput, stored: Owner | null): Promise<Resolved> {
  const values = {
    responsibleInstitution: input.responsibleInstitution ?? "",
    responsibleTitle: input.responsibleTitle,
    responsibleName: input.responsibleName,
    responsibleSeatId: null,
    responsibleUserId: null,
  };
  const { person: answer } = input;
  const isKept = answer === null && stored?.responsiblePersonId && isSaidBy(stored, values);
  if (isKept) return { ok: true, values: { ...values, responsiblePersonId: stored.responsiblePersonId } };
  if (answer && answer !== newPerson) return ownerByAnswer(whose, values, answer);
  const organisationId = whose.officeId;
  const { responsibleName: name, responsibleTitle: title, responsibleInstitution: institution } = values;
  const known = name || title ? null : await findInstitution(db, organisationId, institution);
  if (known) return { ok: true, values: { ...values, responsiblePersonId: known } };
  const choices = answer || !(name || title) ? [] : await findMatches(db, organisationId, { name, title, institution });
  if (choices.length > 0) return askWhoIsMeant(choices);
  const id = randomUUID();
  return {
    ok: true,
    values: { ...values, responsiblePersonId: id },
    typed: { id, organisationId, name, title, institution },
  };
}

type Typed = Omit<Owner, "responsiblePersonId">;

function isSaidBy(stored: Owner, values: Typed): boolean {
  return (Object.keys(values) as (keyof Typed)[]).every((field) => stored[field] === values[field]);
}

/** The one who was chosen: by his seat or account where he has one, so that the row goes on with it. */
async function ownerByAnswer(whose: Whose, values: Typed, answer: string): Promise<Resolved> {
  const { actor, officeId } = whose;
  const personId = await findRoot(db, officeId, answer);
  if (!personId) return gone;
  const isHis = { person: { OR: [{ id: personId }, { mergedIntoId: personId }] } };
  const [seat, another] = await db.seat.findMany({
    where: { AND: [choosableSeats(actor, null, officeId), { holders: { some: { until: null, ...isHis } } }] },
    select: { id: true },
    take: 2,
  });
  if (seat && !another) return ownerBySeat(whose, seat.id);
  const user = await db.user.findFirst({ where: { deactivatedAt: null, ...isHis }, select: { id: true } });
  if (user && !seat) return ownerByUser(whose, user.id);
  return { ok: true, values: { ...values, responsiblePersonId: personId } };
}

async function ownerByPerson(officeId: string, id: string): Promise<Resolved> {
  const personId = await findRoot(db, officeId, id);
  const person = personId && (await db.person.findUnique({ where: { id: personId } }));
  if (!person) return gone;
  return {
    ok: true,
    values: {
      responsibleInstitution: person.institution ?? person.title ?? person.name ?? "",
      responsibleTitle: person.institution ? person.title : null,
      responsibleName: person.name,
      responsibleSeatId: null,
      responsibleUserId: null,
      responsiblePersonId: person.id,
    },
  };
}

function copied(stored: Owner): Owner {
  const { responsibleInstitution, responsibleTitle, responsibleName } = stored;
  const { responsibleSeatId, responsibleUserId, responsiblePersonId } = stored;
  return {
    responsibleInstitution,
    responsibleTitle,
    responsibleName,
    responsibleSeatId,
    responsibleUserId,
    responsiblePersonId,
  };
}

async function ownerBySeat({ actor, meetingId, officeId }: Whose, id: string) {
  const seat = await db.seat.findFirst({
    where: { AND: [{ id }, choosableSeats(actor, meetingId, officeId)] },
    include: {
      holders: { where: runningAt(await dayOfOwners(actor, meetingId)) },
      village: { select: { code: true, name: true } },
    },
  });
  if (!seat) return gone;
  const holder = holderAmong(seat.holders);
  return {
    ok: true as const,
    values: {
      responsibleInstitution: seat.institution,
      responsibleTitle: seatName({ title: placedTitle(seat), prefix: holder?.prefix }),
      responsibleName: holder?.name ?? null,
      responsibleSeatId: seat.id,
      responsibleUserId: null,
      responsiblePersonId: holder?.personId ?? null,
    },
  };
}

async function ownerByUser({ actor, officeId }: Whose, id: string) {
  const user = await db.user.findFirst({
    where: { id, organisationId: { in: [officeId, actor.organisation.id] }, deactivatedAt: null },
    select: { id: true, personId: true, name: true, position: true, organisation: { select: { name: true } } },
  });
  if (!user) return gone;
  return {
    ok: true as const,
    values: {
      responsibleInstitution: user.organisation.name,
      responsibleTitle: user.position,
      responsibleName: user.name,
      responsibleSeatId: null,
      responsibleUserId: user.id,
      responsiblePersonId: user.personId,
    },
  };
}
