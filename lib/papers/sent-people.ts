import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { formatNip, seatName } from "@/lib/directory/rules";
import { endOfDayOf, holderAmong, runningAt } from "@/lib/directory/tenure";
import { visibleTo } from "@/lib/meetings/reads";

export type SentPerson = { name: string; nip: string; title: string; institution: string };

type Meeting = { id: string; startsAt: Date; timeZone: string };

/** Health staff whom a meeting invited, or those of them who came, in protocol order; a delegate in place of his principal. */
export async function listSentPeople(actor: Actor, meeting: Meeting, onlyPresent: boolean): Promise<SentPerson[]> {
  const rows = await db.invitation.findMany({
    where: {
      meetingId: meeting.id,
      meeting: visibleTo(actor),
      sector: { in: ["HEALTH", "DINKES"] },
      ...(onlyPresent ? { attendance: { status: { in: ["PRESENT", "REPRESENTED"] } } } : {}),
    },
    orderBy: [{ protocolOrder: "asc" }, { villageCode: "asc" }, { title: "asc" }, { id: "asc" }],
    take: 1000,
    select: {
      title: true,
      institution: true,
      holderPrefix: true,
      holderName: true,
      attendance: { select: { status: true, name: true, title: true, institution: true } },
      seat: {
        select: {
          holders: {
            where: runningAt(endOfDayOf(meeting)),
            select: { name: true, since: true, until: true, person: { select: { nip: true } } },
          },
        },
      },
    },
  });
  return rows.flatMap(({ attendance, seat, ...invited }) => {
    if (onlyPresent && attendance?.status === "REPRESENTED")
      return attendance.name
        ? [{ name: attendance.name, nip: "", title: attendance.title, institution: attendance.institution }]
        : [];
    if (!invited.holderName) return [];
    const holder = holderAmong(seat?.holders ?? []);
    const nip = holder?.name === invited.holderName ? holder.person.nip : null;
    const title = seatName({ title: invited.title, prefix: invited.holderPrefix });
    return [{ name: invited.holderName, nip: nip ? formatNip(nip) : "", title, institution: invited.institution }];
  });
}
