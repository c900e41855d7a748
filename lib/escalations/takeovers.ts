import { type Actor, type Outcome, refuse } from "@/lib/actor";
import { holdPart, recordOf } from "@/lib/escalations/hold";
import type { TakeoverInput } from "@/lib/escalations/schema";
import { by, recordMeetingEvent } from "@/lib/events/record";
import { formatMoment } from "@/lib/time";
import { transact } from "@/lib/transact";

const isOver = "Eskalasi ini sudah dijawab atau ditarik, jadi tidak perlu diambil alih lagi.";

/** The actor takes charge for his office, of an escalation that nobody has or from whom he saw in charge. */
export async function takeOver(actor: Actor, id: string, input: TakeoverInput): Promise<Outcome> {
  return transact<Outcome>(
    async (tx) => {
      const { escalation, part } = await holdPart(tx, actor, id, "take over");
      const current = escalation.takeovers.find(({ organisationId }) => organisationId === part.organisationId);
      if (current?.id === input.id) return { ok: true };
      if (part.isClosed) return refuse(isOver);
      if ((current?.id ?? null) !== input.replaces)
        return refuse(
          current
            ? `${current.name} sudah mengambil alih eskalasi ini pada ${formatMoment(current.takenAt, actor.organisation.timeZone)}. Muat ulang halaman bila ingin menggantikannya.`
            : "Eskalasi ini baru saja dilepas petugasnya. Muat ulang halaman, lalu ambil alih.",
        );
      const takenAt = new Date();
      if (current) await tx.escalationTakeover.update({ where: { id: current.id }, data: { endedAt: takenAt } });
      const { organisationId } = part;
      await tx.escalationTakeover.create({
        data: { id: input.id, escalationId: id, organisationId, userId: actor.userId, name: actor.name, takenAt },
      });
      const { meeting, row, subjectId } = recordOf(escalation);
      const data = { ...row, from: current?.name ?? null };
      await recordMeetingEvent(tx, by(actor), meeting, { action: "escalation.taken", subjectId, data });
      return { ok: true };
    },
    { onDuplicate: () => refuse("Muat ulang halaman ini, lalu coba lagi") },
  );
}

export async function release(actor: Actor, id: string, takeoverId: string): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const { escalation, part } = await holdPart(tx, actor, id, "release");
    const current = escalation.takeovers.find(({ organisationId }) => organisationId === part.organisationId);
    if (!current) return { ok: true };
    if (current.id !== takeoverId)
      return refuse(`Eskalasi ini baru saja diambil alih ${current.name}. Muat ulang halaman ini.`);
    await tx.escalationTakeover.update({ where: { id: current.id }, data: { endedAt: new Date() } });
    const { meeting, row, subjectId } = recordOf(escalation);
    const data = { ...row, from: current.name };
    await recordMeetingEvent(tx, by(actor), meeting, { action: "escalation.released", subjectId, data });
    return { ok: true };
  });
}
