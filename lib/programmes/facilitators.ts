import { type Actor, isRefusal, type Outcome, refuse } from "@/lib/actor";
import { by, recordEvent } from "@/lib/events/record";
import { settlePerson } from "@/lib/persons/choose";
import { holdProgramme, programmeChanged } from "@/lib/programmes/hold";
import type { FacilitatorInput } from "@/lib/programmes/schema";
import { refuseClosed } from "@/lib/programmes/writes";
import { dayToDate } from "@/lib/time";
import { transact } from "@/lib/transact";

/** Adds somebody who goes along on visits, or changes his words and the days he cannot. */
export async function saveFacilitator(actor: Actor, programmeId: string, input: FacilitatorInput): Promise<Outcome> {
  const { id, version, name, title, institution } = input;
  const daysOff = input.daysOff.map(dayToDate);
  return transact<Outcome>(
    async (tx) => {
      const programme = await holdProgramme(tx, actor, programmeId, "set facilitators of");
      const closed = refuseClosed(programme);
      if (closed) return closed;
      const event = {
        subjectId: programmeId,
        organisationId: programme.organisationId,
        data: { name: programme.name, facilitator: name, institution },
      };
      const before = await tx.programmeFacilitator.findUnique({ where: { id } });
      if (before && before.programmeId !== programmeId) return refuse("Muat ulang halaman ini, lalu coba lagi");
      if (before) {
        // The same new form sent twice.
        if (version === null) return { ok: true };
        if (before.version !== version) return refuse(programmeChanged);
        await tx.programmeFacilitator.update({
          where: { id },
          data: { name, title, institution, daysOff, leftAt: null, version: { increment: 1 } },
        });
        await recordEvent(tx, by(actor), { ...event, action: "programme.facilitator-changed" });
        return { ok: true };
      }
      const settled = await settlePerson(tx, actor.organisation.id, { name, title, institution }, input.person);
      if (isRefusal(settled)) return settled;
      const { personId } = settled;
      const { _max } = await tx.programmeFacilitator.aggregate({ where: { programmeId }, _max: { position: true } });
      const position = (_max.position ?? 0) + 1;
      await tx.programmeFacilitator.create({
        data: { id, programmeId, personId, name, title, institution, daysOff, position },
      });
      await recordEvent(tx, by(actor), { ...event, action: "programme.facilitator-added" });
      return { ok: true };
    },
    { onDuplicate: () => refuse(`${name} sudah menjadi fasilitator program ini. Ubah barisnya di daftar.`, "name") },
  );
}

/** He is planned no more; the visits he went on stay his. */
export async function removeFacilitator(actor: Actor, programmeId: string, id: string): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const programme = await holdProgramme(tx, actor, programmeId, "remove a facilitator of");
    const facilitator = await tx.programmeFacilitator.findFirst({
      where: { id, programmeId },
      include: { _count: { select: { visits: true } } },
    });
    if (!facilitator || facilitator.leftAt) return { ok: true };
    if (facilitator._count.visits === 0) await tx.programmeFacilitator.delete({ where: { id } });
    else
      await tx.programmeFacilitator.update({ where: { id }, data: { leftAt: new Date(), version: { increment: 1 } } });
    const { name, institution } = facilitator;
    await recordEvent(tx, by(actor), {
      action: "programme.facilitator-removed",
      subjectId: programmeId,
      organisationId: programme.organisationId,
      data: { name: programme.name, facilitator: name, institution },
    });
    return { ok: true };
  });
}
