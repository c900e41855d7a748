import type { Db } from "@/lib/db";
import type { Scores } from "@/lib/trainings/completions";

/** Post-test scores of a training's participants; none is kept yet. */
export async function scoresOf(_tx: Db, _meetingId: string): Promise<Scores> {
  return new Map();
}
