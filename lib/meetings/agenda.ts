import { type Actor, isRefusal, type Outcome, refuse } from "@/lib/actor";
import { by, recordEvent } from "@/lib/events/record";
import type { BegunItem } from "@/lib/meetings/agenda-clock";
import { holdMeeting, type MeetingChange } from "@/lib/meetings/hold";
import type { FoundMeeting } from "@/lib/meetings/reads";
import { resultStatuses } from "@/lib/meetings/rules";
import { transact } from "@/lib/transact";

/** The item of the agenda that staff last began; null where nobody did. */
export function begunItem(meeting: Pick<FoundMeeting, "agenda" | "runningItem" | "runningSince">): BegunItem | null {
  const { agenda, runningItem, runningSince } = meeting;
  const index = agenda.findIndex(({ position }) => position === runningItem);
  return index < 0 || !runningSince ? null : { index, at: runningSince };
}

const running: MeetingChange = {
  name: "run the agenda of",
  statuses: resultStatuses,
  refusal: "Butir acara dimulai selama kegiatan berlangsung. Mulai kegiatan ini dulu.",
};

/** Begins an item of the agenda, counted from 1, while the meeting runs; begun twice it goes on as it is. */
export async function beginAgendaItem(actor: Actor, meetingId: string, item: unknown): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const meeting = await holdMeeting(tx, actor, meetingId, running);
    if (isRefusal(meeting)) return meeting;
    const lines = await tx.agendaLine.findMany({ where: { meetingId }, orderBy: { position: "asc" }, take: 100 });
    const line = typeof item === "number" ? lines[item - 1] : undefined;
    if (!line) return refuse("Butir ini tidak ada lagi di susunan acara. Muat ulang layar ini.");
    const { position, topic } = line;
    const { count } = await tx.meeting.updateMany({
      where: { id: meetingId, OR: [{ runningItem: null }, { runningItem: { not: position } }] },
      data: { runningItem: position, runningSince: new Date() },
    });
    if (count > 0)
      await recordEvent(tx, by(actor), {
        action: "agenda.item-started",
        subjectId: meetingId,
        organisationId: meeting.hostId,
        meetingId,
        data: { item: position, topic },
      });
    return { ok: true };
  });
}
