import { type Actor, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { lockStaff } from "@/lib/assignments/hold";
import { type AssignmentInput, newPerson } from "@/lib/assignments/schema";
import type { Db } from "@/lib/db";
import { plainWords } from "@/lib/plain-words";
import { professionNames } from "@/lib/staff/professions";
import { keptWithin } from "@/lib/staff/rules";
import { takenNip } from "@/lib/staff/writes";
import type { Profession } from "@/prisma/generated/enums";

type Person = Pick<AssignmentInput, "id" | "name" | "nip" | "profession" | "person">;

const office = { select: { name: true } } as const;
const shown = { id: true, name: true, nip: true, profession: true, organisation: office, lastOrganisation: office };

/** The record that an assignment is of: one that exists, chosen or told by its NIP, or a new one. */
export async function settleStaff(tx: Db, actor: Actor, input: Person): Promise<Outcome<{ staffId: string }>> {
  if (input.nip) {
    const known = await tx.staffMember.findFirst({ where: { AND: [{ nip: input.nip }, keptWithin(actor)] } });
    if (known) return sameName(known.name, input.name) ? hold(tx, actor, known.id) : takenNip(tx, input.nip);
    if (await tx.staffMember.count({ where: { nip: input.nip } })) return takenNip(tx, input.nip);
  }
  const alike = await listAlike(tx, actor, input);
  const chosen = alike.find(({ id }) => id === input.person);
  if (chosen) {
    const held = await hold(tx, actor, chosen.id);
    if (input.nip && !chosen.nip)
      await tx.staffMember.update({ where: { id: chosen.id }, data: { nip: input.nip, version: { increment: 1 } } });
    return held;
  }
  if (alike.length > 0 && input.person !== newPerson) {
    return {
      ...refuse("Sudah ada pegawai dengan nama dan profesi ini. Pilih siapa yang dimaksud.", "person"),
      choices: alike.map((one) => ({ id: one.id, line: one.name, detail: detailOf(one) })),
    };
  }
  return { ok: true, staffId: await addRecord(tx, input) };
}

/** A record that is still the actor's to keep once its lock is taken: it may have moved meanwhile. */
async function hold(tx: Db, actor: Actor, staffId: string): Promise<Outcome<{ staffId: string }>> {
  await lockStaff(tx, staffId);
  if (!(await tx.staffMember.count({ where: { AND: [{ id: staffId }, keptWithin(actor)] } })))
    throw new NotAllowed(actor, `assign staff ${staffId}`);
  return { ok: true, staffId };
}

async function addRecord(tx: Db, { id, name, nip, profession }: Person): Promise<string> {
  await tx.staffMember.create({ data: { id, name, nip, profession } });
  return id;
}

type Alike = {
  id: string;
  name: string;
  nip: string | null;
  profession: Profession;
  organisation: { name: string } | null;
  lastOrganisation: { name: string } | null;
};

/** Those of the profession whose name is written the same but for case, dots and titles. */
export async function listAlike(
  tx: Db,
  actor: Actor,
  { name, nip, profession }: { name: string; nip: string | null; profession: Profession },
): Promise<Alike[]> {
  const [longest = ""] = plainName(name)
    .split(" ")
    .toSorted((one, other) => other.length - one.length);
  const found = await tx.staffMember.findMany({
    where: { AND: [keptWithin(actor), { profession, name: { contains: longest, mode: "insensitive" } }] },
    select: shown,
    orderBy: { name: "asc" },
    take: 50,
  });
  return found.filter((one) => sameName(one.name, name) && (one.nip === null || nip === null));
}

export function detailOf({ nip, profession, organisation, lastOrganisation }: Omit<Alike, "id" | "name">): string {
  const place = organisation ?? lastOrganisation;
  return [professionNames[profession], nip ? `NIP ${nip}` : "", place?.name ?? "belum ditempatkan"]
    .filter(Boolean)
    .join(", ");
}

/** Titles before the name and degrees behind its first comma are no part of it. */
export function plainName(name: string): string {
  const [own = ""] = name.split(",");
  return plainWords(own).replace(/^(?:(?:dr|drg|apt|ns|bdn|h|hj|ir)\s+)+/u, "");
}

export function sameName(one: string, other: string): boolean {
  return plainName(one) === plainName(other);
}
