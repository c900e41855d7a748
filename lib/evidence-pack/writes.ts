import { randomUUID } from "node:crypto";
import { type Actor, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { db } from "@/lib/db";
import { by, recordEvent } from "@/lib/events/record";
import { hasRaised, listPackFeedback, listPackMeetings, planParts } from "@/lib/evidence-pack/plan";
import { canMakePack } from "@/lib/evidence-pack/rules";
import { enqueue } from "@/lib/jobs/queue";
import { transact } from "@/lib/transact";

/** Asks for the evidence of a year; while it is being made, asking again asks for nothing more. */
export async function makePack(actor: Actor, year: number): Promise<Outcome<{ id: string }>> {
  if (!canMakePack(actor)) throw new NotAllowed(actor, `make the evidence pack of ${year}`);
  const { id: organisationId, name, timeZone } = actor.organisation;
  const createdAt = new Date();
  const [meetings, feedback, hasEscalations] = await Promise.all([
    listPackMeetings(organisationId, year),
    listPackFeedback(organisationId, year),
    hasRaised(organisationId, year, timeZone),
  ]);
  if (meetings.length === 0)
    return refuse(`Belum ada lokakarya mini tahun ${year} yang dilaksanakan, jadi belum ada bukti untuk dikumpulkan.`);
  return transact<Outcome<{ id: string }>>(
    async (tx) => {
      const id = randomUUID();
      await tx.evidencePack.create({ data: { id, organisationId, year, requester: actor.name, createdAt } });
      const parts = planParts(`${organisationId}:${year}`, meetings, { feedback, hasEscalations });
      await tx.evidencePart.createMany({
        data: parts.map((part, index) => ({ ...part, packId: id, position: index + 1 })),
      });
      await enqueue(tx, { kind: "evidence.make", actor, subject: `${name} ${year}`, payload: { packId: id } });
      await recordEvent(tx, by(actor), {
        action: "evidence-pack.asked",
        subjectId: id,
        organisationId,
        data: { year, meetings: meetings.length },
      });
      return { ok: true, id };
    },
    {
      onDuplicate: async () => {
        const making = await db.evidencePack.findFirst({
          where: { organisationId, year, finishedAt: null, failedAt: null },
          select: { id: true },
        });
        return making ? { ok: true, id: making.id } : refuse("Muat ulang halaman ini, lalu coba lagi");
      },
    },
  );
}
