import { z } from "zod";
import { type Actor, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { db } from "@/lib/db";
import { by, recordEvent } from "@/lib/events";
import type { BegunItem } from "@/lib/meetings/agenda-clock";
import { lockMeeting } from "@/lib/meetings/lock";
import { type FoundMeeting, findMeeting } from "@/lib/meetings/reads";
import { canWriteMeeting, takesResults } from "@/lib/meetings/rules";

const begunVerb = "memulai butir acara";
const begunDetail = z.object({ butir: z.number().int().min(1) });

/**
 * The item of the agenda that staff last began; null where nobody did, or where the agenda was changed since. It
 * stands in the record of the meeting and nowhere else.
 * @param meeting one the actor may see
 */
export async function findBegunItem(meeting: Pick<FoundMeeting, "id" | "agenda">): Promise<BegunItem | null> {
  const event = await db.event.findFirst({
    where: { meetingId: meeting.id, verb: begunVerb },
    orderBy: { id: "desc" },
    select: { at: true, subject: true, detail: true },
  });
  const detail = begunDetail.safeParse(event?.detail);
  if (!event || !detail.success) return null;
  const index = detail.data.butir - 1;
  return meeting.agenda[index]?.topic === event.subject ? { index, at: event.at } : null;
}

/** Begins an item of the agenda, counted from 1, while the meeting runs; begun twice it goes on as it is. */
export async function beginAgendaItem(actor: Actor, meetingId: string, item: unknown): Promise<Outcome> {
  const meeting = await findMeeting(actor, meetingId);
  if (!meeting || !canWriteMeeting(actor, meeting)) throw new NotAllowed(actor, `run the agenda of ${meetingId}`);
  const line = typeof item === "number" ? meeting.agenda[item - 1] : undefined;
  if (!line) return refuse("Butir ini tidak ada lagi di susunan acara. Muat ulang layar ini.");
  return db.$transaction(async (tx) => {
    const locked = await lockMeeting(tx, meetingId);
    if (!locked || !takesResults(locked.status))
      return refuse("Butir acara dimulai selama kegiatan berlangsung. Mulai kegiatan ini dulu.");
    const begun = await findBegunItem(meeting);
    if (begun && meeting.agenda[begun.index] === line) return { ok: true };
    await recordEvent(tx, {
      ...by(actor),
      organisationId: meeting.hostId,
      meetingId,
      verb: begunVerb,
      subject: line.topic,
      detail: { butir: meeting.agenda.indexOf(line) + 1 },
    });
    return { ok: true };
  });
}
