import { ActionForm } from "@/components/form/action-form";
import { begunItem } from "@/lib/meetings/agenda";
import { agendaClock, leftWords } from "@/lib/meetings/agenda-clock";
import type { FoundMeeting } from "@/lib/meetings/reads";
import { takesResults } from "@/lib/meetings/rules";
import { shortened } from "@/lib/shortened";
import { dayOf, formatDay, formatHours } from "@/lib/time";
import { beginItemAction } from "./actions";
import { Nothing } from "./nothing";
import type { Slide } from "./slide";

type Line = FoundMeeting["agenda"][number];

const shownNext = 4;

/** The item that is on with the time it has left, and what comes after it. */
export function agendaSlide(meeting: FoundMeeting, now: Date): Slide {
  const { agenda } = meeting;
  const clock = agendaClock({ ...meeting, lines: agenda }, begunItem(meeting), now);
  const current = clock.index === null ? undefined : agenda[clock.index];
  const following = agenda.slice(clock.index === null ? 0 : clock.index + 1);
  const [next] = following;
  const before = clock.index === null ? undefined : agenda[clock.index - 1];
  const canBegin = takesResults(meeting.status);
  if (agenda.length === 0)
    return {
      previous: null,
      next: null,
      body: <Nothing title="Susunan acara belum diisi">Isi susunan acara lewat Ubah di halaman kegiatan.</Nothing>,
    };
  return {
    previous: null,
    next: null,
    body: (
      <div className="flex flex-1 flex-col gap-[2vh]">
        <div className="flex flex-wrap items-baseline justify-between gap-x-[3vw]">
          <p className="text-muted">
            {current ? `Butir ${(clock.index ?? 0) + 1} dari ${agenda.length}` : "Belum mulai"}
          </p>
          <p>{meetingWords(meeting, clock)}</p>
        </div>
        {current ? (
          <Current line={current} left={clock.itemLeft} />
        ) : (
          <p className="text-[2em] leading-tight font-bold">{meeting.title}</p>
        )}
        <Following lines={following} />
        {canBegin && (
          <div className="mt-auto flex flex-wrap justify-end gap-[1vw]">
            {before && <BeginButton meeting={meeting} line={before} words="Kembali ke" isPlain />}
            {next && <BeginButton meeting={meeting} line={next} words="Mulai" />}
          </div>
        )}
      </div>
    ),
  };
}

function meetingWords(meeting: FoundMeeting, clock: ReturnType<typeof agendaClock>): string {
  const hours = formatHours(meeting.startsAt, meeting.endsAt, meeting.timeZone);
  if (clock.untilStart !== null)
    return clock.untilStart < 24 * 60
      ? `Mulai ${leftWords(clock.untilStart)}`
      : `${formatDay(dayOf(meeting.startsAt, meeting.timeZone))}, ${hours}`;
  if (clock.meetingLeft === null) return hours;
  return clock.meetingLeft > 0
    ? `Rapat selesai ${leftWords(clock.meetingLeft)}`
    : `Waktu rapat ${leftWords(clock.meetingLeft)}`;
}

function Current({ line, left }: { line: Line; left: number | null }) {
  return (
    <section className="border-l-[0.8vw] border-accent pl-[2vw]">
      <h2 className="line-clamp-3 text-[2.2em] leading-tight font-bold">{line.topic}</h2>
      {line.presenter && <p className="text-[1.2em]">{line.presenter}</p>}
      {left !== null && (
        <p className={`text-[1.8em] leading-tight font-bold ${left <= 0 ? "text-late" : left <= 5 ? "text-soon" : ""}`}>
          {leftWords(left)}
        </p>
      )}
    </section>
  );
}

function Following({ lines }: { lines: readonly Line[] }) {
  if (lines.length === 0) return <p className="text-muted">Butir terakhir.</p>;
  const rest = lines.length - shownNext;
  return (
    <section>
      <h3 className="text-muted">Berikutnya</h3>
      <ol>
        {lines.slice(0, shownNext).map((line) => (
          <li key={line.position} className="flex justify-between gap-[2vw]">
            <span className="line-clamp-1">{line.topic}</span>
            {line.minutes !== null && <span className="whitespace-nowrap text-muted">{line.minutes} menit</span>}
          </li>
        ))}
      </ol>
      {rest > 0 && <p className="text-muted">dan {rest} butir lagi</p>}
    </section>
  );
}

type BeginProps = { meeting: FoundMeeting; line: Line; words: string; isPlain?: boolean };

function BeginButton({ meeting, line, words, isPlain = false }: BeginProps) {
  return (
    <ActionForm
      action={beginItemAction.bind(null, meeting.id, meeting.agenda.indexOf(line) + 1)}
      submit={`${words}: ${shortened(line.topic, 40)}`}
      tone={isPlain ? "plain" : "main"}
      className="flex flex-col gap-2 text-[0.8em]"
    />
  );
}
