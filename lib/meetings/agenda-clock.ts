// Which item of the agenda is on, and how long it has: by the clock, or by the button that staff pressed.

type Line = { minutes: number | null };
type Planned = { startsAt: Date; endsAt: Date | null; lines: readonly Line[] };
export type BegunItem = { index: number; at: Date };

export type AgendaClock = {
  /** The item that is on; null before the start and where there is no agenda. */
  index: number | null;
  /** Minutes until the item should end, below 0 once that is past; null where nobody said how long it takes. */
  itemLeft: number | null;
  meetingLeft: number | null;
  /** Minutes until it starts; null once it has. */
  untilStart: number | null;
};

const minute = 60_000;
const minutesFrom = (from: Date, to: Date) => Math.ceil((to.getTime() - from.getTime()) / minute);
const after = (from: Date, minutes: number) => new Date(from.getTime() + minutes * minute);

export function agendaClock(meeting: Planned, begun: BegunItem | null, now: Date): AgendaClock {
  const { startsAt, lines } = meeting;
  const lengths = lengthsOf(meeting);
  const endsAt = endOf(meeting, lengths);
  const meetingLeft = endsAt ? minutesFrom(now, endsAt) : null;
  const nothing = { index: null, itemLeft: null, meetingLeft, untilStart: null };
  if (begun && begun.index < lines.length) {
    const length = lengths[begun.index] ?? null;
    const itemLeft = length === null ? null : minutesFrom(now, after(begun.at, length));
    return { ...nothing, index: begun.index, itemLeft };
  }
  if (now < startsAt) return { ...nothing, untilStart: minutesFrom(now, startsAt) };
  if (lines.length === 0) return nothing;
  let from = startsAt;
  for (const [index, length] of lengths.entries()) {
    // Nobody said how long it takes: it goes on until somebody begins the next.
    if (length === null) return { ...nothing, index, itemLeft: null };
    const until = after(from, length);
    if (now < until || index === lengths.length - 1) return { ...nothing, index, itemLeft: minutesFrom(now, until) };
    from = until;
  }
  return nothing;
}

function lengthsOf({ startsAt, endsAt, lines }: Planned): (number | null)[] {
  const open = lines.filter((line) => line.minutes === null).length;
  if (open === 0 || !endsAt) return lines.map((line) => line.minutes);
  const given = lines.reduce((sum, line) => sum + (line.minutes ?? 0), 0);
  const share = Math.max(0, (endsAt.getTime() - startsAt.getTime()) / minute - given) / open;
  return lines.map((line) => line.minutes ?? share);
}

function endOf({ startsAt, endsAt }: Planned, lengths: readonly (number | null)[]): Date | null {
  if (endsAt || lengths.length === 0) return endsAt;
  const total = lengths.reduce<number | null>(
    (sum, length) => (sum === null || length === null ? null : sum + length),
    0,
  );
  return total === null ? null : after(startsAt, total);
}

export function leftWords(minutes: number): string {
  const size = Math.abs(minutes);
  const told = size >= 24 * 60 ? "lebih dari sehari" : durationWords(size);
  return minutes > 0 ? `${told} lagi` : minutes === 0 ? "waktunya habis" : `lewat ${told}`;
}

function durationWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 ? `${hours} jam` : "", rest > 0 || hours === 0 ? `${rest} menit` : ""].filter(Boolean).join(" ");
}
