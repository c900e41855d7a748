import { randomUUID } from "node:crypto";
import { type Actor, findActor } from "@/lib/actor";
import { db } from "@/lib/db";
import { hashPassword } from "@/lib/users/sign-in";
import type { Prisma, Role, User } from "@/prisma/generated/client";
import { nextNumber } from "./counter";
import { makeKabupaten, makePuskesmas } from "./organisations";
import { makePerson } from "./persons";

export type UserRow = Prisma.UserCreateManyInput & { id: string };

/** A user without a password; not saved. */
export function userRow(
  role: Role,
  overrides: Partial<Prisma.UserCreateManyInput> & { organisationId: string; personId: string },
): UserRow {
  const number = nextNumber();
  return {
    role,
    name: `Pengguna ${number}`,
    email: `pengguna${number}@lokmin.example`,
    ...overrides,
    id: overrides.id ?? randomUUID(),
  };
}

/**
 * A user of a role, in a new organisation of the fitting kind unless `organisationId` says which.
 * @param password sets one, to sign in with; it takes a moment to hash
 */
export async function makeUser(
  role: Role,
  { password, ...overrides }: Partial<Prisma.UserCreateManyInput> & { password?: string } = {},
): Promise<User> {
  const organisationId =
    overrides.organisationId ?? (await (role.startsWith("DINKES") ? makeKabupaten() : makePuskesmas())).id;
  const passwordHash = password ? await hashPassword(password) : (overrides.passwordHash ?? null);
  const name = overrides.name ?? `Pengguna ${nextNumber()}`;
  const personId = overrides.personId ?? (await makePerson({ organisationId, name })).id;
  return db.user.create({ data: userRow(role, { ...overrides, name, organisationId, personId, passwordHash }) });
}

/** The user as reads and writes want it. */
export async function actorOf(user: { id: string }): Promise<Actor> {
  const actor = await findActor(user.id);
  if (!actor) throw new Error(`User ${user.id} is nobody who may act`);
  return actor;
}

/** A new user of a role, as an actor. */
export async function makeActor(role: Role, overrides: Parameters<typeof makeUser>[1] = {}): Promise<Actor> {
  return actorOf(await makeUser(role, overrides));
}
