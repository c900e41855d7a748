import { db, isId } from "@/lib/db";
import { log, redactText } from "@/lib/log";
import type { OrganisationKind, Prisma, Role } from "@/prisma/generated/client";

/** Who acts: read from the database at every request, so a removed officer is out at once. */
export type Actor = {
  userId: string;
  name: string;
  email: string;
  role: Role;
  organisation: {
    id: string;
    kind: OrganisationKind;
    name: string;
    timeZone: string;
    parentId: string | null;
    areaCode: string;
  };
};

/** Thrown where something may not be done; the log keeps it. */
export class NotAllowed extends Error {
  readonly digest = "NEXT_HTTP_ERROR_FALLBACK;404";

  constructor(actor: Actor, what: string) {
    super(`${actor.role} ${actor.userId} may not ${what}`);
    this.name = "NotAllowed";
    log.warn({ actor: actor.userId, what: redactText(what) }, "tidak diizinkan");
  }
}

export type Choice = { id: string; line: string; detail: string };

export type Refusal = { ok: false; reason: string; field?: string; choices?: Choice[] };
export type Outcome<T extends object = object> = ({ ok: true } & T) | Refusal;

export function isRefusal(result: unknown): result is Refusal {
  return typeof result === "object" && result !== null && "ok" in result && result.ok === false;
}

export function refuse(reason: string, field?: string): Refusal {
  return field ? { ok: false, reason, field } : { ok: false, reason };
}

/** A user as one who acts, or null when deactivated. */
export async function findActor(userId: string): Promise<Actor | null> {
  if (!isId(userId)) return null;
  const user = await db.user.findUnique({
    where: { id: userId },
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      deactivatedAt: true,
      organisation: { select: { id: true, kind: true, name: true, timeZone: true, parentId: true, areaCode: true } },
    },
  });
  if (!user || user.deactivatedAt) return null;
  return { userId: user.id, name: user.name, email: user.email, role: user.role, organisation: user.organisation };
}

export function isPuskesmas(actor: Actor): boolean {
  return actor.organisation.kind === "PUSKESMAS";
}

export function isDinkes(actor: Actor): boolean {
  return !isPuskesmas(actor);
}

export function isPuskesmasWriter(actor: Actor): boolean {
  return actor.role === "PUSKESMAS_ADMIN" || actor.role === "PUSKESMAS_HEAD" || actor.role === "PUSKESMAS_STAFF";
}

export function organisationsWithin(actor: Actor): Prisma.OrganisationWhereInput {
  const { id, kind } = actor.organisation;
  if (kind === "PUSKESMAS") return { id };
  if (kind === "DISTRICT_DINKES") return { OR: [{ id }, { parentId: id }] };
  return { OR: [{ id }, { parentId: id }, { parent: { parentId: id } }] };
}
