// How a row of the table says who may write what, and when.
import type { Actor } from "@/lib/actor";
import { type Letter, type State, type World, who } from "./world";

/** + allowed, = taken as done already, - refused with a sentence, . not allowed. */
type Grid = string;

export type MeetingWrite = {
  call: (it: World, actor: Actor) => Promise<unknown>;
  /** What has to be there first. */
  prepare?: (it: World, actor: Actor) => Promise<unknown>;
  /** Letters of those who may at all. */
  may: string;
  /** The states in which it is allowed; in the others it is refused. */
  in: readonly State[];
  /** Whole lines that are otherwise, in the order of the letters. */
  except?: Partial<Record<State, Grid>>;
};

/**
 * The line without those who for all that is an office's own are like somebody else: Q another puskesmas, M a province,
 * W a reviewer where the Dinkes itself is concerned, and nobody where its puskesmas are.
 */
export type OfficeWrite = Omit<MeetingWrite, "in" | "except" | "may"> & {
  grid: Grid;
  others?: Partial<Record<"W" | "M", string>>;
};

export const letters = Object.keys(who).filter((key): key is Letter => key in who);

export function expectedOf({ may, in: open, except = {} }: MeetingWrite): Record<State, Grid> {
  const line = (state: State) =>
    except[state]?.padEnd(letters.length, ".") ??
    letters.map((letter) => (may.includes(letter) ? (open.includes(state) ? "+" : "-") : ".")).join("");
  return {
    DRAFT: line("DRAFT"),
    SCHEDULED: line("SCHEDULED"),
    IN_PROGRESS: line("IN_PROGRESS"),
    CLOSED: line("CLOSED"),
    APPROVED: line("APPROVED"),
    POSTPONED: line("POSTPONED"),
    CANCELLED: line("CANCELLED"),
  };
}

export function lineOfOffice({ grid, others = {} }: OfficeWrite): Grid {
  const like = (letter: Letter) => grid[letters.indexOf(letter)] ?? "";
  return `${grid}${like("Y")}${others.W ?? like("V")}${others.M ?? like("P")}`;
}
