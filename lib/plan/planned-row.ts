import { type Actor, refuse } from "@/lib/actor";
import { type Db, db, isId } from "@/lib/db";
import { by, recordMeetingEvent } from "@/lib/events/record";
import type { HeldMeeting } from "@/lib/meetings/hold";
import type { FoundMeeting } from "@/lib/meetings/reads";
import { outlineOf } from "@/lib/plan/changes";
import { keepTypedOwner, resolveOwner } from "@/lib/plan/owner-choice";
import { listVillageChoices } from "@/lib/plan/reads";
import type { ActionItemInput } from "@/lib/plan/schema";
import { dayOf, dayToDate, formatDayLong } from "@/lib/time";
import type { ActionItem } from "@/prisma/generated/client";

export const unknownProblem = refuse("Masalah ini tidak ada lagi. Pilih yang lain dari daftar.", "problemId");

function answeredProblem(tx: Db, meetingId: string, id: string) {
  return isId(id) ? tx.problem.findFirst({ where: { id, meetingId }, select: { id: true, statement: true } }) : null;
}

export async function hasLostProblem(tx: Db, meetingId: string, { values }: Row): Promise<boolean> {
  return values.problemId !== null && (await answeredProblem(tx, meetingId, values.problemId)) === null;
}

type Planned = Awaited<ReturnType<typeof planRow>>;
export type PlannedRow = Extract<Planned, { ok: true }>;
type Row = PlannedRow["row"];

export async function planRow(meeting: FoundMeeting, actor: Actor, input: ActionItemInput, stored: ActionItem | null) {
  const meetingDay = dayOf(meeting.startsAt, meeting.timeZone);
  if (input.deadline < meetingDay)
    return refuse(`Batas waktu tidak boleh sebelum tanggal kegiatan (${formatDayLong(meetingDay)})`, "deadline");
  const owner = await resolveOwner(actor, meeting.id, input, stored);
  if (!owner.ok) return owner;
  const villageCodes = [...new Set(input.villages)].sort();
  if (villageCodes.length > 0) {
    const known = new Set((await listVillageChoices(actor, meeting.id)).map((village) => village.code));
    if (villageCodes.some((code) => !known.has(code)))
      return refuse("Pilih desa dari wilayah kerja penyelenggara", "villages");
  }
  const { cause, activity, support, indicator, baseline, target, unit, fundingSource, priority } = input;
  const answered = input.problemId ? await answeredProblem(db, meeting.id, input.problemId) : null;
  if (input.problemId && !answered) return unknownProblem;
  return {
    ok: true as const,
    row: {
      values: {
        ...owner.values,
        problemId: answered?.id ?? null,
        problem: input.problem ?? answered?.statement ?? null,
        cause,
        activity,
        support,
        deadline: dayToDate(input.deadline),
        indicator,
        baseline,
        target,
        unit,
        fundingSource,
        priority,
      },
      villageCodes,
    },
    owner,
  };
}

export async function insertRow(
  tx: Db,
  actor: Actor,
  held: HeldMeeting,
  id: string,
  { row: { values, villageCodes }, owner }: PlannedRow,
): Promise<number> {
  const meetingId = held.id;
  const { _max } = await tx.actionItem.aggregate({ where: { meetingId }, _max: { number: true } });
  const number = (_max.number ?? 0) + 1;
  await keepTypedOwner(tx, owner);
  await tx.actionItem.create({
    data: {
      ...{ id, meetingId, number, createdById: actor.userId },
      ...values,
      villages: { create: villageCodes.map((villageCode) => ({ villageCode })) },
    },
  });
  await recordMeetingEvent(tx, by(actor), held, {
    action: "item.added",
    subjectId: id,
    data: { number, ...outlineOf(values) },
  });
  return number;
}
