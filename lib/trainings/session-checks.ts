import { dayOf, formatDayShort, formatHours } from "@/lib/time";

type Timed = { startsAt: Date; endsAt: Date };
type Meeting = { startsAt: Date; endsAt: Date | null };
export type CheckedSession = Timed & {
  position: number;
  topic: string;
  lessons: number;
  room: string | null;
  speakers: readonly { name: string }[];
};

export const lessonMinutes = 45;

/** Whole lesson hours of 45 minutes that fit between two instants. */
export function lessonsBetween({ startsAt, endsAt }: Timed): number {
  return Math.floor(minutesOf({ startsAt, endsAt }) / lessonMinutes);
}

export function sessionsOutside<S extends Timed>(sessions: readonly S[], meeting: Meeting, timeZone: string): S[] {
  const [first, last] = daysOf(meeting, timeZone);
  return sessions.filter(({ startsAt, endsAt }) => dayOf(startsAt, timeZone) < first || dayOf(endsAt, timeZone) > last);
}

export function outsideWords(outside: readonly { topic: string }[], meeting: Meeting, timeZone: string): string {
  const [first, last] = daysOf(meeting, timeZone);
  const days = first === last ? formatDayShort(first) : `${formatDayShort(first)} sampai ${formatDayShort(last)}`;
  return `Di luar hari kegiatan (${days}): ${outside.map(({ topic }) => topic).join(", ")}. Ubah hari sesinya atau tanggal selesai kegiatan.`;
}

function daysOf({ startsAt, endsAt }: Meeting, timeZone: string): [string, string] {
  const first = dayOf(startsAt, timeZone);
  return [first, endsAt ? dayOf(endsAt, timeZone) : first];
}

/** What looks wrong in the programme and is not refused: rooms and speakers in two places, hours that do not fit the JPL. */
export function sessionWarnings(sessions: readonly CheckedSession[], timeZone: string): string[] {
  const pairs = sessions.flatMap((one, index) =>
    sessions.slice(index + 1).flatMap((other) => (overlaps(one, other) ? pairWarnings(one, other, timeZone) : [])),
  );
  return [...pairs, ...sessions.flatMap(hoursWarning)];
}

export function overlaps(one: Timed, other: Timed): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt;
}

function pairWarnings(one: CheckedSession, other: CheckedSession, timeZone: string): string[] {
  const both = `Sesi ${one.position} dan ${other.position}`;
  const shared = one.speakers.filter(({ name }) => other.speakers.some((speaker) => isSame(speaker.name, name)));
  const when = formatHours(other.startsAt, other.endsAt, timeZone);
  return [
    isSame(one.room ?? "", other.room ?? "")
      ? `${both} bertabrakan (${when})${one.room ? ` di ${one.room}` : ""}.`
      : `${both} berlangsung bersamaan (${when}) di ruang yang berbeda.`,
    ...shared.map(({ name }) => `${both} berlangsung bersamaan, padahal keduanya diisi ${name}.`),
  ];
}

function hoursWarning({ position, lessons, ...timed }: CheckedSession): string[] {
  const minutes = minutesOf(timed);
  const taught = Math.round(lessons * lessonMinutes);
  if (taught > minutes)
    return [`Sesi ${position}: ${words(lessons)} JPL adalah ${taught} menit, padahal sesinya ${minutes} menit.`];
  if (taught > 0 && minutes - taught >= lessonMinutes)
    return [
      `Sesi ${position}: sesinya ${minutes} menit, tetapi hanya ${words(lessons)} JPL (${taught} menit) dihitung.`,
    ];
  return [];
}

function words(lessons: number): string {
  return lessons.toLocaleString("id-ID");
}

function minutesOf({ startsAt, endsAt }: Timed): number {
  return Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000);
}

function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
