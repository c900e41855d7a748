import { type Actor, isRefusal, type Outcome, type Refusal, refuse } from "@/lib/actor";
import { arrivalAt, clockDifference, inServerTime } from "@/lib/attendance/arrival";
import {
  addGuest,
  confirmMark,
  keepingRoll,
  type Mark,
  type Marking,
  removeMark,
  typedArrival,
} from "@/lib/attendance/marks";
import { type RollRow, rollRow } from "@/lib/attendance/roll";
import { type SyncOperation, syncOperation } from "@/lib/attendance/schema";
import { setMark } from "@/lib/attendance/set-marks";
import { readSignature, type Signature, signMark } from "@/lib/attendance/signatures";
import type { Db } from "@/lib/db";
import { holdMeeting } from "@/lib/meetings/hold";
import { requireWritable } from "@/lib/meetings/reads";
import { syncPresence } from "@/lib/session-attendance/sync";
import { transact } from "@/lib/transact";
import type { Attendance, Prisma } from "@/prisma/generated/client";

/** What became of one operation; row is the roll's row as it is now, null where there is none. */
export type SyncResult = { nonce: string } & (
  | { state: "done"; row: RollRow | null }
  | { state: "conflict"; row: RollRow | null }
  | { state: "refused"; reason: string }
);

/**
 * A row that somebody else changed meanwhile is not written but returned for a person to decide.
 * @param sentAt the device's clock when it sent; its difference corrects every moment
 */
export async function syncOperations(
  actor: Actor,
  meetingId: string,
  raw: readonly unknown[],
  sentAt: Date | null = null,
): Promise<SyncResult[]> {
  await requireWritable(actor, meetingId, keepingRoll.name);
  const difference = clockDifference(sentAt, new Date());
  const results: SyncResult[] = [];
  for (const item of raw) results.push(await syncOne(actor, meetingId, item, difference));
  return results;
}

async function syncOne(actor: Actor, meetingId: string, item: unknown, difference: number): Promise<SyncResult> {
  const parsed = syncOperation.safeParse(item);
  if (!parsed.success) {
    const nonce = typeof item === "object" && item !== null && "nonce" in item ? item.nonce : null;
    return {
      nonce: typeof nonce === "string" ? nonce : "",
      state: "refused",
      reason: parsed.error.issues[0]?.message ?? "Isian tidak terbaca",
    };
  }
  const operation = parsed.data;
  const { nonce } = operation;
  const signature = operation.kind === "sign" ? await readSignature(operation.png) : null;
  // What was refused leaves no nonce: it may be sent again once the reason is gone.
  const outcome = await transact<Synced | Refusal>(async (tx) => {
    const { count } = await tx.syncedMark.createMany({
      data: { nonce, meetingId, userId: actor.userId, outcome: {} },
      skipDuplicates: true,
    });
    if (count === 0) return answeredBefore(tx, meetingId, nonce);
    const result = await apply(tx, actor, meetingId, { operation, difference, signature });
    if (!isRefusal(result)) await tx.syncedMark.update({ where: { nonce }, data: { outcome: result } });
    return result;
  });
  return isRefusal(outcome) ? { nonce, state: "refused", reason: outcome.reason } : { nonce, ...outcome };
}

type Synced = { state: "done" | "conflict"; row: RollRow | null };

async function answeredBefore(tx: Db, meetingId: string, nonce: string): Promise<Synced | Refusal> {
  const before = await tx.syncedMark.findUnique({ where: { nonce }, select: { meetingId: true, outcome: true } });
  if (before?.meetingId !== meetingId) return refuse("Muat ulang layar ini, lalu coba lagi");
  return before.outcome as Synced;
}

async function apply(
  tx: Db,
  actor: Actor,
  meetingId: string,
  { operation, difference, signature }: { operation: SyncOperation; difference: number; signature: Signature | null },
): Promise<Synced | Refusal> {
  const { deviceAt } = operation;
  const meeting = await holdMeeting(tx, actor, meetingId, keepingRoll);
  if (isRefusal(meeting)) return meeting;
  const madeBy = await colleagueOf(tx, actor, operation.madeBy);
  const device = { deviceAt, difference, madeAt: inServerTime(deviceAt, difference, new Date()) };
  const marking: Marking = { actor, meeting, source: "OFFICER", device, madeBy };
  if (operation.kind === "session") return syncPresence(tx, marking, operation);
  const current = await tx.attendance.findFirst({ where: rowOf(meetingId, operation), include: signed });
  if ("seen" in operation && isStale(current, operation.seen) && !isSame(current, operation))
    return { state: "conflict", row: current && rollRow(current) };
  const outcome = await perform(tx, marking, operation, signature);
  if (!outcome.ok) return outcome;
  const row = await tx.attendance.findFirst({ where: rowOf(meetingId, operation), include: signed });
  return { state: "done", row: row && rollRow(row) };
}

type RollOperation = Exclude<SyncOperation, { kind: "session" }>;

function perform(tx: Db, marking: Marking, operation: RollOperation, signature: Signature | null): Promise<Outcome> {
  switch (operation.kind) {
    case "mark":
      if (operation.status === "REPRESENTED" && !(operation.delegateName && operation.delegateTitle)) {
        return Promise.resolve(refuse("Isi nama dan jabatan wakil"));
      }
      return setMark(tx, marking, markOf(marking, operation));
    case "guest":
      return addGuest(tx, marking, operation);
    case "unmark":
      return removeMark(tx, marking, operation.attendanceId);
    case "confirm":
      return confirmMark(tx, marking, operation.attendanceId);
    case "sign":
      return signMark(tx, marking, operation.attendanceId, signature);
  }
}

/** The mark with its hour: the one typed, else the moment of marking by the server's clock, else none. */
function markOf({ meeting, device }: Marking, operation: SyncOperation & { kind: "mark" }): Mark {
  const { arrivedAt, arrivedClock, ...mark } = operation;
  const typed = typedArrival(meeting, arrivedClock);
  if (typed || arrivedAt === null) return { ...mark, arrivedAt: typed };
  const at = inServerTime(arrivedAt, device?.difference ?? 0, new Date());
  return { ...mark, arrivedAt: at && arrivalAt(meeting, at) };
}

async function colleagueOf(tx: Db, actor: Actor, madeBy: string | undefined): Promise<string | null> {
  if (!madeBy || madeBy === actor.userId) return null;
  const colleague = await tx.user.findFirst({
    where: { id: madeBy, organisationId: actor.organisation.id },
    select: { name: true },
  });
  return colleague?.name ?? null;
}

const signed = { signature: { select: { id: true } } } satisfies Prisma.AttendanceInclude;

function rowOf(meetingId: string, operation: RollOperation) {
  return operation.kind === "mark"
    ? { meetingId, invitationId: operation.invitationId }
    : { meetingId, id: operation.kind === "guest" ? operation.id : operation.attendanceId };
}

function isStale(current: Attendance | null, seen: number | null): boolean {
  return (current?.version ?? null) !== seen;
}

function isSame(current: Attendance | null, operation: RollOperation): boolean {
  if (operation.kind === "unmark") return current === null;
  if (operation.kind !== "mark" || !current || current.status !== operation.status) return false;
  return operation.status !== "REPRESENTED" || current.name === operation.delegateName;
}
