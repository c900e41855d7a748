import type { Sector } from "@/prisma/generated/enums";

export type Turnout = {
  meetings: number;
  missed: number;
  invited: number;
  /** Answered "hadir" or "diwakili". */
  accepted: number;
  came: number;
  represented: number;
  acceptedAbsent: number;
  declined: number;
  silent: number;
};

export const noTurnout: Turnout = {
  meetings: 0,
  missed: 0,
  invited: 0,
  accepted: 0,
  came: 0,
  represented: 0,
  acceptedAbsent: 0,
  declined: 0,
  silent: 0,
};

export type TurnoutGroup = {
  key: string;
  label: string;
  detail: string;
  sector: Sector | null;
  total: Turnout;
  /** As long as the report's quarters; null where the group was not invited. */
  quarters: (Turnout | null)[];
};

export function addTurnout(one: Turnout, other: Turnout): Turnout {
  return {
    meetings: one.meetings + other.meetings,
    missed: one.missed + other.missed,
    invited: one.invited + other.invited,
    accepted: one.accepted + other.accepted,
    came: one.came + other.came,
    represented: one.represented + other.represented,
    acceptedAbsent: one.acceptedAbsent + other.acceptedAbsent,
    declined: one.declined + other.declined,
    silent: one.silent + other.silent,
  };
}

export function presentOf(turnout: Turnout): number {
  return turnout.came + turnout.represented;
}

/** Quarters are counted on from year 0, so that the last eight are a range. */
export function quarterNumber(year: number, quarter: number): number {
  return year * 4 + quarter - 1;
}

const roman = ["I", "II", "III", "IV"] as const;

export function quarterName(number: number): string {
  return `Triwulan ${roman[number % 4]} ${Math.floor(number / 4)}`;
}

export function quarterShort(number: number): string {
  return `${roman[number % 4]} ${Math.floor(number / 4)}`;
}

/** Quarters shown: the four of a year, or else the last eight up to the present one. */
export function quartersShown(year: number | undefined, today: string): number[] {
  const present = quarterNumber(Number(today.slice(0, 4)), Math.ceil(Number(today.slice(5, 7)) / 3));
  const last = year === undefined ? present : quarterNumber(year, 4);
  const count = year === undefined ? 8 : 4;
  return Array.from({ length: count }, (_, index) => last - count + 1 + index);
}

export function missingFirst(groups: readonly TurnoutGroup[]): TurnoutGroup[] {
  const share = ({ total }: TurnoutGroup) => total.missed / Math.max(1, total.meetings);
  return groups
    .filter(({ total }) => total.missed > 0)
    .sort((one, other) => other.total.missed - one.total.missed || share(other) - share(one));
}

/** "3 dari 4 Lokmin", or "satu-satunya Lokmin yang mengundangnya". @param noun what is counted: "Lokmin" or "kegiatan" */
export function missedWords({ missed, meetings }: Turnout, noun: string): string {
  return meetings === 1 ? `satu-satunya ${noun} yang mengundangnya` : `${missed} dari ${meetings} ${noun}`;
}
