import type { Actor } from "@/lib/actor";
import type { FoundMeeting } from "@/lib/meetings/reads";
import { listOwnerChoices, listVillageChoices } from "@/lib/plan/reads";
import { fundingNames, priorityNames } from "@/lib/plan/rules";
import { fundingSources, priorities } from "@/lib/plan/schema";
import { villageChoices } from "@/lib/plan/typed-villages";
import { listProblemChoices } from "@/lib/problems/reads";
import { dayOf } from "@/lib/time";
import { saveRowAction } from "./actions";
import { PlanGrid } from "./grid/plan-grid";

type Props = { actor: Actor; meeting: FoundMeeting; listed: readonly string[] };

/** Where the rows of a running meeting are written by the dozen. */
export async function PlanEntry({ actor, meeting, listed }: Props) {
  const [owners, villages, problems] = await Promise.all([
    listOwnerChoices(actor, meeting.id),
    listVillageChoices(actor, meeting.id),
    listProblemChoices(actor, meeting.id),
  ]);
  return (
    <PlanGrid
      meetingId={meeting.id}
      meetingDay={dayOf(meeting.startsAt, meeting.timeZone)}
      save={saveRowAction.bind(null, meeting.id)}
      owners={[...owners.invited, ...owners.directory, ...owners.staff, ...owners.written]}
      villages={villageChoices(villages)}
      listed={listed}
      options={{
        problems: problems.map(({ id, number, statement }) => ({ value: id, label: `${number}. ${statement}` })),
        fundingSources: fundingSources.map((value) => ({ value, label: fundingNames[value] })),
        priorities: priorities.map((value) => ({ value, label: priorityNames[value] })),
      }}
    />
  );
}
