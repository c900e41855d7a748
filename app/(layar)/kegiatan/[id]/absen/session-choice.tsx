"use client";

import type { RollSession } from "@/lib/attendance/roll";
import { dayOf, formatClock, formatDayShort } from "@/lib/time";

type Props = {
  sessions: readonly RollSession[];
  chosen: string | null;
  timeZone: string;
  onChoose: (sessionId: string | null) => void;
};

/** Which roll is kept: of one session, or of the whole training. */
export function SessionChoice({ sessions, chosen, timeZone, onChoose }: Props) {
  if (sessions.length === 0) return null;
  return (
    <label className="mb-2 block text-sm font-semibold">
      Daftar hadir
      <select
        value={chosen ?? ""}
        onChange={(event) => onChoose(event.target.value || null)}
        className="input mt-1 min-h-12 font-normal"
      >
        {sessions.map(({ id, position, topic, startsAt }) => (
          <option key={id} value={id}>
            Sesi {position}: {topic} ({formatDayShort(dayOf(new Date(startsAt), timeZone))},{" "}
            {formatClock(new Date(startsAt), timeZone)})
          </option>
        ))}
        <option value="">Seluruh kegiatan</option>
      </select>
    </label>
  );
}

/** The session of now by the device's clock: the one that runs, else the next one, else the last. */
export function sessionNow(sessions: readonly RollSession[], now: string): string | null {
  const running = sessions.find(({ startsAt, endsAt }) => startsAt <= now && now <= endsAt);
  return (running ?? sessions.find(({ startsAt }) => startsAt > now) ?? sessions.at(-1))?.id ?? null;
}
