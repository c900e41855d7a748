import { type Actor, isDinkes } from "@/lib/actor";

/** A Dinkes says what the professions of its puskesmas must be able to do. */
export function canSetCompetences(actor: Actor): boolean {
  return isDinkes(actor) && actor.role === "DINKES_ADMIN";
}

export const demandNames = { none: "Tidak wajib", all: "Semua orang" } as const;

/** In a puskesmas: "semua" of a profession, or at least so many of it. */
export function demandWords(leastStaff: number | null): string {
  return leastStaff === null ? "semua" : `paling sedikit ${leastStaff}`;
}

export const leastChoices = [1, 2, 3, 4, 5] as const;
