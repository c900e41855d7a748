import { seatName } from "@/lib/directory/rules";
import { dayOf, formatDay, formatHours } from "@/lib/time";
import type { HolderPrefix } from "@/prisma/generated/enums";

export type InvitationMessage = {
  meeting: {
    title: string;
    startsAt: Date;
    endsAt: Date | null;
    timeZone: string;
    place: string;
    organisers: readonly { puskesmas: { name: string } }[];
  };
  invitation: { title: string; institution: string; holderPrefix: HolderPrefix | null; holderName: string | null };
  link: string;
};

/**
 * What an invitee reads in the chat. The address stands last, on a line of its own: linkifiers swallow
 * punctuation behind it.
 */
export function invitationMessage({ meeting, invitation, link }: InvitationMessage): string {
  const seat = seatName({ title: invitation.title, prefix: invitation.holderPrefix });
  const day = formatDay(dayOf(meeting.startsAt, meeting.timeZone));
  return [
    `Yth. ${invitation.holderName ? `${invitation.holderName}, ${seat}` : `${seat}, ${invitation.institution}`}`,
    "",
    `${meeting.organisers.map(({ puskesmas }) => puskesmas.name).join(" dan ")} mengundang Anda pada:`,
    `*${meeting.title}*`,
    `${day}, pukul ${formatHours(meeting.startsAt, meeting.endsAt, meeting.timeZone)}`,
    `Tempat: ${meeting.place}`,
    "",
    "Mohon jawab hadir, diwakili, atau tidak hadir lewat tautan pribadi ini:",
    link,
  ].join("\n");
}

/** Opens a chat with the message typed in; sending stays with the person (https://wa.me/<digits>?text=…). */
export function whatsappLink(phone: string, message: string): string {
  return `https://wa.me/${phone}?text=${encodeURIComponent(message)}`;
}
