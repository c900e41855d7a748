import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { toInstant } from "@/lib/time";
import { approvalRow } from "./evidence";
import { type MeetingOptions, makeMeeting } from "./meetings";

type Reported = MeetingOptions & { day: string; approvedOn?: string; reportedOn?: string };

const noon = (day: string, timeZone: string) => toInstant(day, "12:00", timeZone);

/** A closed Lokmin of a day, approved and reported where told. */
export async function makeHeldLokmin({ day, approvedOn, reportedOn, ...options }: Reported) {
  const { timeZone } = options.host;
  const meeting = await makeMeeting("CLOSED", { ...options, startsAt: noon(day, timeZone) });
  if (approvedOn)
    await db.approval.create({ data: approvalRow({ meetingId: meeting.id, approvedAt: noon(approvedOn, timeZone) }) });
  if (reportedOn)
    await db.submission.create({
      data: {
        ...{ id: randomUUID(), meetingId: meeting.id, number: 1, submitter: "Petugas" },
        submittedAt: noon(reportedOn, timeZone),
      },
    });
  return meeting;
}
