import { notFound } from "next/navigation";
import type { Actor } from "@/lib/actor";
import type { FoundMeeting } from "@/lib/meetings/reads";
import { isOfHostDinkes } from "@/lib/meetings/rules";
import { mostTeam } from "@/lib/programmes/fields";
import { findVisit } from "@/lib/programmes/reads";
import { clockOf, dateToDay, dayOf, formatDayShort } from "@/lib/time";
import { editVisitAction } from "./actions";
import { VisitForm } from "./visit-form";

/** Of a visit its day, place and team: the Dinkes alone changes them. */
export async function EditVisit({ actor, meeting }: { actor: Actor; meeting: FoundMeeting }) {
  const visit = await findVisit(actor, meeting.id);
  if (!visit || !isOfHostDinkes(actor, meeting)) notFound();
  const { startsAt, endsAt, timeZone } = meeting;
  const team = visit.team.map(({ facilitatorId }) => facilitatorId);
  const left = visit.team.filter(({ facilitatorId: id }) => !visit.programme.facilitators.some((one) => one.id === id));
  const offWords = (days: readonly Date[]) => {
    const ahead = days.map(dateToDay).filter((day) => day >= dayOf(new Date(), timeZone));
    return ahead.length > 0 ? ` (berhalangan ${ahead.slice(0, 3).map(formatDayShort).join(", ")})` : "";
  };
  return (
    <VisitForm
      action={editVisitAction.bind(null, meeting.id)}
      back={`/kegiatan/${meeting.id}`}
      places={Math.min(mostTeam, Math.max(2, team.length + 1))}
      facilitators={[
        ...visit.programme.facilitators.map(({ id, name, title, daysOff }) => ({
          value: id,
          label: `${name}, ${title}${offWords(daysOff)}`,
        })),
        ...left.map(({ facilitatorId, name, title }) => ({ value: facilitatorId, label: `${name}, ${title}` })),
      ]}
      initial={{
        ...{ version: meeting.version, title: meeting.title, place: meeting.place, team },
        date: dayOf(startsAt, timeZone),
        startTime: clockOf(startsAt, timeZone),
        endTime: endsAt ? clockOf(endsAt, timeZone) : null,
      }}
    />
  );
}
