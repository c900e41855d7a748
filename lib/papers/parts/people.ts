import type { Actor } from "@/lib/actor";
import { listAttendances } from "@/lib/attendance/reads";
import { isPresent } from "@/lib/attendance/rules";
import { seatName } from "@/lib/directory/rules";
import { listInvitations } from "@/lib/invitations/reads";
import { shared } from "@/lib/papers/parts/shared-reads";
import type { AttendanceStatus, Sector } from "@/prisma/generated/enums";

export type Who = { name: string | null; title: string; institution: string };

/** One row of the people of a meeting: the seat that was invited or the guest, and who came for it. */
export type Attendee = {
  principal: Who;
  delegate: Who | null;
  sector: Sector | null;
  seatId: string | null;
  villageName: string | null;
  /** null where nobody noted whether somebody came. */
  status: AttendanceStatus | null;
  isPresent: boolean;
  note: string | null;
};

const offices = /^(?:pemerintah|kantor|kecamatan|koramil|polsek|upt|uptd)\s+/i;

/** Posts that are named after their place, not after their office. */
const ofPlace = /^(?:(?:plt|plh|pj)\. )?(?:camat|danramil|kapolsek|lurah)$/i;

const lastWord = (text: string) => lowered(text.trim().split(/\s+/).at(-1) ?? "");

const lowered = (text: string) => text.toLocaleLowerCase("id");

/** "Kepala Dinas Kesehatan" of "Dinas Kesehatan Kabupaten X" → "Kepala Dinas Kesehatan Kabupaten X", nothing twice. */
export function postWords(title: string, institution: string): string {
  const bare = institution.replace(offices, "");
  if (lowered(title).includes(lowered(bare)) || lastWord(title) === lastWord(institution)) return title;
  const head = /^((?:plt\.|plh\.|pj\.)?\s*kepala) (?:upt |uptd )?puskesmas$/i.exec(title);
  if (head && /puskesmas/i.test(institution)) return `${head[1]} ${institution}`;
  for (const whole of [institution, bare]) {
    const parts = whole.split(/\s+/);
    for (let count = parts.length - 1; count > 0; count--) {
      const start = parts.slice(0, count).join(" ");
      if (lowered(` ${title}`).endsWith(lowered(` ${start}`))) return `${title} ${parts.slice(count).join(" ")}`;
    }
  }
  return `${title} ${ofPlace.test(title) ? bare : institution}`;
}

export function post({ title, institution }: Who): string {
  return postWords(title, institution);
}

export function nameAndPost(who: Who): string {
  return [who.name, post(who)].filter(Boolean).join(", ");
}

/** "Kepala Desa Tolada (diwakili Hamsinah Wellangi, Sekretaris Desa)", else the seat alone. */
export function seatWords({ principal, delegate }: Pick<Attendee, "principal" | "delegate">): string {
  const seat = post(principal);
  return delegate ? `${seat} (diwakili ${delegateWords(principal, delegate)})` : seat;
}

function delegateWords(principal: Who, delegate: Who): string {
  const title = delegate.institution === principal.institution ? delegate.title : post(delegate);
  return [delegate.name, title].filter(Boolean).join(", ");
}

/** Who sat in the meeting: the delegate's name where there was one. */
export function presentName({ principal, delegate }: Pick<Attendee, "principal" | "delegate">): string {
  return (delegate ?? principal).name ?? "";
}

const invitationsOf = shared(listInvitations);

export async function listInvited(actor: Actor, meetingId: string): Promise<Who[]> {
  const invitations = await invitationsOf(actor, meetingId);
  return invitations
    .filter(({ holderLeftAt }) => holderLeftAt === null)
    .map(({ title, holderPrefix: prefix, institution, holderName: name }) => ({
      name,
      title: seatName({ title, prefix }),
      institution,
    }));
}

/** Everybody invited in protocol order, then guests; who they were on the meeting's day. */
export const listAttendees = shared(async (actor: Actor, meetingId: string): Promise<Attendee[]> => {
  const [invitations, attendances] = await Promise.all([
    invitationsOf(actor, meetingId),
    listAttendances(actor, meetingId),
  ]);
  const confirmed = attendances.filter(({ confirmedAt }) => confirmedAt !== null);
  const marks = new Map(confirmed.flatMap((mark) => (mark.invitationId ? [[mark.invitationId, mark]] : [])));
  const invited = invitations.map((invitation): Attendee => {
    const mark = marks.get(invitation.id);
    const { title, holderPrefix: prefix, institution, holderName: name, sector, seatId } = invitation;
    const isRepresented = mark?.status === "REPRESENTED";
    return {
      principal: { name, title: seatName({ title, prefix }), institution },
      delegate: isRepresented ? { name: mark.name, title: mark.title, institution: mark.institution } : null,
      sector,
      seatId,
      villageName: invitation.village?.name ?? null,
      status: mark?.status ?? null,
      isPresent: mark ? isPresent(mark.status) : false,
      note: mark?.note ?? null,
    };
  });
  const guests = confirmed
    .filter(({ invitationId }) => !invitationId)
    .map(
      ({ name, title, institution, status, note }): Attendee => ({
        principal: { name, title, institution },
        delegate: null,
        sector: null,
        seatId: null,
        villageName: null,
        status,
        isPresent: isPresent(status),
        note,
      }),
    );
  return [...invited, ...guests];
});
