import { type Actor, NotAllowed, type Outcome, type Refusal, refuse } from "@/lib/actor";
import { type Db, isId } from "@/lib/db";
import { by, recordEvent } from "@/lib/events/record";
import { canPlanTrainings } from "@/lib/training-plan/rules";
import type { PlannedEdit, PlannedInput } from "@/lib/training-plan/schema";
import { transact } from "@/lib/transact";

function requirePlanner(actor: Actor, what: string): void {
  if (!canPlanTrainings(actor)) throw new NotAllowed(actor, what);
}

export async function addPlanned(actor: Actor, input: PlannedInput): Promise<Outcome<{ id: string }>> {
  requirePlanner(actor, "plan a training");
  const organisationId = actor.organisation.id;
  const { id, title, year } = input;
  return transact<Outcome<{ id: string }>>(
    async (tx) => {
      if (await tx.plannedTraining.count({ where: { id, organisationId } })) return { ok: true, id };
      const refusal = await checkCompetence(tx, actor, input.competenceId);
      if (refusal) return refusal;
      await tx.plannedTraining.create({ data: { ...input, organisationId } });
      const data = { title, year };
      await recordEvent(tx, by(actor), { action: "planned-training.added", subjectId: id, organisationId, data });
      return { ok: true, id };
    },
    { onDuplicate: () => ({ ok: true, id }) },
  );
}

/** Also names the training that was held for it, or why it will not be held. */
export async function editPlanned(actor: Actor, id: string, edit: PlannedEdit): Promise<Outcome> {
  requirePlanner(actor, `edit planned training ${id}`);
  const organisationId = actor.organisation.id;
  const { version, ...facts } = edit;
  return transact<Outcome>(
    async (tx) => {
      const planned = await holdPlanned(tx, actor, id);
      if (planned.version !== version)
        return refuse("Rencana ini baru saja diubah orang lain. Muat ulang halaman, lalu ulangi perubahan Anda.");
      const refusal =
        (edit.competenceId === planned.competenceId ? null : await checkCompetence(tx, actor, edit.competenceId)) ??
        (edit.meetingId === planned.meetingId ? null : await checkTraining(tx, actor, edit.meetingId, planned.year));
      if (refusal) return refusal;
      await tx.plannedTraining.update({ where: { id }, data: { ...facts, version: { increment: 1 } } });
      const data = { title: edit.title, year: planned.year, cancelledReason: edit.cancelledReason };
      await recordEvent(tx, by(actor), { action: "planned-training.edited", subjectId: id, organisationId, data });
      return { ok: true };
    },
    { onDuplicate: () => refuse("Kegiatan itu sudah dipakai rencana lain. Pilih kegiatan lain.", "meetingId") },
  );
}

export async function removePlanned(actor: Actor, id: string): Promise<Outcome> {
  requirePlanner(actor, `remove planned training ${id}`);
  const organisationId = actor.organisation.id;
  return transact<Outcome>(async (tx) => {
    const planned = isId(id) ? await tx.plannedTraining.findFirst({ where: { id, organisationId } }) : null;
    if (!planned) return { ok: true };
    if (planned.meetingId)
      return refuse("Rencana ini sudah ada kegiatannya. Lepaskan kegiatannya dulu, atau biarkan rencananya.");
    const { count } = await tx.plannedTraining.deleteMany({ where: { id, organisationId, meetingId: null } });
    if (count === 0) return refuse("Rencana ini baru saja diubah orang lain. Muat ulang halaman.");
    const data = { title: planned.title, year: planned.year };
    await recordEvent(tx, by(actor), { action: "planned-training.removed", subjectId: id, organisationId, data });
    return { ok: true };
  });
}

async function holdPlanned(tx: Db, actor: Actor, id: string) {
  if (isId(id)) await tx.$queryRaw`SELECT 1 FROM "PlannedTraining" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const where = { id, organisationId: actor.organisation.id };
  const found = isId(id) ? await tx.plannedTraining.findFirst({ where }) : null;
  if (!found) throw new NotAllowed(actor, `change planned training ${id}`);
  return found;
}

async function checkCompetence(tx: Db, actor: Actor, id: string | null): Promise<Refusal | null> {
  if (id === null) return null;
  const where = { id, organisationId: { in: [...actor.organisation.pathIds] }, archivedAt: null };
  return (await tx.competence.count({ where })) ? null : refuse("Pilih kompetensi dari daftar", "competenceId");
}

async function checkTraining(tx: Db, actor: Actor, meetingId: string | null, year: number): Promise<Refusal | null> {
  if (meetingId === null) return null;
  const meeting = { hostId: actor.organisation.id, year, status: { not: "CANCELLED" as const } };
  const where = { meetingId, meeting };
  return (await tx.training.count({ where })) ? null : refuse("Pilih pelatihan kantor ini dari daftar", "meetingId");
}
