import type { Actor } from "@/lib/actor";
import { type Proposal, proposeRound } from "@/lib/programmes/proposal";
import type { Covered, FoundProgramme } from "@/lib/programmes/reads";
import { findRoundContext } from "@/lib/programmes/round";
import { isPlanned } from "@/lib/programmes/rules";
import { dayOf } from "@/lib/time";

type Wishes = { wanted: readonly string[]; kept: readonly { day: string; team: readonly string[] }[] };

/** A proposal for some members, around the visits that are set already and the rows that were marked as kept. */
export async function proposedValues(
  actor: Actor,
  programme: FoundProgramme,
  members: readonly Covered[],
  { wanted, kept }: Wishes,
): Promise<Proposal> {
  const context = await findRoundContext(actor, programme);
  const set = members.flatMap(({ visits }) =>
    visits
      .filter(({ status }) => isPlanned(status) || status === "IN_PROGRESS" || status === "CLOSED")
      .map(({ day, team }) => ({ day, team: team.map(({ facilitatorId }) => facilitatorId) })),
  );
  const today = dayOf(new Date(), actor.organisation.timeZone);
  const isOver = programme.endsOn < today;
  return proposeRound({
    visited: members.filter(({ id }) => wanted.includes(id)),
    facilitators: programme.facilitators
      .filter(({ leftAt }) => !leftAt)
      .map(({ id, title, daysOff }) => ({
        ...{ id, title },
        busy: new Set([
          ...daysOff,
          ...context.bookings.filter(({ facilitatorId }) => facilitatorId === id).map(({ day }) => day),
        ]),
      })),
    fixed: [...set, ...kept],
    // A programme that is entered afterwards is proposed over its own period.
    from: isOver || programme.startsOn > today ? programme.startsOn : today,
    to: programme.endsOn,
    perWeek: programme.visitsPerWeek,
    teamSize: programme.teamSize,
    isFree: context.isFree,
  });
}
