// What a device keeps survives its clock, its full storage, and a browser that ends the connection.
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { openDB } from "idb";
import { beforeEach, expect, test, vi } from "vitest";

type Queue = typeof import("@/app/(layar)/kegiatan/[id]/absen/queue");
let queue: Queue;

beforeEach(async () => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  globalThis.indexedDB = new IDBFactory();
  vi.resetModules();
  queue = await import("@/app/(layar)/kegiatan/[id]/absen/queue");
});

const meetingId = "rapat";
let made = 0;

function add(kind: "confirm" | "unmark" = "confirm"): Promise<boolean> {
  made += 1;
  const nonce = `nonce-${made}`;
  const common = { nonce, deviceAt: new Date().toISOString(), madeBy: "petugas", attendanceId: "baris" };
  return queue.addQueued({
    nonce,
    meetingId,
    state: "waiting",
    operation: kind === "confirm" ? { ...common, kind } : { ...common, kind, seen: null },
  });
}

const kinds = async () => (await queue.readQueue(meetingId)).map(({ operation }) => operation.kind);

function fullStorage() {
  return vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
}

test("operations keep the order in which they were made although the clock is set back a day", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-28T08:00:00Z") });
  await add("confirm");
  vi.setSystemTime(new Date("2026-11-27T08:00:00Z"));
  await add("unmark");
  await add("confirm");
  expect(await kinds()).toEqual(["confirm", "unmark", "confirm"]);
});

test("with a full storage an operation is still in the queue, said to be unkept, until it was sent", async () => {
  expect(await add("confirm")).toBe(true);
  const full = fullStorage();
  expect(await add("unmark")).toBe(false);
  expect(await kinds()).toEqual(["confirm", "unmark"]);
  expect(queue.isAllKept(meetingId)).toBe(false);
  full.mockRestore();
  expect(await add("confirm")).toBe(true);
  expect(await kinds()).toEqual(["confirm", "unmark", "confirm"]);
  expect(queue.isAllKept(meetingId)).toBe(false);
  await queue.changeQueue(meetingId, () => null);
  expect(await kinds()).toEqual([]);
  expect(queue.isAllKept(meetingId)).toBe(true);
});

test("with a blocked storage the queue works from memory", async () => {
  vi.spyOn(IDBFactory.prototype, "open").mockImplementation(() => {
    throw new DOMException("blocked", "SecurityError");
  });
  expect(await add("confirm")).toBe(false);
  expect(await add("unmark")).toBe(false);
  expect(await kinds()).toEqual(["confirm", "unmark"]);
  await queue.changeQueue(meetingId, (queued) => (queued.operation.kind === "confirm" ? null : queued));
  expect(await kinds()).toEqual(["unmark"]);
});

test("a connection that the browser ended is opened again", async () => {
  await add("confirm");
  const transaction = IDBDatabase.prototype.transaction;
  // As iOS does in the background: no event, every later transaction fails.
  const dropped = new Set<IDBDatabase>();
  vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(function (this: IDBDatabase, ...args) {
    if (dropped.size === 0) dropped.add(this);
    if (dropped.has(this)) throw new DOMException("closing", "InvalidStateError");
    return transaction.apply(this, args);
  });
  expect(await add("unmark")).toBe(true);
  expect(await kinds()).toEqual(["confirm", "unmark"]);
});

test("a later version of the page upgrades while an earlier one is open, which goes on", async () => {
  await add("confirm");
  const later = await openDB("lokmin", 2, {
    upgrade(db) {
      db.createObjectStore("later");
    },
  });
  expect(await add("unmark")).toBe(true);
  later.close();
  expect(await kinds()).toEqual(["confirm", "unmark"]);
});
