import { type Actor, isRefusal, type Outcome, refuse } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { by, recordMeetingEvent } from "@/lib/events/record";
import type { HeldMeeting } from "@/lib/meetings/hold";
import { dayOf, formatHours, toInstant } from "@/lib/time";
import { holdTraining, trainingChanged } from "@/lib/trainings/hold";
import type { SessionRow, SessionsInput } from "@/lib/trainings/schema";
import { lessonsBetween, outsideWords, sessionsOutside } from "@/lib/trainings/session-checks";
import { transact } from "@/lib/transact";
import type { Prisma } from "@/prisma/generated/client";

const withSpeakers = {
  speakers: { orderBy: { position: "asc" } },
  _count: { select: { presences: true } },
} satisfies Prisma.TrainingSessionInclude;

type Stored = Prisma.TrainingSessionGetPayload<{ include: typeof withSpeakers }>;

/** The whole programme at once: rows get their place by the clock; what is no longer among them is deleted. */
export async function saveSessions(actor: Actor, meetingId: string, input: SessionsInput): Promise<Outcome> {
  return transact<Outcome>(
    async (tx) => {
      const held = await holdTraining(tx, actor, meetingId, "set the sessions of");
      if (isRefusal(held)) return held;
      const { meeting, training } = held;
      if (training.version !== input.version) return trainingChanged;
      const wanted = input.rows.map((row) => columnsOf(row, meeting.timeZone)).sort(byTime);
      const outside = sessionsOutside(wanted, meeting, meeting.timeZone);
      if (outside.length > 0)
        return refuse(outsideWords(outside, meeting, meeting.timeZone), `rows.${outside[0]?.index}.date`);
      const stored = await tx.trainingSession.findMany({
        where: { meetingId },
        orderBy: { position: "asc" },
        include: withSpeakers,
      });
      const kept = new Set(wanted.map(({ id }) => id));
      const gone = stored.filter(({ id }) => !kept.has(id));
      const attended = gone.find(({ _count }) => _count.presences > 0);
      if (attended)
        return refuse(
          `Sesi "${attended.topic}" sudah ada kehadirannya, tidak dapat dihapus. Hapus dulu kehadirannya di Sesi.`,
        );
      await replaceSessions(tx, meetingId, { stored, gone, wanted });
      await tx.training.update({ where: { meetingId }, data: { version: { increment: 1 } } });
      await recordMeetingEvent(tx, by(actor), meeting, {
        action: "training.sessions-changed",
        subjectId: meetingId,
        data: {
          title: meeting.title,
          before: stored.map((one) => told({ ...one, lessons: one.lessons.toNumber() }, meeting)),
          after: wanted.map((one) => told(one, meeting)),
        },
      });
      return { ok: true };
    },
    { onDuplicate: () => refuse("Muat ulang halaman ini, lalu coba lagi") },
  );
}

function columnsOf({ date, startTime, endTime, lessons, ...row }: SessionRow & { index: number }, timeZone: string) {
  const timed = { startsAt: toInstant(date, startTime, timeZone), endsAt: toInstant(date, endTime, timeZone) };
  return { ...row, ...timed, lessons: lessons ?? lessonsBetween(timed) };
}

type Wanted = ReturnType<typeof columnsOf>;

function byTime(one: Wanted, other: Wanted): number {
  return one.startsAt.getTime() - other.startsAt.getTime() || one.index - other.index;
}

type Change = { stored: readonly Stored[]; gone: readonly Stored[]; wanted: readonly Wanted[] };

async function replaceSessions(tx: Db, meetingId: string, { stored, gone, wanted }: Change): Promise<void> {
  await tx.trainingSession.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
  // The places are unique: those that stay make room first.
  await tx.$executeRaw`UPDATE "TrainingSession" SET position = -position WHERE "meetingId" = ${meetingId}::uuid`;
  const before = new Map(stored.map((one) => [one.id, one]));
  for (const [place, { id, index: _, speakers, ...columns }] of wanted.entries()) {
    const values = { ...columns, position: place + 1 };
    if (before.has(id))
      await tx.trainingSession.update({ where: { id, meetingId }, data: { ...values, version: { increment: 1 } } });
    else await tx.trainingSession.create({ data: { id, meetingId, ...values } });
    await tx.trainingSpeaker.deleteMany({ where: { sessionId: id } });
    const known = before.get(id)?.speakers ?? [];
    await tx.trainingSpeaker.createMany({
      data: speakers.map((speaker, number) => ({
        ...speaker,
        sessionId: id,
        position: number + 1,
        personId: known.find(({ name }) => name === speaker.name)?.personId ?? null,
      })),
    });
  }
}

type Told = { topic: string; startsAt: Date; endsAt: Date; lessons: number };

function told({ topic, startsAt, endsAt, lessons }: Told, { timeZone }: HeldMeeting) {
  return { topic, day: dayOf(startsAt, timeZone), hours: formatHours(startsAt, endsAt, timeZone), lessons };
}
