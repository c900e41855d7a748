import type { Db } from "@/lib/db";
import { postTestScores } from "@/lib/training-tests/results";
import type { Scores } from "@/lib/trainings/completions";

/** Post-test scores of a training's participants, those that count now. */
export function scoresOf(tx: Db, meetingId: string): Promise<Scores> {
  return postTestScores(tx, meetingId, new Date());
}
