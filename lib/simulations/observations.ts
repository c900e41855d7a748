import { type Actor, isRefusal, type Outcome, refuse } from "@/lib/actor";
import { type Db, isId } from "@/lib/db";
import { by, recordMeetingEvent } from "@/lib/events/record";
import { holdMeeting, type MeetingChange } from "@/lib/meetings/hold";
import { notesStatuses } from "@/lib/meetings/rules";
import type { ObservationInput } from "@/lib/simulations/schema";
import { transact } from "@/lib/transact";
import { keepForUndo, type Watched } from "@/lib/undo/keep";
import { Prisma } from "@/prisma/generated/client";

export const scoringSimulation: MeetingChange = {
  name: "score a simulation of",
  statuses: notesStatuses,
  refusal: "Penilaian simulasi diisi sejak pelatihan dimulai. Mulai kegiatan ini dulu, di Ringkasan.",
};

const reload = refuse("Muat ulang halaman ini, lalu coba lagi");

function findSimulation(tx: Db, meetingId: string, id: string) {
  if (!isId(id)) return null;
  return tx.simulation.findFirst({
    where: { id, meetingId },
    select: { name: true, items: { orderBy: { position: "asc" }, select: { id: true, text: true, points: true } } },
  });
}

type Items = readonly { id: string; text: string; points: number }[];

/** The field of a score outside its item's scale: the form has a line for each item. */
function wrongScore(items: Items, scores: ObservationInput["scores"]) {
  for (const { itemId, points } of scores) {
    const index = items.findIndex(({ id }) => id === itemId);
    const item = items[index];
    if (!item) return reload;
    if (points > item.points)
      return refuse(`Nilai paling tinggi ${item.points} untuk "${item.text}"`, `scores.${index}.points`);
  }
  return null;
}

/** What an observer saw of a participant; an observer scores a participant once, and may change it. */
export async function saveObservation(
  actor: Actor,
  meetingId: string,
  simulationId: string,
  input: ObservationInput,
): Promise<Outcome> {
  const { id, version, scores, ...values } = input;
  return transact<Outcome>(
    async (tx) => {
      const meeting = await holdMeeting(tx, actor, meetingId, scoringSimulation);
      if (isRefusal(meeting)) return meeting;
      const simulation = await findSimulation(tx, meetingId, simulationId);
      if (!simulation) return reload;
      const { invitationId } = values;
      const participant = await tx.trainingParticipant.findFirst({
        where: { invitationId, meetingId },
        select: { invitation: { select: { holderName: true, title: true } } },
      });
      if (!participant) return refuse("Peserta ini tidak ada lagi. Pilih yang lain.", "invitationId");
      const wrong = wrongScore(simulation.items, scores);
      if (wrong) return wrong;
      const before = await tx.simulationObservation.findUnique({ where: { id }, include: { scores: true } });
      if (before && before.simulationId !== simulationId) return reload;
      if (before && isSame(before, input)) return { ok: true };
      if ((before?.version ?? null) !== version)
        return refuse(
          "Penilaian ini baru saja diubah orang lain. Muat ulang halaman ini; isian Anda masih ada di bawah ini.",
        );
      await tx.simulationScore.deleteMany({ where: { observationId: id } });
      await tx.simulationObservation.upsert({
        where: { id },
        create: { id, simulationId, ...values, scores: { create: scores } },
        update: { ...values, version: { increment: 1 }, scores: { create: scores } },
      });
      const { holderName, title } = participant.invitation;
      await recordMeetingEvent(tx, by(actor), meeting, {
        action: "simulation.observed",
        subjectId: invitationId,
        data: { name: simulation.name, participant: holderName ?? title, observer: values.observer },
      });
      return { ok: true };
    },
    {
      onDuplicate: () =>
        refuse(
          "Penilai ini sudah menilai peserta itu. Buka penilaiannya dari halaman simulasi untuk mengubahnya.",
          "observer",
        ),
    },
  );
}

type Stored = Omit<ObservationInput, "version">;

function isSame(before: Stored, input: ObservationInput): boolean {
  const plain = ({ invitationId, observer, seconds, note, scores }: Stored) =>
    JSON.stringify([
      ...[invitationId, observer, seconds, note],
      ...scores.map(({ itemId, points }) => `${itemId} ${points}`).sort(),
    ]);
  return plain(before) === plain(input);
}

export async function deleteObservation(
  actor: Actor,
  meetingId: string,
  id: string,
  undoId?: string,
): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const meeting = await holdMeeting(tx, actor, meetingId, scoringSimulation);
    if (isRefusal(meeting)) return meeting;
    if (!isId(id)) return { ok: true };
    const before = await tx.simulationObservation.findFirst({
      where: { id, simulation: { meetingId } },
      select: {
        ...{ observer: true, invitationId: true },
        simulation: { select: { name: true } },
        participant: { select: { invitation: { select: { holderName: true, title: true } } } },
      },
    });
    if (!before) return { ok: true };
    const step = { id: undoId, kind: "observation", words: `penilaian ${before.observer} dihapus` } as const;
    const rows: Watched[] = [
      { table: "SimulationObservation", where: Prisma.sql`t.id = ${id}::uuid` },
      { table: "SimulationScore", where: Prisma.sql`t."observationId" = ${id}::uuid` },
    ];
    await keepForUndo(tx, { actor, meeting, step }, rows, () => tx.simulationObservation.delete({ where: { id } }));
    const { holderName, title } = before.participant.invitation;
    await recordMeetingEvent(tx, by(actor), meeting, {
      action: "simulation.observation-deleted",
      subjectId: before.invitationId,
      data: { name: before.simulation.name, participant: holderName ?? title, observer: before.observer },
    });
    return { ok: true };
  });
}
