import { type CalendarEvent, stamp } from "@/lib/calendar/ics";
import { formatHours } from "@/lib/time";
import type { MeetingStatus } from "@/prisma/generated/enums";

export type CalendarMeeting = {
  id: string;
  status: MeetingStatus;
  statusReason: string | null;
  title: string;
  sequence: number;
  startsAt: Date;
  endsAt: Date | null;
  timeZone: string;
  place: string;
  mapUrl: string | null;
  organisers: readonly string[];
  changedAt: Date;
};

/**
 * "s.d. selesai" names no end, and an event without one is a hairline that blocks no time: three hours are assumed,
 * what a Lokmin's usual agenda comes to; the description says that it is a guess.
 */
const assumedHours = 3;

export function calendarEnd(meeting: { startsAt: Date; endsAt: Date | null }): Date {
  return meeting.endsAt ?? new Date(meeting.startsAt.getTime() + assumedHours * 3_600_000);
}

const statuses: Record<MeetingStatus, CalendarEvent["status"]> = {
  DRAFT: "TENTATIVE",
  SCHEDULED: "CONFIRMED",
  IN_PROGRESS: "CONFIRMED",
  CLOSED: "CONFIRMED",
  POSTPONED: "TENTATIVE",
  CANCELLED: "CANCELLED",
};

const marks: Partial<Record<MeetingStatus, string>> = { POSTPONED: "DITUNDA: ", CANCELLED: "DIBATALKAN: " };

/** @param page url and the words before it in the description */
export function eventOf(meeting: CalendarMeeting, page: { url: string; words: string }): CalendarEvent {
  const hours = formatHours(meeting.startsAt, meeting.endsAt, meeting.timeZone);
  return {
    uid: `${meeting.id}@lokmin`,
    sequence: meeting.sequence,
    status: statuses[meeting.status],
    startsAt: meeting.startsAt,
    endsAt: calendarEnd(meeting),
    changedAt: meeting.changedAt,
    summary: `${marks[meeting.status] ?? ""}${meeting.title}`,
    location: meeting.place,
    description: [
      `Penyelenggara: ${meeting.organisers.join(", ")}`,
      `Pukul ${hours}${meeting.endsAt ? "" : ` (di kalender diperkirakan ${assumedHours} jam)`}`,
      ...(meeting.statusReason && marks[meeting.status] ? [`Alasan: ${meeting.statusReason}`] : []),
      ...(meeting.mapUrl ? [`Peta: ${meeting.mapUrl}`] : []),
      `${page.words}: ${page.url}`,
    ].join("\n"),
    url: page.url,
  };
}

export function googleCalendarLink(meeting: {
  title: string;
  startsAt: Date;
  endsAt: Date | null;
  place: string;
  organisers: readonly string[];
}): string {
  const query = new URLSearchParams({
    action: "TEMPLATE",
    text: meeting.title,
    dates: `${stamp(meeting.startsAt)}/${stamp(calendarEnd(meeting))}`,
    location: meeting.place,
    details: `Penyelenggara: ${meeting.organisers.join(", ")}`,
  });
  return `https://calendar.google.com/calendar/render?${query}`;
}
