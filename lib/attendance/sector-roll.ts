import { isPresent } from "@/lib/attendance/rules";
import type { TurnoutGroup } from "@/lib/attendance/turnout";
import { sectors } from "@/lib/directory/rules";
import type { AttendanceStatus, Sector } from "@/prisma/generated/enums";

export type SectorRoll = {
  sector: Sector;
  invited: number;
  came: number;
  represented: number;
  /** Said to be absent, for whatever reason. */
  away: number;
  unmarked: number;
};

type Invited = { id: string; sector: Sector };
type Mark = { invitationId: string | null; status: AttendanceStatus };

/** Each sector that was invited, in the order of protocol. @param marks confirmed ones */
export function rollBySector(invitations: readonly Invited[], marks: readonly Mark[]): SectorRoll[] {
  const markOf = new Map(marks.map(({ invitationId, status }) => [invitationId, status]));
  return sectors.flatMap((sector) => {
    const own = invitations.filter((invitation) => invitation.sector === sector);
    if (own.length === 0) return [];
    const statuses = own.flatMap(({ id }) => markOf.get(id) ?? []);
    const came = statuses.filter((status) => status === "PRESENT").length;
    const represented = statuses.filter((status) => status === "REPRESENTED").length;
    const away = statuses.filter((status) => !isPresent(status)).length;
    return [{ sector, invited: own.length, came, represented, away, unmarked: own.length - statuses.length }];
  });
}

/** The same over many meetings: those who did not come were absent. */
export function rollOfTurnout(groups: readonly Pick<TurnoutGroup, "sector" | "total">[]): SectorRoll[] {
  return sectors.flatMap((sector) => {
    const { invited = 0, came = 0, represented = 0 } = groups.find((group) => group.sector === sector)?.total ?? {};
    if (invited === 0) return [];
    return [{ sector, invited, came, represented, away: invited - came - represented, unmarked: 0 }];
  });
}

/** The sector that came least; of equal ones the first in their order. */
export function leastSector(rows: readonly SectorRoll[]): SectorRoll | null {
  const share = ({ came, represented, invited }: SectorRoll) => (came + represented) / invited;
  return rows.toSorted((one, other) => share(one) - share(other))[0] ?? null;
}
