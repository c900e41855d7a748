import { type Actor, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { isId } from "@/lib/db";
import { by, recordEvent } from "@/lib/events/record";
import { lockFigures } from "@/lib/figures/lock";
import { deleteOfficeRows, type OfficeKey } from "@/lib/figures/office-rows";
import { canEnterForPuskesmas } from "@/lib/indicators/rules";
import { transact } from "@/lib/transact";

/** Takes back what the actor's own office told of a month; what others told stays. */
export async function removeOfficeFigure(actor: Actor, key: OfficeKey): Promise<Outcome> {
  if (!canEnterForPuskesmas(actor) || !isId(key.puskesmasId) || !isId(key.indicatorId))
    throw new NotAllowed(actor, "remove a figure");
  const sourceId = actor.organisation.id;
  return transact<Outcome>(async (tx) => {
    await lockFigures(tx, actor);
    const row = await tx.puskesmasValue.findFirst({
      where: { ...key, sourceId },
      include: { puskesmas: { select: { name: true } }, indicator: { select: { name: true } } },
    });
    if (!row) return refuse("Angka ini sudah dihapus. Muat ulang halaman.");
    await deleteOfficeRows(tx, sourceId, [key]);
    await recordEvent(tx, by(actor), {
      action: "office-figures.removed",
      subjectId: key.puskesmasId,
      organisationId: sourceId,
      data: {
        ...{ puskesmas: row.puskesmas.name, indicator: row.indicator.name, year: key.year, month: key.month },
        value: row.value.toNumber(),
      },
    });
    return { ok: true };
  });
}
