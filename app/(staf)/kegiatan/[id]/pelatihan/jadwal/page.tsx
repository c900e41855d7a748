import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import type { FoundMeeting } from "@/lib/meetings/reads";
import { clockOf, dayOf, zoneLabel } from "@/lib/time";
import { mostSessions, speakerLines } from "@/lib/trainings/fields";
import type { FoundTraining } from "@/lib/trainings/reads";
import { requireTrainingToEdit } from "@/lib/web/training";
import { saveSessionsAction } from "../actions";
import { SessionsForm, type SessionValues } from "./sessions-form";

export const metadata: Metadata = { title: "Jadwal sesi" };

const emptyRows = 20;

export default async function SessionsPage({ params }: { params: Promise<{ id: string }> }) {
  const { meeting, training } = await requireTrainingToEdit((await params).id);
  return (
    <SessionsForm
      action={saveSessionsAction.bind(null, meeting.id)}
      version={training.version}
      zone={zoneLabel(meeting.timeZone)}
      filled={training.sessions.length}
      rows={rowsOf(meeting, training)}
    />
  );
}

/** Those there are, then empty ones that begin on the last day, the first of them where the last session ended. */
function rowsOf({ startsAt, timeZone }: FoundMeeting, { sessions }: FoundTraining): SessionValues[] {
  const filled = sessions.map((session) => ({
    id: session.id,
    form: session.form,
    topic: session.topic,
    date: dayOf(session.startsAt, timeZone),
    startTime: clockOf(session.startsAt, timeZone),
    endTime: clockOf(session.endsAt, timeZone),
    lessons: session.lessons.toLocaleString("id-ID", { useGrouping: false }),
    room: session.room,
    speakers: speakerLines(session.speakers),
  }));
  const last = filled.at(-1);
  const count = Math.min(emptyRows, mostSessions - filled.length);
  const empty = Array.from(
    { length: count },
    (_, index): SessionValues => ({
      ...{ id: randomUUID(), form: "THEORY", topic: null, endTime: null, lessons: null, speakers: null },
      date: last?.date ?? dayOf(startsAt, timeZone),
      startTime: index > 0 ? null : (last?.endTime ?? clockOf(startsAt, timeZone)),
      room: last?.room ?? null,
    }),
  );
  return [...filled, ...empty];
}
