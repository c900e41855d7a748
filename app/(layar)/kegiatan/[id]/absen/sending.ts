// How operations reach the server: what goes into one request, and what an answer does to the queue.
import type { RollRow } from "@/lib/attendance/roll";
import type { SyncResult } from "@/lib/attendance/sync";
import { changeQueue, type Queued, targetOf } from "./queue";

/** Small enough that a slow server answers each before the request is given up, and the count goes down visibly. */
const batchSize = 25;
const batchBytes = 400_000;

/**
 * As many waiting operations as fit one request, signatures being the large ones. One per row of the roll: the next
 * one needs to know what the server made of this one; and none on a row that a person has to decide about first.
 */
export function nextBatch(queue: readonly Queued[]): Queued[] {
  const held = new Set(queue.filter(({ state }) => state !== "waiting").map(({ operation }) => targetOf(operation)));
  const batch: Queued[] = [];
  let bytes = 0;
  for (const queued of queue) {
    const target = targetOf(queued.operation);
    if (queued.state !== "waiting" || held.has(target)) continue;
    bytes += queued.operation.kind === "sign" ? queued.operation.png.length : 300;
    if (batch.length === batchSize || (batch.length > 0 && bytes > batchBytes)) break;
    batch.push(queued);
    held.add(target);
  }
  return batch;
}

/**
 * Takes the server's answers to a batch: written and off the queue, or kept for a person to decide.
 * @returns the roll's rows as the server has them now, null where there is none any more
 */
export async function settle(
  meetingId: string,
  batch: readonly Queued[],
  results: readonly SyncResult[],
): Promise<Map<string, RollRow | null>> {
  const answers = new Map(results.map((result) => [result.nonce, result]));
  const rows = new Map<string, RollRow | null>();
  const written = new Map<string, RollRow | null>();
  for (const { nonce, operation } of batch) {
    const answer = answers.get(nonce);
    if (!answer || answer.state === "refused") continue;
    rows.set(targetOf(operation), answer.row);
    if (answer.state === "done") written.set(targetOf(operation), answer.row);
  }
  await changeQueue(meetingId, (queued) => {
    const answer = answers.get(queued.nonce);
    if (answer?.state === "refused") return { ...queued, state: "refused", reason: answer.reason };
    if (answer?.state === "conflict") return { ...queued, state: "conflict", row: answer.row };
    if (answer) return null;
    // What this device did next to the same row, it did knowing the mark before.
    const row = written.get(targetOf(queued.operation));
    return row === undefined ? queued : madeOn(queued, row);
  });
  return rows;
}

/** The same operation, made on the row as it is now. */
export function madeOn(queued: Queued, row: RollRow | null): Queued {
  const { operation } = queued;
  if (!("seen" in operation)) return queued;
  return { ...queued, operation: { ...operation, seen: row?.version ?? null } };
}
