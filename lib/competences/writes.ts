import { type Actor, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { canSetCompetences } from "@/lib/competences/rules";
import type { CompetenceInput } from "@/lib/competences/schema";
import { type Db, isId } from "@/lib/db";
import { by, recordEvent } from "@/lib/events/record";
import { professionNames } from "@/lib/staff/professions";
import { transact } from "@/lib/transact";

function requireSetter(actor: Actor, what: string): void {
  if (!canSetCompetences(actor)) throw new NotAllowed(actor, what);
}

/** Two edits of an office's competences come one after the other. */
async function lockOffice(tx: Db, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
}

export async function addCompetence(actor: Actor, input: CompetenceInput): Promise<Outcome<{ id: string }>> {
  requireSetter(actor, "add a competence");
  const organisationId = actor.organisation.id;
  const { id, name, validMonths, professions } = input;
  return transact<Outcome<{ id: string }>>(
    async (tx) => {
      await lockOffice(tx, organisationId);
      if (await tx.competence.count({ where: { id, organisationId } })) return { ok: true, id };
      await tx.competence.create({
        data: { id, organisationId, name, validMonths, professions: { create: professions } },
      });
      await recordEvent(tx, by(actor), {
        action: "competence.added",
        subjectId: id,
        organisationId,
        data: told(input),
      });
      return { ok: true, id };
    },
    { onDuplicate: () => sameName(name) },
  );
}

export async function editCompetence(actor: Actor, id: string, input: CompetenceInput): Promise<Outcome> {
  requireSetter(actor, `edit competence ${id}`);
  const { name, validMonths, professions } = input;
  return transact<Outcome>(
    async (tx) => {
      const competence = await holdCompetence(tx, actor, id);
      if (competence.version !== input.version)
        return refuse("Kompetensi ini baru saja diubah orang lain. Muat ulang halaman, lalu ulangi perubahan Anda.");
      await tx.competence.update({
        where: { id },
        data: {
          ...{ name, validMonths, version: { increment: 1 } },
          professions: { deleteMany: {}, create: professions },
        },
      });
      await recordEvent(tx, by(actor), {
        action: "competence.edited",
        subjectId: id,
        organisationId: actor.organisation.id,
        data: told(input),
      });
      return { ok: true };
    },
    { onDuplicate: () => sameName(name) },
  );
}

/** No longer asked of anybody; trainings that taught it keep it. */
export async function archiveCompetence(actor: Actor, id: string, isArchived: boolean): Promise<Outcome> {
  requireSetter(actor, `archive competence ${id}`);
  return transact<Outcome>(async (tx) => {
    const competence = await holdCompetence(tx, actor, id);
    if ((competence.archivedAt !== null) === isArchived) return { ok: true };
    await tx.competence.update({ where: { id }, data: { archivedAt: isArchived ? new Date() : null } });
    await recordEvent(tx, by(actor), {
      action: isArchived ? "competence.archived" : "competence.restored",
      subjectId: id,
      organisationId: actor.organisation.id,
      data: { name: competence.name },
    });
    return { ok: true };
  });
}

async function holdCompetence(tx: Db, actor: Actor, id: string) {
  await lockOffice(tx, actor.organisation.id);
  const where = { id, organisationId: actor.organisation.id };
  const found = isId(id) ? await tx.competence.findFirst({ where }) : null;
  if (!found) throw new NotAllowed(actor, `change competence ${id}`);
  return found;
}

function told({ name, validMonths, professions }: CompetenceInput) {
  return {
    name,
    validMonths,
    professions: professions.map((one) => ({ ...one, profession: professionNames[one.profession] })),
  };
}

function sameName(name: string) {
  return refuse(`Kantor ini sudah punya kompetensi bernama ${name}. Beri nama lain.`, "name");
}
