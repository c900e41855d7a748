import { changeWords, type MessageFacts } from "@/lib/messages/compose";
import type { MeetingMessage } from "@/lib/messages/rules";
import { dayOf, formatDay, formatHours } from "@/lib/time";

type GroupFacts = { meeting: MessageFacts["meeting"]; inviting: string };

const openings: Record<MeetingMessage, (inviting: string) => string> = {
  INVITATION: (inviting) => `${inviting} mengundang Bapak/Ibu pada:`,
  REMINDER: (inviting) => `Kami mengingatkan undangan ${inviting}:`,
  CHANGE: (inviting) => `Pemberitahuan dari ${inviting} tentang:`,
};

const answer =
  "Mohon tidak menjawab di grup ini: jawab hadir, diwakili, atau tidak hadir lewat tautan pribadi Anda, yang kami kirim kepada masing-masing.";

/** One message for a WhatsApp group. No personal link is in it: its readers could answer for one another. */
export function groupMessage(kind: MeetingMessage, { meeting, inviting }: GroupFacts): string {
  const { title, place, startsAt, endsAt, timeZone, status } = meeting;
  const ended = status === "CANCELLED" || status === "POSTPONED";
  const when = `${formatDay(dayOf(startsAt, timeZone))}, pukul ${formatHours(startsAt, endsAt, timeZone)}\nTempat: ${place}`;
  return [
    "Yth. Bapak/Ibu yang diundang",
    `${openings[kind](inviting)}\n*${title}*\n${ended ? changeWords(meeting, null) : when}`,
    ...(kind === "INVITATION" ? ["Suratnya terlampir."] : []),
    ...(ended ? [] : [answer]),
  ].join("\n\n");
}

export function groupLink(text: string): string {
  return `https://wa.me/?text=${encodeURIComponent(text)}`;
}
