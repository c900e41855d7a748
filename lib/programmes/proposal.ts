// A round of visits, proposed: who is visited when, by whom.

import { addDays, daysBetween } from "@/lib/time";

export type Visited = { id: string; name: string; areaCode: string };

export type Available = {
  id: string;
  /** Facilitators of different professions go together. */
  title: string;
  /** Days he cannot, or is on a visit of another programme. */
  busy: ReadonlySet<string>;
};

export type FixedVisit = { day: string; team: readonly string[] };

export type Round = {
  visited: readonly Visited[];
  facilitators: readonly Available[];
  /** What is set already, of whatever member. */
  fixed: readonly FixedVisit[];
  from: string;
  to: string;
  perWeek: number;
  teamSize: number;
  isFree: (day: string) => boolean;
};

export type ProposedVisit = { visitedId: string; day: string; team: string[] };

export type Proposal = { visits: ProposedVisit[]; unplaced: string[] };

/**
 * Places every visited on a working day, neighbours in one week, no facilitator twice on a day, at most `perWeek` in a
 * week. Who does not fit into the period is told.
 */
export function proposeRound(round: Round): Proposal {
  const queue = inNeighbourhood(round.visited);
  const visits: ProposedVisit[] = [];
  const teams = teamsOf(round);
  for (const week of weeksBetween(round.from, round.to)) {
    let left = round.perWeek - round.fixed.filter(({ day }) => mondayOf(day) === mondayOf(week[0] ?? day)).length;
    const days = week.filter((day) => !round.isFree(day));
    for (let hasPlaced = true; hasPlaced && left > 0 && queue.length > 0; ) {
      hasPlaced = false;
      for (const day of days) {
        if (left <= 0 || queue.length === 0) break;
        const team = teams.take(day);
        const next = team && takeNext(queue, left);
        if (!team || !next) continue;
        visits.push({ visitedId: next.id, day, team });
        left -= 1;
        hasPlaced = true;
      }
    }
  }
  visits.sort((one, other) => one.day.localeCompare(other.day));
  return { visits, unplaced: queue.map(({ id }) => id) };
}

/** By code of the kecamatan: those of one kecamatan, and mostly its neighbours, follow each other. */
function inNeighbourhood(visited: readonly Visited[]): Visited[] {
  return visited.toSorted(
    (one, other) => one.areaCode.localeCompare(other.areaCode) || one.name.localeCompare(other.name, "id"),
  );
}

/** The next in the queue; with place for one alone in the week, rather one whose kecamatan has no other left. */
function takeNext(queue: Visited[], left: number): Visited | undefined {
  const isAlone = ({ areaCode }: Visited) => queue.filter((other) => other.areaCode === areaCode).length === 1;
  const index = left === 1 ? Math.max(0, queue.findIndex(isAlone)) : 0;
  return queue.splice(index, 1)[0];
}

function teamsOf({ facilitators, fixed, teamSize }: Round) {
  const size = Math.min(teamSize, facilitators.length);
  const taken = new Map<string, Set<string>>();
  const counts = new Map(facilitators.map(({ id }) => [id, 0]));
  const book = (day: string, team: readonly string[]) => {
    const busy = taken.get(day) ?? new Set<string>();
    for (const id of team) {
      busy.add(id);
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    taken.set(day, busy);
  };
  for (const { day, team } of fixed) book(day, team);
  return {
    /** Who goes on that day: other professions first, then those who went least; null where too few can. */
    take(day: string): string[] | null {
      const free = facilitators.filter(({ id, busy }) => !busy.has(day) && !taken.get(day)?.has(id));
      if (free.length < size) return null;
      const team: Available[] = [];
      while (team.length < size) {
        const rest = free.filter((one) => !team.includes(one));
        const others = rest.filter(({ title }) => !team.some((one) => one.title === title));
        const [next] = (others.length > 0 ? others : rest).toSorted(
          (one, other) => (counts.get(one.id) ?? 0) - (counts.get(other.id) ?? 0),
        );
        if (!next) return null;
        team.push(next);
      }
      const ids = team.map(({ id }) => id);
      book(day, ids);
      return ids;
    },
  };
}

function weeksBetween(from: string, to: string): string[][] {
  const days = Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, index) => addDays(from, index));
  const weeks: string[][] = [];
  for (const day of days) {
    const last = weeks.at(-1);
    if (last?.[0] && mondayOf(last[0]) === mondayOf(day)) last.push(day);
    else weeks.push([day]);
  }
  return weeks;
}

export function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

export type CheckedRow = { key: string; name: string; day: string; team: readonly string[] };

export type RoundContext = {
  facilitators: readonly { id: string; name: string; daysOff: ReadonlySet<string> }[];
  /** Of this programme and of others, by facilitator: "Pembinaan gizi: Puskesmas Ipuh". */
  bookings: readonly { facilitatorId: string; day: string; words: string; key: string | null }[];
  from: string;
  to: string;
  perWeek: number;
  dayNotices: (day: string) => string[];
};

/** What there is to know about each row of the plan, by its key: said, never refused. */
export function roundNotices(rows: readonly CheckedRow[], context: RoundContext): Map<string, string[]> {
  const nameOf = (id: string) => context.facilitators.find((one) => one.id === id)?.name ?? "Fasilitator";
  return new Map(
    rows.map((row) => {
      const others = rows.filter((other) => other.key !== row.key);
      const inWeek = rows.filter(({ day }) => mondayOf(day) === mondayOf(row.day)).length;
      return [
        row.key,
        [
          ...context.dayNotices(row.day),
          ...(row.day < context.from || row.day > context.to ? ["Di luar masa program"] : []),
          ...row.team.flatMap((id) => [
            ...(context.facilitators.find((one) => one.id === id)?.daysOff.has(row.day)
              ? [`${nameOf(id)} berhalangan hari itu`]
              : []),
            ...others
              .filter(({ day, team }) => day === row.day && team.includes(id))
              .map(({ name }) => `${nameOf(id)} sehari juga ke ${name}`),
            ...context.bookings
              .filter(({ facilitatorId, day, key }) => facilitatorId === id && day === row.day && key !== row.key)
              .map(({ words }) => `${nameOf(id)} hari itu sudah di ${words}`),
          ]),
          ...(row.team.length === 0 ? ["Belum ada fasilitator"] : []),
          ...(inWeek > context.perWeek ? [`${inWeek} kunjungan dalam seminggu, lebih dari ${context.perWeek}`] : []),
        ],
      ];
    }),
  );
}
