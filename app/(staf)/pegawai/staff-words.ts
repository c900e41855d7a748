import { employmentStatusNames, placementEndNames, professionNames } from "@/lib/staff/professions";
import { formatDayLong } from "@/lib/time";
import type { EmploymentStatus, PlacementEnd, Profession } from "@/prisma/generated/enums";

type Term = {
  status: EmploymentStatus;
  position: string | null;
  startsOn: string;
  endsOn: string | null;
  endReason: PlacementEnd | null;
};

export function professionOf({
  profession,
  professionNote,
}: {
  profession: Profession;
  professionNote: string | null;
}) {
  return professionNote ? `${professionNames[profession]} (${professionNote})` : professionNames[profession];
}

export function termDays({ startsOn, endsOn }: Pick<Term, "startsOn" | "endsOn">): string {
  return endsOn ? `${formatDayLong(startsOn)} – ${formatDayLong(endsOn)}` : `Sejak ${formatDayLong(startsOn)}`;
}

export function statusOf({ status, position }: Pick<Term, "status" | "position">): string {
  return [employmentStatusNames[status], position].filter(Boolean).join(", ");
}

/** How a term ended, or that its last day is over and nobody wrote down what became of it. */
export function endOf({ endsOn, endReason }: Pick<Term, "endsOn" | "endReason">, today: string): string | null {
  if (endReason) return placementEndNames[endReason];
  return endsOn && endsOn < today ? "Masa tugas lewat, belum dicatat akhirnya" : null;
}

export const professionOptions = optionsOf(professionNames);
export const statusOptions = optionsOf(employmentStatusNames);
export const endOptions = optionsOf(placementEndNames);

function optionsOf<K extends string>(names: Record<K, string>): { value: string; label: string }[] {
  return Object.entries<string>(names).map(([value, label]) => ({ value, label }));
}
