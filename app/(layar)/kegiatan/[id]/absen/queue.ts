// What the device keeps: operations that are not sent yet, and the roll as it was last seen. Both survive a reload,
// a closed browser and a session that ended.
import type { DBSchema } from "idb";
import { keptStore } from "@/components/device/kept-store";
import { type RollPerson, type RollRow, type RollSession, sessionRowId } from "@/lib/attendance/roll";
import type { AttendanceStatus, MeetingStatus, PresenceStatus } from "@/prisma/generated/enums";

type Common = { nonce: string; deviceAt: string; madeBy: string };

/** What a person did on this device, as lib/attendance/schema.ts reads it. */
export type Operation = Common &
  (
    | {
        kind: "mark";
        /** Version of the row when it was marked; null: there was none. */
        seen: number | null;
        invitationId: string;
        status: AttendanceStatus;
        delegateName: string;
        delegateTitle: string;
        delegateInstitution: string;
        note: string;
        /** The moment of marking; null: the hour of arrival is not known. */
        arrivedAt: string | null;
        /** The hour as somebody typed it. */
        arrivedClock?: string;
      }
    | { kind: "guest"; id: string; name: string; title: string; institution: string; isAnother?: boolean }
    | { kind: "unmark"; seen: number | null; attendanceId: string }
    | {
        kind: "session";
        seen: number | null;
        sessionId: string;
        attendeeId: string;
        status: PresenceStatus | null;
      }
    | { kind: "confirm"; attendanceId: string }
    | { kind: "sign"; attendanceId: string; png: string }
  );

/** An operation before the screen adds what it fills in itself. */
export type NewOperation = Operation extends infer One
  ? One extends Operation
    ? Omit<One, "nonce" | "deviceAt" | "madeBy">
    : never
  : never;

export type Queued = {
  nonce: string;
  meetingId: string;
  /** Order in which they were made. */
  number: number;
  operation: Operation;
  /** waiting: to be sent; conflict and refused: a person decides. */
  state: "waiting" | "conflict" | "refused";
  /** conflict: the roll's row as the server has it. */
  row?: RollRow | null;
  reason?: string;
};

/** The roll as the server had it at `readAt`. */
export type Roll = {
  people: RollPerson[];
  rows: RollRow[];
  sessions: RollSession[];
  status: MeetingStatus;
  readAt: string;
};

export type Snapshot = Roll & { meetingId: string };

interface Shape extends DBSchema {
  operations: { key: string; value: Queued; indexes: { meeting: string } };
  snapshots: { key: string; value: Snapshot };
}

const using = keptStore<Shape>({
  name: "lokmin",
  version: 1,
  upgrade(db) {
    db.createObjectStore("operations", { keyPath: "nonce" }).createIndex("meeting", "meetingId");
    db.createObjectStore("snapshots", { keyPath: "meetingId" });
  },
});

/** What the device could not keep: it is sent while the page is open, and lost with it. */
const unkept = new Map<string, Queued>();

/** Which row of the roll an operation is about. */
export function targetOf(operation: Operation): string {
  if (operation.kind === "mark") return operation.invitationId;
  if (operation.kind === "session") return sessionRowId(operation.sessionId, operation.attendeeId);
  return operation.kind === "guest" ? operation.id : operation.attendanceId;
}

/** The queue of one meeting, in the order it was made. */
export async function readQueue(meetingId: string): Promise<Queued[]> {
  const kept = await using((db) => db.getAllFromIndex("operations", "meeting", meetingId)).catch(() => []);
  const others = [...unkept.values()].filter((queued) => queued.meetingId === meetingId);
  return [...kept, ...others].sort((one, other) => one.number - other.number);
}

/** Whether all of a meeting's queue would survive the page. */
export function isAllKept(meetingId: string): boolean {
  return [...unkept.values()].every((queued) => queued.meetingId !== meetingId);
}

/**
 * Puts an operation at the end of its meeting's queue. Its number comes from the queue: a device's clock may be set
 * back between two marks.
 * @returns whether the device keeps it; else only this page knows it
 */
export async function addQueued(queued: Omit<Queued, "number">): Promise<boolean> {
  const last = (all: readonly Queued[]) => all.reduce((highest, { number }) => Math.max(highest, number), 0);
  const afterUnkept = last([...unkept.values()]);
  try {
    await using(async (db) => {
      const tx = db.transaction("operations", "readwrite", { durability: "strict" });
      const before = await tx.store.index("meeting").getAll(queued.meetingId);
      await tx.store.put({ ...queued, number: Math.max(last(before), afterUnkept) + 1 });
      await tx.done;
    });
    return true;
  } catch {
    const number = Math.max(last(await readQueue(queued.meetingId)), afterUnkept) + 1;
    unkept.set(queued.nonce, { ...queued, number });
    return false;
  }
}

/**
 * Changes the queue of one meeting in one go, also where two pages of this device are open.
 * @param change what becomes of an operation; the same one: nothing; null: it is taken out
 */
export async function changeQueue(meetingId: string, change: (queued: Queued) => Queued | null): Promise<void> {
  for (const queued of [...unkept.values()].filter((one) => one.meetingId === meetingId)) {
    const next = change(queued);
    unkept.delete(queued.nonce);
    if (next) unkept.set(next.nonce, next);
  }
  const kept = await using((db) => db.countFromIndex("operations", "meeting", meetingId)).catch(() => 0);
  if (kept === 0) return;
  await using(async (db) => {
    const tx = db.transaction("operations", "readwrite");
    const all = await tx.store.index("meeting").getAll(meetingId);
    await Promise.all(
      all.map(async (queued) => {
        const next = change(queued);
        if (next === queued) return;
        if (next?.nonce !== queued.nonce) await tx.store.delete(queued.nonce);
        if (next) await tx.store.put(next);
      }),
    );
    await tx.done;
  });
}

export async function readSnapshot(meetingId: string): Promise<Snapshot | undefined> {
  const kept = await using((db) => db.get("snapshots", meetingId));
  // One from before there were sessions lacks them.
  return kept && { ...kept, sessions: kept.sessions ?? [] };
}

export async function writeSnapshot(snapshot: Snapshot): Promise<void> {
  await using((db) => db.put("snapshots", snapshot));
}
