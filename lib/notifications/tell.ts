import { type Actor, isDinkes } from "@/lib/actor";
import { sentenceOf } from "@/lib/events/sentence";
import { tellEvent } from "@/lib/events/tell";
import type { Prisma } from "@/prisma/generated/client";

export const toldEvent = {
  select: {
    id: true,
    at: true,
    actor: true,
    onBehalfOf: true,
    action: true,
    subjectType: true,
    subjectId: true,
    data: true,
    verb: true,
    subject: true,
    detail: true,
    organisation: { select: { name: true, timeZone: true } },
    meeting: { select: { id: true, title: true } },
  },
} satisfies Prisma.EventDefaultArgs;

export type ToldEvent = Prisma.EventGetPayload<typeof toldEvent>;

export type News = {
  says: string;
  where: string;
  lines: string[];
  href: string;
};

const linesAtMost = 3;

export function tellNews(actor: Actor, event: ToldEvent): News {
  const { verb, subject, lines } = tellEvent(event);
  const who = event.onBehalfOf && event.onBehalfOf !== actor.organisation.name ? ` (${event.onBehalfOf})` : "";
  const office = isDinkes(actor) ? event.organisation.name : null;
  const meeting = event.meeting && !subject.includes(event.meeting.title) ? event.meeting.title : null;
  return {
    says: `${event.actor}${who} ${sentenceOf(verb, subject)}`,
    where: [office, meeting].filter(Boolean).join(" · "),
    lines: lines.slice(0, linesAtMost),
    href: placeOf(actor, event),
  };
}

function placeOf(actor: Actor, { subjectType, subjectId, meeting }: ToldEvent): string {
  const ofMeeting = (room: string) => (meeting ? `/kegiatan/${meeting.id}${room}` : "/beranda");
  switch (subjectType) {
    case "escalation":
      return `/eskalasi/${subjectId}`;
    case "item":
      return ofMeeting(`/rtl/${subjectId}`);
    case "submission":
      return isDinkes(actor) ? `/tinjauan/${subjectId}` : ofMeeting("/pengesahan");
    case "approval":
      return ofMeeting("/pengesahan");
    case "invitation":
      return ofMeeting("/undangan");
    case "user":
      return "/akun/keamanan";
    case "staff":
      return `/pegawai/${subjectId}`;
    case "expiry":
      return "/pegawai/berlaku";
    case "job":
      return actor.role === "PUSKESMAS_ADMIN" || actor.role === "DINKES_ADMIN" ? "/pengaturan/pekerjaan" : "/beranda";
    default:
      return ofMeeting("");
  }
}
