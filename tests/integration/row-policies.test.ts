// The database as second line: a statement that forgot its where gives an office its own rows, and nobody none.
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { acrossOffices, inRequest, inScopeOf } from "@/lib/database-scope";
import { db, pool, readRows } from "@/lib/db";
import { addComment } from "@/lib/plan/comments";
import { listThreads } from "@/lib/plan/threads";
import { ScopedPool } from "@/lib/scoped-pool";
import { transact } from "@/lib/transact";
import { Prisma } from "@/prisma/generated/client";
import { makeReadWorld } from "@/tests/access/read-world";
import { makeActionItem } from "@/tests/factories/action-items";
import { makeMeeting } from "@/tests/factories/meetings";
import { makeKabupaten, makePuskesmas } from "@/tests/factories/organisations";
import { makeAccountRows, makeCountedRows, makeLeftRows } from "@/tests/factories/own-rows";
import { makePerson } from "@/tests/factories/persons";
import { makeActor } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";

const setting = "a setting, which the offices below read too";
const ofMeeting = "read with its meeting, and of no person alone";
const child = "read with its meeting, which has one: with one of each child too a page took 45 % more of the processor";
const written = "written into the history of another office too, by what moves between two";
const asked = "asked by the policies themselves";

/** Tables that say whose they are and have no policy: why. */
const withoutPolicy: Record<string, string> = {
  ActionItem: child,
  Answer: child,
  AreaMap: setting,
  Attendance: child,
  Cluster: setting,
  ClusterMember: setting,
  ClusterReviewer: setting,
  Comment: child,
  Competence: setting,
  Escalation: ofMeeting,
  EscalationOffice: setting,
  EscalationTakeover: ofMeeting,
  EvidenceRule: setting,
  Holiday: setting,
  Indicator: setting,
  IndicatorTarget: setting,
  Letterhead: setting,
  LokminDueDate: setting,
  MappedDataElement: setting,
  MappedOrgUnit: setting,
  MeetingOrganiser: asked,
  MeetingTemplate: setting,
  MeetingType: setting,
  MessageTemplate: setting,
  Note: child,
  PaperOffice: setting,
  PaperWording: setting,
  PersonalReading: written,
  Problem: child,
  Programme: setting,
  ProgrammeMember: setting,
  ProgrammeVisit: ofMeeting,
  ProgressReport: child,
  SecondFactorRule: setting,
  StaffingStandard: setting,
  StandIn: setting,
  StartOfUse: setting,
  Submission: ofMeeting,
  TileMap: setting,
  TrainingParticipant: ofMeeting,
  WordForm: setting,
  WorkingArea: asked,
};

async function tablesWithPolicy(): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relrowsecurity
       AND EXISTS (SELECT 1 FROM pg_policy WHERE polrelid = pg_class.oid) ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

async function countsOf(tables: string[]): Promise<Record<string, number>> {
  const { rows } = await pool.query(
    `SELECT ${tables.map((name) => `(SELECT count(*)::int FROM "${name}") AS "${name}"`).join(", ")}`,
  );
  return rows[0];
}

const inNobodysRequest = <T>(run: () => PromiseLike<T>): Promise<T> => inRequest("/beranda", async () => await run());

test("every table that says whose it is has a policy, or a reason why not", async () => {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT DISTINCT table_name AS name FROM information_schema.columns WHERE table_schema = 'public'
       AND column_name IN ('organisationId', 'puskesmasId', 'hostId', 'dinkesId') ORDER BY 1`,
  );
  const told = new Set([...(await tablesWithPolicy()), ...Object.keys(withoutPolicy)]);
  expect(rows.map(({ name }) => name).filter((name) => !told.has(name))).toEqual([]);
});

test("no policy calls a function for each row to find the offices below", async () => {
  const { rows } = await pool.query(
    "SELECT polrelid::regclass::text AS name FROM pg_policy WHERE pg_get_expr(polqual, polrelid) ~ 'lokmin_is_(under|below)'",
  );
  expect(rows).toEqual([]);
});

/** Of the world's own making: nothing is put into these. */
const notMade = new Set(["CalendarFeed", "DocumentContent", "PlannedTraining", "WebhookDelivery"]);

test("a statement that forgot its where shows an office its own rows, and nobody none", async () => {
  const { readers, host, meetingId } = await makeReadWorld();
  const indicator = await db.indicatorValue.findFirstOrThrow({ where: { puskesmasId: host.id } });
  await makeAccountRows(readers.A);
  await makeLeftRows(readers.A, meetingId);
  await makeCountedRows(host.id, meetingId, indicator.indicatorId);
  const guarded = await tablesWithPolicy();
  const all = await countsOf(guarded);
  const own = await inScopeOf(readers.A, () => countsOf(guarded));
  const others = await inScopeOf(readers.X, () => countsOf(guarded));
  expect(guarded.filter((name) => !notMade.has(name) && !own[name])).toEqual([]);
  expect(Object.entries(others).filter(([, count]) => count > 0)).toEqual([
    // The logo of a letterhead, which offices below print too.
    ["Document", 1],
    // Of its own member in a training of the host.
    ["Invitation", 1],
    ["Meeting", 1],
    ["Person", 2],
    ["User", 2],
  ]);
  expect(await inNobodysRequest(() => countsOf(guarded))).toEqual(Object.fromEntries(guarded.map((name) => [name, 0])));
  expect(await acrossOffices(() => countsOf(guarded))).toEqual(all);
  const below = await inScopeOf(readers.D, () =>
    db.person.findMany({ select: { organisation: { select: { pathIds: true } } } }),
  );
  expect(below.length).toBeGreaterThan(0);
  expect(below.every(({ organisation }) => organisation.pathIds.includes(host.parentId ?? ""))).toBe(true);
  expect(await inScopeOf(readers.M, () => countsOf(guarded))).toEqual(all);
});

async function twoOffices() {
  const [own, other] = [await makePuskesmas(), await makePuskesmas()];
  const actor = await makeActor("PUSKESMAS_ADMIN", { organisationId: own.id });
  const mine = await makePerson({ organisationId: own.id });
  const theirs = await makePerson({ organisationId: other.id });
  return { actor, own, other, mine, theirs };
}

test("neither are users of the offices above seen: which side a comment is of, it says itself", async () => {
  const above = await makeKabupaten();
  const dinkes = await makeActor("DINKES_REVIEWER", { organisationId: above.id });
  const own = await makePuskesmas({ parentId: above.id });
  const actor = await makeActor("PUSKESMAS_ADMIN", { organisationId: own.id });
  const { id: meetingId } = await makeMeeting("CLOSED", { host: own });
  const { id: itemId } = await makeActionItem({ meetingId });
  for (const author of [actor, dinkes])
    await inScopeOf(author, () => addComment(author, meetingId, itemId, { id: randomUUID(), text: author.name }));
  await inScopeOf(actor, async () => {
    expect(await db.user.findMany({ select: { id: true } })).toEqual([{ id: actor.userId }]);
    const threads = (await listThreads([itemId])).get(itemId);
    expect(threads?.map(({ byDinkes }) => byDinkes)).toEqual([false, true]);
  });
});

test("who holds a meeting with others sees it, and what they left open before", async () => {
  const [host, partner, other] = [await makePuskesmas(), await makePuskesmas(), await makePuskesmas()];
  const joint = await makeMeeting("SCHEDULED", { host, organisers: [partner] });
  const startsAt = new Date(joint.startsAt.getTime() - 100 * 86_400_000);
  const earlier = await makeMeeting("CLOSED", { host, startsAt });
  const own = await makeMeeting("CLOSED", { host: partner, startsAt });
  await makeMeeting("CLOSED", { host: other, startsAt });
  const seenBy = async (organisationId: string) => {
    const actor = await makeActor("PUSKESMAS_ADMIN", { organisationId });
    return inScopeOf(actor, async () => (await db.meeting.findMany({ select: { id: true } })).map(({ id }) => id));
  };
  expect(new Set(await seenBy(partner.id))).toEqual(new Set([joint.id, earlier.id, own.id]));
  expect(await seenBy(other.id)).not.toContain(joint.id);
});

describe("of two offices", () => {
  test("every way to the database is narrowed: client, transaction, statement, pool", async () => {
    const { actor, mine, theirs } = await twoOffices();
    const ids = [mine.id, theirs.id];
    const expected = [{ id: mine.id }];
    const sql = Prisma.sql`SELECT id FROM "Person" WHERE id = ANY(${ids}::uuid[])`;
    const ways = [
      () => db.person.findMany({ where: { id: { in: ids } }, select: { id: true } }),
      () => db.$queryRaw(sql),
      () => readRows(sql),
      async () => (await pool.query(`SELECT id FROM "Person" WHERE id = ANY($1::uuid[])`, [ids])).rows,
      () => transact((tx) => tx.person.findMany({ where: { id: { in: ids } }, select: { id: true } })),
    ];
    for (const way of ways) {
      expect(await inScopeOf(actor, way)).toEqual(expected);
      expect(await inNobodysRequest(way)).toEqual([]);
    }
  });

  test("neither is a row of another office changed, moved there, deleted or made", async () => {
    const { actor, other, mine, theirs } = await twoOffices();
    await inScopeOf(actor, async () => {
      expect(await db.person.updateMany({ data: { note: "milik saya" } })).toEqual({ count: 2 });
      expect(await db.person.deleteMany({ where: { id: theirs.id } })).toEqual({ count: 0 });
      const move = db.person.update({ where: { id: mine.id }, data: { organisationId: other.id } });
      await expect(move).rejects.toThrow(/row-level security/);
      const made = db.person.create({ data: { id: randomUUID(), organisationId: other.id, name: "Titipan" } });
      await expect(made).rejects.toThrow(/row-level security/);
    });
    expect(await db.person.findUnique({ where: { id: theirs.id }, select: { note: true } })).toEqual({ note: null });
  });

  test("many requests at once on few connections each see their own", async () => {
    const { actor, mine } = await twoOffices();
    const second = await twoOffices();
    const idsOf = (who: typeof actor) => inScopeOf(who, () => db.person.findMany({ select: { organisationId: true } }));
    const answers = await allEnded(Array.from({ length: 60 }, (_, index) => idsOf(index % 2 ? actor : second.actor)));
    for (const [index, answer] of answers.entries())
      expect(new Set(answer.map((row) => row.organisationId))).toEqual(
        new Set([index % 2 ? mine.organisationId : second.own.id]),
      );
  });
});

test("behind a pooler the scope is said in each transaction and stays nowhere", async () => {
  const { actor, mine } = await twoOffices();
  const pooled = new ScopedPool({ connectionString: process.env.DATABASE_URL, max: 1 }, { byTransaction: true });
  const persons = `SELECT id FROM "Person"`;
  const ids = [{ id: mine.id }, { id: expect.any(String) }];
  try {
    await inScopeOf(actor, async () => {
      expect((await pooled.query(persons)).rows).toHaveLength(ids.length);
      const client = await pooled.connect();
      await client.query("BEGIN");
      expect((await client.query({ text: persons, values: [] })).rows).toHaveLength(ids.length);
      await client.query("ROLLBACK");
      await expect(client.query("SELECT 1 / 0")).rejects.toThrow(/division by zero/);
      client.release();
      expect((await pooled.query(`${persons} WHERE id = $1`, [mine.id])).rows).toEqual([{ id: mine.id }]);
    });
    expect((await inNobodysRequest(() => pooled.query(persons))).rows).toEqual([]);
  } finally {
    await pooled.end();
  }
});

test("two requests that look for one row each at the same moment see each their own", async () => {
  const [one, other] = [await makeActor("PUSKESMAS_STAFF"), await makeActor("PUSKESMAS_STAFF")];
  const [ownPerson, otherPerson] = [
    await makePerson({ organisationId: one.organisation.id }),
    await makePerson({ organisationId: other.organisation.id }),
  ];
  const look = (id: string) => db.person.findUnique({ where: { id }, select: { id: true } });
  const both = await allEnded([
    inScopeOf(one, () => look(ownPerson.id)),
    inScopeOf(other, () => look(otherPerson.id)),
    inScopeOf(other, () => look(ownPerson.id)),
    inNobodysRequest(() => look(ownPerson.id)),
    acrossOffices(() => look(otherPerson.id)),
  ]);
  expect(both.map((row) => row?.id ?? null)).toEqual([ownPerson.id, otherPerson.id, null, null, otherPerson.id]);
});
