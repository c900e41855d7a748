import { type Actor, type Outcome, refuse } from "@/lib/actor";
import { type Db, db, isId, isUniqueViolation } from "@/lib/db";
import { type Choices, choicesSchema } from "@/lib/imports/choices";
import { shortened } from "@/lib/shortened";
import { transact } from "@/lib/transact";
import type { Prisma } from "@/prisma/generated/client";

export type OnProgress = (done: number, total: number) => void | Promise<void>;

const draftHours = 24;
const draftsPerUser = 5;

function draftCutoff(): Date {
  return new Date(Date.now() - draftHours * 3_600_000);
}

function ownedBy(actor: Actor, kind: string) {
  return { kind, userId: actor.userId, organisationId: actor.organisation.id };
}

/**
 * @param id made when the form was shown: sent again, with another file perhaps, it is the same draft
 * @param fileName as the sender calls it
 */
export async function keepDraft(
  actor: Actor,
  kind: string,
  { id, fileName, rows }: { id: string; fileName: string; rows: unknown },
): Promise<Outcome<{ id: string }>> {
  const owner = ownedBy(actor, kind);
  await deleteExpiredImports();
  const data = { fileName: lastPart(fileName), rows: jsonOf(rows), choices: {} };
  const { count } = await db.importDraft.updateMany({
    where: { id, ...owner, confirmedAt: null },
    data: { ...data, createdAt: new Date() },
  });
  if (count === 0) {
    try {
      await db.importDraft.create({ data: { id, ...owner, ...data } });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      // The same form sent twice at once is one draft; a confirmed one or somebody else's is not written over.
      const same = await db.importDraft.count({ where: { id, ...owner, confirmedAt: null } });
      if (same === 0) return refuse("Muat ulang halaman ini, lalu unggah lagi");
    }
  }
  const older = await db.importDraft.findMany({
    where: { ...owner, confirmedAt: null },
    orderBy: { createdAt: "desc" },
    skip: draftsPerUser,
    take: 100,
    select: { id: true },
  });
  if (older.length > 0) await db.importDraft.deleteMany({ where: { id: { in: older.map((draft) => draft.id) } } });
  return { ok: true, id };
}

export async function deleteExpiredImports(): Promise<number> {
  const { count } = await db.importDraft.deleteMany({ where: { createdAt: { lt: draftCutoff() } } });
  return count;
}

export async function discardDraft(actor: Actor, kind: string, id: string): Promise<void> {
  if (isId(id)) await db.importDraft.deleteMany({ where: { id, ...ownedBy(actor, kind), confirmedAt: null } });
}

/** An upload of the actor's, waiting or confirmed; null where there is none. */
export async function findDraft(actor: Actor, kind: string, id: string) {
  if (!isId(id)) return null;
  const found = await db.importDraft.findFirst({
    where: { id, ...ownedBy(actor, kind), createdAt: { gte: draftCutoff() } },
  });
  return found && { ...found, choices: choicesSchema.parse(found.choices) };
}

/** @param asked the questions that were shown: one without an answer has none any more, others keep theirs */
export async function chooseOnDraft(
  actor: Actor,
  kind: string,
  id: string,
  { asked, answers }: { asked: readonly string[]; answers: Choices },
): Promise<boolean> {
  return transact<boolean>(async (tx) => {
    const found = await lockDraft(tx, actor, kind, id);
    if (!found || found.confirmedAt) return false;
    const others = Object.entries(found.choices).filter(([key]) => !asked.includes(key));
    const choices = choicesSchema.parse({ ...Object.fromEntries(others), ...answers });
    await tx.importDraft.update({ where: { id }, data: { choices } });
    return true;
  });
}

/** The same, held until the transaction ends: of two who confirm at once the second finds it confirmed. */
export async function lockDraft(tx: Db, actor: Actor, kind: string, id: string) {
  if (!isId(id)) return null;
  await tx.$queryRaw`SELECT 1 FROM "ImportDraft" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const found = await tx.importDraft.findFirst({
    where: { id, ...ownedBy(actor, kind), createdAt: { gte: draftCutoff() } },
  });
  return found && { ...found, choices: choicesSchema.parse(found.choices) };
}

export async function listWaitingDrafts(actor: Actor, kind: string) {
  return db.importDraft.findMany({
    where: { ...ownedBy(actor, kind), createdAt: { gte: draftCutoff() }, confirmedAt: null },
    orderBy: { createdAt: "desc" },
    take: 5,
    select: { id: true, fileName: true, createdAt: true },
  });
}

export function jsonOf(value: unknown): Prisma.InputJsonValue {
  const copy: Prisma.InputJsonValue = JSON.parse(JSON.stringify(value));
  return copy;
}

function lastPart(name: string): string {
  const last = name.split(/[\\/]/).pop() ?? "";
  return shortened(last.replace(/[\p{Cc}\p{Cf}]/gu, "").trim(), 120) || "berkas";
}
