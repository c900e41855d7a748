import { z } from "zod";
import { type AssignmentState, assignmentStates, soonUntil, stateSlugs } from "@/lib/assignments/rules";
import { dayToDate } from "@/lib/time";
import type { Prisma } from "@/prisma/generated/client";
import { Profession } from "@/prisma/generated/enums";

const absent = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

export const assignmentFilterSchema = z.object({
  keadaan: absent(z.enum(Object.values(stateSlugs))),
  profesi: absent(z.enum(Profession)),
  dinkes: absent(z.uuid()),
  puskesmas: absent(z.uuid()),
  q: absent(z.string().trim().max(100)),
  halaman: absent(z.coerce.number().int().min(1).max(9999)),
});

export type AssignmentFilter = z.output<typeof assignmentFilterSchema>;

export function stateOfSlug(slug: string | undefined): AssignmentState | null {
  return assignmentStates.find((state) => stateSlugs[state] === slug) ?? null;
}

/** Assignments of a state as of a day; the same that `assignmentState` says of one. */
export function inState(state: AssignmentState, day: string): Prisma.StaffPlacementWhereInput {
  const today = dayToDate(day);
  const soon = dayToDate(soonUntil(day));
  const open = { endReason: null };
  switch (state) {
    case "ENDED":
      return { endReason: { not: null } };
    case "COMING":
      return { ...open, startsOn: { gt: today } };
    case "OVERDUE":
      return { ...open, startsOn: { lte: today }, endsOn: { lt: today } };
    case "ENDING":
      return { ...open, startsOn: { lte: today }, endsOn: { gte: today, lte: soon } };
    case "RUNNING":
      return { ...open, startsOn: { lte: today }, OR: [{ endsOn: null }, { endsOn: { gte: today } }] };
  }
}
