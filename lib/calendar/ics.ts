// RFC 5545 as calendars in the field read it: UTC times, CRLF, lines folded at 75 octets counted in UTF-8.

export type CalendarEvent = {
  uid: string;
  sequence: number;
  status: "CONFIRMED" | "TENTATIVE" | "CANCELLED";
  startsAt: Date;
  endsAt: Date;
  changedAt: Date;
  summary: string;
  location: string;
  description: string;
  /** Where more is to be read; an address of ours, never somebody else's personal one. */
  url: string;
};

type Calendar = {
  /** Shown by calendars that subscribe; left out for a file with one event. */
  name?: string;
  refreshHours?: number;
  events: readonly CalendarEvent[];
};

/**
 * It names no ATTENDEE, else calendars show reply buttons that lead nowhere, and no ORGANIZER (RFC 5546 wants one),
 * since that is a mail address to reply to and a puskesmas may have none.
 */
export function writeCalendar({ name, refreshHours, events }: Calendar): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Lokmin//Kegiatan//ID",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...(name ? [`NAME:${escapeText(name)}`, `X-WR-CALNAME:${escapeText(name)}`] : []),
    ...(refreshHours
      ? [`REFRESH-INTERVAL;VALUE=DURATION:PT${refreshHours}H`, `X-PUBLISHED-TTL:PT${refreshHours}H`]
      : []),
    ...events.flatMap(eventLines),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

function eventLines(event: CalendarEvent): string[] {
  const isCancelled = event.status === "CANCELLED";
  return [
    "BEGIN:VEVENT",
    `UID:${event.uid}`,
    // The moment of the last change instead of now: the same meeting gives the same bytes, and a feed its ETag.
    `DTSTAMP:${stamp(event.changedAt)}`,
    `LAST-MODIFIED:${stamp(event.changedAt)}`,
    `SEQUENCE:${event.sequence}`,
    `STATUS:${event.status}`,
    `DTSTART:${stamp(event.startsAt)}`,
    `DTEND:${stamp(event.endsAt)}`,
    `SUMMARY:${escapeText(event.summary)}`,
    `LOCATION:${escapeText(event.location)}`,
    `DESCRIPTION:${escapeText(event.description)}`,
    `URL:${event.url}`,
    `TRANSP:${isCancelled ? "TRANSPARENT" : "OPAQUE"}`,
    ...(isCancelled ? [] : ["-P1D", "-PT2H"].flatMap((trigger) => alarmLines(trigger, event.summary))),
    "END:VEVENT",
  ];
}

function alarmLines(trigger: string, words: string): string[] {
  return ["BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${escapeText(words)}`, `TRIGGER:${trigger}`, "END:VALARM"];
}

export function stamp(instant: Date): string {
  return `${instant.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 5545 knows them in no text, tab and newline excepted
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(control, "")
    .replace(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n");
}

/** Breaks a line so that none is longer than 75 octets, and none ends inside a character. */
function fold(line: string): string {
  if (Buffer.byteLength(line) <= 75) return line;
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
