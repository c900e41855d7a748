import { type Actor, type Outcome, refuse } from "@/lib/actor";
import type { StandInInput } from "@/lib/clusters/schema";
import { gone, holdClusters, requireManager } from "@/lib/clusters/writes";
import { isId } from "@/lib/db";
import { by, recordEvent } from "@/lib/events/record";
import { dateToDay, dayOf, dayToDate } from "@/lib/time";
import { transact } from "@/lib/transact";

export async function addStandIn(actor: Actor, clusterId: string, input: StandInInput, now: Date): Promise<Outcome> {
  requireManager(actor, `name a stand-in of cluster ${clusterId}`);
  const organisationId = actor.organisation.id;
  const { id, userId, since, until, reason } = input;
  if (until < dayOf(now, actor.organisation.timeZone))
    return refuse("Tanggal selesai sudah lewat. Isi hari ini atau sesudahnya.", "until");
  return transact<Outcome>(async (tx) => {
    await holdClusters(tx, actor);
    const cluster = isId(clusterId) ? await tx.cluster.findFirst({ where: { id: clusterId, organisationId } }) : null;
    if (!cluster) return gone;
    if (await tx.standIn.findUnique({ where: { id } })) return { ok: true };
    const reviewer = { id: userId, organisationId, role: "DINKES_REVIEWER", deactivatedAt: null } as const;
    const user = isId(userId) ? await tx.user.findFirst({ where: reviewer, select: { name: true } }) : null;
    if (!user) return refuse("Pilih pengganti dari daftar peninjau", "userId");
    const days = { since: dayToDate(since), until: dayToDate(until) };
    await tx.standIn.create({ data: { id, clusterId, userId, reason, ...days, createdById: actor.userId } });
    await recordEvent(tx, by(actor), {
      action: "stand-in.added",
      subjectId: clusterId,
      organisationId,
      data: { cluster: cluster.name, name: user.name, since, until, reason },
    });
    return { ok: true };
  });
}

/** From now on; one that has not begun never does. */
export async function endStandIn(actor: Actor, id: string, now: Date): Promise<Outcome> {
  requireManager(actor, `end stand-in ${id}`);
  const organisationId = actor.organisation.id;
  return transact<Outcome>(async (tx) => {
    await holdClusters(tx, actor);
    const standIn = isId(id)
      ? await tx.standIn.findFirst({
          where: { id, cluster: { organisationId } },
          include: { cluster: { select: { name: true } }, user: { select: { name: true } } },
        })
      : null;
    if (!standIn || standIn.endedAt || dateToDay(standIn.until) < dayOf(now, actor.organisation.timeZone))
      return { ok: true };
    await tx.standIn.update({ where: { id }, data: { endedAt: now } });
    await recordEvent(tx, by(actor), {
      action: "stand-in.ended",
      subjectId: standIn.clusterId,
      organisationId,
      data: { cluster: standIn.cluster.name, name: standIn.user.name },
    });
    return { ok: true };
  });
}
