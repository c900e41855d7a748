import { ScrollBox } from "@/components/scroll-box";
import { dayOf, formatClock, formatDay, zoneLabel } from "@/lib/time";
import { sessionFormNames } from "@/lib/trainings/fields";
import type { FoundSession } from "@/lib/trainings/reads";

type Props = { sessions: readonly FoundSession[]; timeZone: string };

/** The programme, a table a day. */
export function SessionTable({ sessions, timeZone }: Props) {
  const days = [...new Set(sessions.map(({ startsAt }) => dayOf(startsAt, timeZone)))];
  return (
    <div className="flex flex-col gap-5">
      {days.map((day) => (
        <div key={day}>
          {days.length > 1 && <h3 className="mb-1">{formatDay(day)}</h3>}
          <ScrollBox label={`Sesi ${formatDay(day)}`}>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">Sesi</th>
                  <th scope="col">Jam ({zoneLabel(timeZone)})</th>
                  <th scope="col">Bentuk</th>
                  <th scope="col">Narasumber</th>
                  <th scope="col">Ruang</th>
                  <th scope="col" className="text-right">
                    JPL
                  </th>
                </tr>
              </thead>
              <tbody>
                {sessions
                  .filter(({ startsAt }) => dayOf(startsAt, timeZone) === day)
                  .map((session) => (
                    <SessionLine key={session.id} session={session} timeZone={timeZone} />
                  ))}
              </tbody>
            </table>
          </ScrollBox>
        </div>
      ))}
    </div>
  );
}

function SessionLine({ session, timeZone }: { session: FoundSession; timeZone: string }) {
  const { position, topic, startsAt, endsAt, form, speakers, room, lessons } = session;
  return (
    <tr>
      <th scope="row" className="text-left font-normal">
        {position}. {topic}
      </th>
      <td className="whitespace-nowrap tabular-nums">
        {formatClock(startsAt, timeZone)}–{formatClock(endsAt, timeZone)}
      </td>
      <td>{sessionFormNames[form]}</td>
      <td>
        {speakers.map(({ name, title, institution }) => (
          <span key={name} className="block">
            {name}
            {(title || institution) && (
              <span className="block text-sm text-muted">{[title, institution].filter(Boolean).join(", ")}</span>
            )}
          </span>
        ))}
      </td>
      <td>{room}</td>
      <td className="text-right tabular-nums">{lessons.toLocaleString("id-ID")}</td>
    </tr>
  );
}
