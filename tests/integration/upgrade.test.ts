// What an older version wrote is still there and still read after the migrations since.
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import type { Actor } from "@/lib/actor";
import { migrate } from "@/prisma/run/migrate.mjs";
import { loadOldVersion } from "@/tests/dumps/old-version.mjs";

const name = "lokmin_upgraded";
const url = new URL(inject("adminUrl"));
url.pathname = `/${name}`;
let before: Awaited<ReturnType<typeof loadOldVersion>>;
let upgraded: pg.Client;

beforeAll(async () => {
  const admin = new pg.Client({ connectionString: inject("adminUrl") });
  await admin.connect();
  await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  before = await loadOldVersion(url.href);
  await migrate(url.href);
  upgraded = new pg.Client({ connectionString: url.href });
  await upgraded.connect();
  // The modules of lib anew, on the upgraded database.
  process.env.DATABASE_URL = url.href;
  delete process.env.LOKMIN_ALL_ROLE;
  for (const shared of ["lokminPool", "lokminDb"]) Reflect.deleteProperty(globalThis, shared);
  vi.resetModules();
});

afterAll(async () => {
  const { pool } = await import("@/lib/db");
  await pool.end();
  await upgraded.end();
});

async function count(from: string): Promise<number> {
  const { rows } = await upgraded.query(`SELECT count(*)::int AS n FROM ${from}`);
  return rows[0].n;
}

const rowsBefore = (table: string) => before[table]?.length;

async function actorOf(role: string): Promise<Actor> {
  const { findActor } = await import("@/lib/actor");
  const { rows } = await upgraded.query(
    `SELECT u.id FROM "User" u JOIN "Organisation" o ON o.id = u."organisationId"
     WHERE u.role::text = $1 AND o.name LIKE '%Sragi%'`,
    [role],
  );
  const actor = await findActor(rows[0].id);
  if (!actor) throw new Error(`No ${role}`);
  return actor;
}

test("the dump has rows in every table of its version, and events of every kind", () => {
  expect(Object.keys(before)).toHaveLength(50);
  for (const [table, rows] of Object.entries(before)) expect(rows.length, table).toBeGreaterThan(0);
  expect(new Set(before.Event?.map(({ verb }) => verb)).size).toBeGreaterThan(100);
});

test.each([
  "Area",
  "Organisation",
  "User",
  "Seat",
  "SeatHolder",
  "Meeting",
  "MeetingOrganiser",
  "AgendaLine",
  "Invitation",
  "Answer",
  "Attendance",
  "Document",
  "ActionItem",
  "ProgressReport",
  "ItemReview",
  "Escalation",
  "EscalationAnswer",
  "OwnerLink",
  "Indicator",
  "IndicatorValue",
  "Problem",
  "ProblemScore",
  "Note",
  "NoteVersion",
  "Approval",
  "Reopening",
  "Submission",
  "Event",
])("no row of %s is lost", async (table) => {
  expect(await count(`"${table}"`)).toBeGreaterThanOrEqual(rowsBefore(table) ?? Number.NaN);
});

test("meetings, plan, roll, minutes and history of the puskesmas are read as before", async () => {
  const actor = await actorOf("PUSKESMAS_STAFF");
  const { listMeetings } = await import("@/lib/meetings/reads");
  const { listActionItems } = await import("@/lib/plan/reads");
  const { listAttendances } = await import("@/lib/attendance/reads");
  const { listNotes } = await import("@/lib/minutes/reads");
  const { listEvents } = await import("@/lib/events/reads");

  const { meetings } = await listMeetings(actor);
  expect(meetings.length).toBeGreaterThan(0);
  const items = before.ActionItem ?? [];
  const ofHost = (before.Meeting ?? []).filter((meeting) => meeting.hostId === actor.organisation.id);
  let plan = 0;
  for (const { id } of ofHost) {
    const rows = await listActionItems(actor, String(id));
    plan += rows.length;
    const wanted = items.filter((item) => item.meetingId === id).map((item) => item.activity);
    expect(rows.map((row) => row.activity).sort()).toEqual(wanted.sort());
    const marks = (before.Attendance ?? []).filter((row) => row.meetingId === id);
    expect((await listAttendances(actor, String(id))).map((row) => row.name).sort()).toEqual(
      marks.map((row) => row.name).sort(),
    );
    const lines = (before.Note ?? []).filter((row) => row.meetingId === id);
    expect((await listNotes(actor, String(id))).length).toBe(lines.length);
  }
  expect(plan).toBeGreaterThan(0);
  const { events } = await listEvents(actor);
  expect(events.length).toBeGreaterThan(0);
});

/** Sentences that were given better words since, with what they said then. */
const reworded: Record<string, string> = {
  "memutuskan urutan masalah bernilai sama": "memutuskan urutan masalah yang seri",
};

/** Details that say no more than the sentence beside them. */
const said = new Set(["agenda.item-started"]);

test("every event has its kind, says what it said of before and after, and keeps words only where its data cannot be told", async () => {
  const { tellEvent } = await import("@/lib/events/tell");
  const { eventKinds, isAction } = await import("@/lib/events/kinds");
  const { rows: events } = await upgraded.query(`SELECT * FROM "Event" ORDER BY id`);
  const { detailLines } = await import("@/lib/events/details");
  const former = new Map((before.Event ?? []).map((event) => [String(event.id), event]));
  let withLines = 0;
  for (const event of events) {
    const was = former.get(String(event.id));
    expect(isAction(event.action), String(was?.verb)).toBe(true);
    if (event.verb === null) expect(eventKinds[event.action as "meeting.edited"].tellStored(event.data)).not.toBeNull();
    const { verb, subject, lines } = tellEvent(event);
    expect(`${reworded[verb] ?? verb}: ${subject}`).toBe(`${was?.verb}: ${was?.subject}`);
    const told = detailLines(was?.detail);
    if (!said.has(event.action)) expect(lines.toSorted(), `${verb}: ${subject}`).toEqual(told.toSorted());
    withLines += lines.length > 0 ? 1 : 0;
  }
  expect(withLines).toBeGreaterThan(100);
  const worded = new Set(events.filter(({ verb }) => verb !== null).map(({ action }) => action));
  for (const action of ["meeting.scheduled", "minutes.edited", "problem.order-decided", "agenda.item-started"])
    expect(worded.has(action), action).toBe(false);
});

test("personal links handed out then still open", async () => {
  const { findInvitation } = await import("@/lib/invitations/invitee");
  const { findOwnerPage } = await import("@/lib/owner-links/owner");
  const [invitation] = before.Invitation ?? [];
  expect(await findInvitation(String(invitation?.tokenHash))).not.toBeNull();
  for (const { tokenHash } of before.OwnerLink ?? [])
    expect(await findOwnerPage(String(tokenHash), new Date())).not.toBeNull();
});

test("files keep their bytes", async () => {
  const { rows } = await upgraded.query(
    `SELECT d.id FROM "Document" d JOIN "DocumentContent" c ON c."documentId" = d.id
     WHERE d.sha256 = encode(sha256(c.bytes), 'hex') AND d.size = length(c.bytes)`,
  );
  expect(rows).toHaveLength(rowsBefore("Document") ?? 0);
});
