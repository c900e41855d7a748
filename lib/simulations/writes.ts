import { randomUUID } from "node:crypto";
import { type Actor, isRefusal, type Outcome, refuse } from "@/lib/actor";
import { type Db, isId } from "@/lib/db";
import { by, recordMeetingEvent } from "@/lib/events/record";
import { holdMeeting, type MeetingChange } from "@/lib/meetings/hold";
import { preparedStatuses } from "@/lib/meetings/rules";
import type { SimulationInput } from "@/lib/simulations/schema";
import { transact } from "@/lib/transact";
import { keepForUndo, type Watched } from "@/lib/undo/keep";
import { Prisma } from "@/prisma/generated/client";

export const preparingSimulation: MeetingChange = {
  name: "write the simulations of",
  statuses: preparedStatuses,
  refusal: "Kegiatan ini dibatalkan: daftar simulasinya tidak dapat diubah lagi.",
};

const inUse = "Sudah ada penilaian dengan daftar ini, jadi butirnya tidak dapat diubah. Buat daftar baru.";
const elsewhere = refuse("Muat ulang halaman ini, lalu coba lagi");

function findStored(tx: Db, id: string) {
  return tx.simulation.findUnique({
    where: { id },
    include: { items: { orderBy: { position: "asc" } }, _count: { select: { observations: true } } },
  });
}

/** A checklist, new or changed; its items stay as they are once somebody was scored by them. */
export async function saveSimulation(actor: Actor, meetingId: string, input: SimulationInput): Promise<Outcome> {
  const { id, version, name, passShare, items } = input;
  return transact<Outcome>(
    async (tx) => {
      const meeting = await holdMeeting(tx, actor, meetingId, preparingSimulation);
      if (isRefusal(meeting)) return meeting;
      const before = await findStored(tx, id);
      if (before && before.meetingId !== meetingId) return elsewhere;
      const sameItems = before !== null && linesOf(before.items) === linesOf(items);
      if (before && sameItems && before.name === name && before.passShare === passShare) return { ok: true };
      if (before && before._count.observations > 0 && !sameItems) return refuse(inUse, "items");
      if ((before?.version ?? null) !== version)
        return refuse(
          "Daftar ini baru saja diubah orang lain. Muat ulang halaman ini; isian Anda masih ada di bawah ini.",
        );
      const rows = items.map((item, index) => ({ ...item, id: randomUUID(), position: index + 1 }));
      if (before) {
        if (!sameItems) await tx.simulationItem.deleteMany({ where: { simulationId: id } });
        const created = sameItems ? {} : { items: { create: rows } };
        await tx.simulation.update({ where: { id }, data: { name, passShare, version: { increment: 1 }, ...created } });
      } else {
        const { _max } = await tx.simulation.aggregate({ where: { meetingId }, _max: { position: true } });
        const position = (_max.position ?? 0) + 1;
        await tx.simulation.create({ data: { id, meetingId, position, name, passShare, items: { create: rows } } });
      }
      await recordMeetingEvent(tx, by(actor), meeting, {
        action: "simulation.saved",
        subjectId: meetingId,
        data: { name, items: items.length, before: before && { name: before.name, items: before.items.length } },
      });
      return { ok: true };
    },
    { onDuplicate: () => elsewhere },
  );
}

const linesOf = (items: readonly { text: string; points: number }[]) =>
  JSON.stringify(items.map(({ text, points }) => [text, points]));

export async function deleteSimulation(actor: Actor, meetingId: string, id: string, undoId?: string): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const meeting = await holdMeeting(tx, actor, meetingId, preparingSimulation);
    if (isRefusal(meeting)) return meeting;
    const before = isId(id) ? await findStored(tx, id) : null;
    if (before?.meetingId !== meetingId) return { ok: true };
    if (before._count.observations > 0)
      return refuse("Sudah ada penilaian dengan daftar ini. Hapus penilaiannya dulu.");
    const step = { id: undoId, kind: "simulation", words: `simulasi ${before.name} dihapus` } as const;
    const rows: Watched[] = [
      { table: "Simulation", where: Prisma.sql`t.id = ${id}::uuid` },
      { table: "SimulationItem", where: Prisma.sql`t."simulationId" = ${id}::uuid` },
    ];
    await keepForUndo(tx, { actor, meeting, step }, rows, () => tx.simulation.delete({ where: { id } }));
    await recordMeetingEvent(tx, by(actor), meeting, {
      action: "simulation.deleted",
      subjectId: meetingId,
      data: { name: before.name },
    });
    return { ok: true };
  });
}
