import { z } from "zod";
import { formId, optionalText } from "@/lib/fields";
import { readTypedDay } from "@/lib/plan/typed-day";

export const mostFindings = 30;

/** A line of the findings' form: both ids were made when it was shown; a line without a finding and without a plan is left out. */
const findingRow = z.object({
  problemId: formId,
  itemId: formId,
  statement: optionalText("temuan", 500),
  activity: optionalText("tindak lanjut", 500),
  owner: optionalText("penanggung jawab", 400),
  deadline: optionalText("batas waktu", 60),
});

type TypedFinding = z.output<typeof findingRow>;
export type FindingRow = { problemId: string; itemId: string; statement: string; plan: PlannedFinding | null };
type PlannedFinding = { activity: string; owner: string; deadline: string };

/** @param meetingDay the first day that a plan may be due */
export function findingsSchema(meetingDay: string) {
  return z
    .object({ rows: z.array(findingRow).max(mostFindings, `Temuan paling banyak ${mostFindings} sekali simpan`) })
    .transform(({ rows }, context): FindingRow[] => {
      const found = rows.flatMap((row, index) =>
        readRow(row, meetingDay, (field, message) =>
          context.addIssue({ code: "custom", path: ["rows", index, field], message }),
        ),
      );
      if (found.length === 0 && context.issues.length === 0)
        context.addIssue({ code: "custom", path: ["rows", 0, "statement"], message: "Isi paling sedikit satu temuan" });
      return found;
    });
}

type Complain = (field: keyof TypedFinding, message: string) => void;

function readRow(row: TypedFinding, meetingDay: string, complain: Complain): FindingRow[] {
  const { problemId, itemId, statement, activity, owner, deadline } = row;
  if (!statement && !activity && !owner && !deadline) return [];
  if (!statement) complain("statement", "Isi temuan");
  if (!activity && !owner && !deadline) return [{ problemId, itemId, statement: statement ?? "", plan: null }];
  if (!activity) complain("activity", "Isi tindak lanjut");
  if (!owner) complain("owner", "Isi penanggung jawab");
  const day = readTypedDay(deadline ?? "", meetingDay);
  if (day.reason !== undefined) complain("deadline", day.reason);
  const plan = { activity: activity ?? "", owner: owner ?? "", deadline: day.day ?? "" };
  return [{ problemId, itemId, statement: statement ?? "", plan }];
}
