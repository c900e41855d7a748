import Link from "next/link";
import type { Actor } from "@/lib/actor";
import { attendanceNames, isPresent } from "@/lib/attendance/rules";
import type { FoundPerson } from "@/lib/persons/reads";
import { dayOf, formatDayLong } from "@/lib/time";
import { canManageUsers } from "@/lib/users/rules";

type Line = { key: string; href: string | null; text: string; detail: string };

/** Everything that points to the person, newest first. */
export function Connections({ person, actor }: { person: FoundPerson; actor: Actor }) {
  const { timeZone } = actor.organisation;
  const day = (at: Date) => formatDayLong(dayOf(at, timeZone));
  const lines: Line[] = [
    ...person.holders.map(({ id, seat, since, until, isUntilKnown }) => ({
      key: id,
      href: `/mitra/${seat.id}`,
      text: `${seat.title}, ${seat.institution}`,
      detail: until
        ? `pernah menjabat${isUntilKnown ? `, sampai ${day(until)}` : ""}`
        : since
          ? `menjabat sejak ${day(since)}`
          : "menjabat, sejak kapan tidak diketahui",
    })),
    ...person.users.map(({ id, name, deactivatedAt }) => ({
      key: id,
      href: canManageUsers(actor) ? `/pengguna/${id}` : null,
      text: name,
      detail: deactivatedAt ? "pengguna Lokmin, nonaktif" : "pengguna Lokmin",
    })),
    ...person.items.map(({ id, number, activity, meeting }) => ({
      key: id,
      href: `/kegiatan/${meeting.id}/rtl/${id}`,
      text: `RTL ${number}: ${activity}`,
      detail: `penanggung jawab, ${meeting.title}`,
    })),
    ...person.attendances.map(({ id, status, title, institution, meeting }) => ({
      key: id,
      href: `/kegiatan/${meeting.id}/kehadiran`,
      text: meeting.title,
      detail: `${isPresent(status) ? "hadir" : attendanceNames[status].toLowerCase()} sebagai ${title}, ${institution}`,
    })),
    ...person.delegations.map(({ invitationId, invitation }) => ({
      key: invitationId,
      href: `/kegiatan/${invitation.meeting.id}/undangan`,
      text: invitation.meeting.title,
      detail: `disebut sebagai wakil ${invitation.title}`,
    })),
    ...person.scorers.map(({ id, meeting }) => ({
      key: id,
      href: `/kegiatan/${meeting.id}/masalah`,
      text: meeting.title,
      detail: "memberi nilai USG",
    })),
    ...person.notes.map(({ id, text, meeting }) => ({
      key: id,
      href: `/kegiatan/${meeting.id}/notulen`,
      text: meeting.title,
      detail: `bertanya: ${text.slice(0, 120)}`,
    })),
  ];
  return (
    <section aria-labelledby="kaitan">
      <h2 id="kaitan">Di mana orang ini tercatat</h2>
      {lines.length === 0 ? (
        <p className="text-muted">Belum di mana-mana.</p>
      ) : (
        <ul className="border-t border-line">
          {lines.map(({ key, href, text, detail }) => (
            <li key={key} className="border-b border-line py-1">
              {href ? (
                <Link href={href} prefetch={false} className="link inline-flex min-h-11 items-center">
                  {text}
                </Link>
              ) : (
                <span className="inline-flex min-h-11 items-center">{text}</span>
              )}
              <span className="block text-sm text-muted">{detail}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
