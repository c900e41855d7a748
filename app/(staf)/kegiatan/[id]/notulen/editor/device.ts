// What this device keeps of the notes: words that are not sent yet, by who wrote them, and the notes as last seen.
import type { DBSchema } from "idb";
import { keptStore } from "@/components/device/kept-store";
import type { NoteRow } from "@/lib/minutes/lines";
import type { Draft } from "./drafts";

export type Owner = { meetingId: string; userId: string; userName: string };

/** A draft on the disk. Every open page keeps its own; what a closed page left is taken over by the next one. */
export type KeptDraft = Owner & { key: string; page: string; draft: Draft };

export type Seen = { meetingId: string; rows: NoteRow[]; revision: number };

interface Shape extends DBSchema {
  drafts: { key: string; value: KeptDraft; indexes: { meeting: string } };
  snapshots: { key: string; value: Seen };
}

const using = keptStore<Shape>({
  name: "lokmin-notulen",
  version: 1,
  upgrade(db) {
    db.createObjectStore("drafts", { keyPath: "key" }).createIndex("meeting", "meetingId");
    db.createObjectStore("snapshots", { keyPath: "meetingId" });
  },
});

const lockOf = (page: string) => `lokmin-notulen-${page}`;

/** Tells the other pages of this device that this one is open. @returns how to end that */
export function stayOpen(page: string): () => void {
  let close = () => {};
  const closed = new Promise<void>((done) => {
    close = done;
  });
  // Kept back by browsers where the page came without https: then every page takes what it finds.
  if ("locks" in navigator) void navigator.locks.request(lockOf(page), () => closed);
  return () => close();
}

async function openPages(): Promise<Set<string>> {
  if (!("locks" in navigator)) return new Set();
  const { held = [], pending = [] } = await navigator.locks.query();
  return new Set([...held, ...pending].flatMap(({ name }) => name ?? []));
}

/** Drafts of one meeting that no open page has: this user's become this page's, of others only whose they are. */
export async function takeDrafts(owner: Owner, page: string): Promise<{ own: Draft[]; others: string[] }> {
  const [all, open] = await Promise.all([
    using((db) => db.getAllFromIndex("drafts", "meeting", owner.meetingId)),
    openPages(),
  ]);
  const others = new Set<string>();
  const own: Draft[] = [];
  for (const kept of all) {
    if (kept.userId !== owner.userId) others.add(kept.userName);
    else if (kept.page === page || !open.has(lockOf(kept.page))) own.push(kept.draft);
    if (kept.userId !== owner.userId || kept.page === page || open.has(lockOf(kept.page))) continue;
    await keepDraft(owner, page, kept.draft);
    await using((db) => db.delete("drafts", kept.key));
  }
  return { own, others: [...others] };
}

/** All that this device has not sent of a meeting, whosever it is. */
export async function readKept(meetingId: string): Promise<KeptDraft[]> {
  return using((db) => db.getAllFromIndex("drafts", "meeting", meetingId));
}

const keyOf = ({ meetingId, userId }: Owner, page: string, id: string) => [meetingId, userId, page, id].join(" ");

export async function keepDraft(owner: Owner, page: string, draft: Draft): Promise<void> {
  await using(async (db) => {
    const writing = db.transaction("drafts", "readwrite");
    void writing.store.put({ ...owner, page, key: keyOf(owner, page, draft.id), draft });
    // Said at once: a page that goes meanwhile would leave it open, and the browser would undo it.
    writing.commit();
    await writing.done;
  });
}

export async function dropDraft(owner: Owner, page: string, id: string): Promise<void> {
  await using((db) => db.delete("drafts", keyOf(owner, page, id)));
}

export async function readSeen(meetingId: string): Promise<Seen | undefined> {
  return using((db) => db.get("snapshots", meetingId));
}

export async function writeSeen(seen: Seen): Promise<void> {
  await using((db) => db.put("snapshots", seen));
}
