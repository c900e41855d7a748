import { type Actor, type Outcome, type Refusal, refuse } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { type HeldEscalation, holdPart, recordOf } from "@/lib/escalations/hold";
import { forwardsAbove } from "@/lib/escalations/rules";
import type { ForwardInput } from "@/lib/escalations/schema";
import { by, recordMeetingEvent } from "@/lib/events/record";
import { dayOf, dayToDate } from "@/lib/time";
import { transact } from "@/lib/transact";

const isOver = "Eskalasi ini sudah dijawab atau ditarik, jadi tidak dapat diteruskan lagi. Muat ulang halaman ini.";

/** Hands it on from the actor's level: up to the office above, or to an institution outside Lokmin. */
export async function forwardEscalation(actor: Actor, id: string, input: ForwardInput): Promise<Outcome> {
  return transact<Outcome>(
    async (tx) => {
      const { escalation, part } = await holdPart(tx, actor, id, "forward");
      if (escalation.forwards.some((forward) => forward.id === input.id)) return { ok: true };
      if (part.isClosed) return refuse(isOver);
      if (input.answerBy < dayOf(new Date(), actor.organisation.timeZone))
        return refuse("Batas jawaban tidak boleh sebelum hari ini", "answerBy");
      const to = input.to === "atas" ? await officeAbove(tx, actor, escalation) : addressOf(input);
      if ("reason" in to) return to;
      await tx.escalationForward.create({
        data: {
          ...{ id: input.id, escalationId: id, fromId: part.organisationId, ...to, asked: input.asked },
          ...{ answerBy: dayToDate(input.answerBy), forwardedById: actor.userId, forwarder: actor.name },
        },
      });
      const { meeting, row, subjectId } = recordOf(escalation);
      const data = { ...row, forwardId: input.id, to: to.institution, answerBy: input.answerBy };
      await recordMeetingEvent(tx, by(actor), meeting, { action: "escalation.forwarded", subjectId, data });
      return { ok: true };
    },
    { onDuplicate: () => refuse("Muat ulang halaman ini, lalu coba lagi") },
  );
}

type Address = { toId: string | null; institution: string; contact: string | null };

function addressOf({ institution, contact }: ForwardInput): Address {
  return { toId: null, institution: institution ?? "", contact };
}

async function officeAbove(tx: Db, actor: Actor, { forwards }: HeldEscalation): Promise<Address | Refusal> {
  const { id, parentId } = actor.organisation;
  const above = parentId
    ? await tx.organisation.findUnique({ where: { id: parentId }, select: { id: true, name: true } })
    : null;
  if (!above) return refuse("Tidak ada kantor di atas Anda di Lokmin. Pilih instansi lain, lalu tulis namanya.", "to");
  if (forwards.some(({ fromId, toId, closedAt }) => fromId === id && toId === above.id && closedAt === null))
    return refuse(`Eskalasi ini sudah diteruskan ke ${above.name} dan belum dijawab.`, "to");
  return { toId: above.id, institution: above.name, contact: null };
}

/** Takes back what the actor's office handed on and nobody answered for good; what went on from there ends too. */
export async function recallForward(actor: Actor, id: string, forwardId: string): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const { escalation, part } = await holdPart(tx, actor, id, "recall a forward of");
    const forward = escalation.forwards.find((one) => one.id === forwardId);
    if (!forward || forward.fromId !== part.organisationId)
      return refuse("Hanya penerusan dari kantor Anda yang dapat ditarik. Muat ulang halaman ini.");
    if (forward.closedAt) return refuse("Penerusan ini sudah dijawab atau ditarik. Muat ulang halaman ini.");
    const ended = [forward, ...forwardsAbove(forward, escalation.forwards)].map((one) => one.id);
    await tx.escalationForward.updateMany({ where: { id: { in: ended } }, data: { closedAt: new Date() } });
    const { meeting, row, subjectId } = recordOf(escalation);
    const data = { ...row, forwardId, to: forward.institution };
    await recordMeetingEvent(tx, by(actor), meeting, { action: "escalation.recalled", subjectId, data });
    return { ok: true };
  });
}
