// What the evaluation session of a training found becomes rows of its plan in one step.
import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { findingsSchema } from "@/lib/training-evaluations/finding-schema";
import { saveFindings } from "@/lib/training-evaluations/findings";
import type { Meeting } from "@/prisma/generated/client";
import { listSentences } from "@/tests/factories/events";
import { makeMeeting } from "@/tests/factories/meetings";
import { makePuskesmas } from "@/tests/factories/organisations";
import { makeTraining } from "@/tests/factories/trainings";
import { makeActor } from "@/tests/factories/users";

const day = "2026-11-20";
let clerk: Actor;
let training: Meeting;

beforeEach(async () => {
  const host = await makePuskesmas();
  clerk = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  training = await makeMeeting("IN_PROGRESS", { host, kind: "KALAKARYA", startsAt: new Date(`${day}T02:00:00Z`) });
  await makeTraining(training);
});

const line = (fields: Record<string, string>) => ({ problemId: randomUUID(), itemId: randomUUID(), ...fields });
const parsed = (...rows: object[]) => findingsSchema(day).safeParse({ rows });
const rowsOf = (...rows: object[]) => parsed(...rows).data ?? [];

const flow = { statement: "Alur belum membagi tugas", activity: "Menyusun ulang alur", owner: "UGD" };

test("a finding with a plan makes a problem and its row, one without makes a problem, blank lines nothing", async () => {
  const user = await db.user.findUniqueOrThrow({ where: { id: clerk.userId } });
  const label = [user.name, user.position].filter(Boolean).join(" · ");
  const rows = rowsOf(
    line({ ...flow, deadline: "2026-12-19" }),
    line({ ...flow, statement: "Tas darurat berbeda", owner: label, deadline: "31/12/2026" }),
    line({ statement: "Waktu tanggap belum merata" }),
    line({}),
  );
  const saved = { ok: true, findings: 3, items: 2 };
  expect(await saveFindings(clerk, training.id, rows)).toEqual(saved);
  // The same form sent again.
  expect(await saveFindings(clerk, training.id, rows)).toEqual({ ok: true, findings: 0, items: 0 });
  const items = await db.actionItem.findMany({
    where: { meetingId: training.id },
    orderBy: { number: "asc" },
    select: { number: true, problem: true, responsibleInstitution: true, responsibleUserId: true },
  });
  expect(items).toMatchObject([
    { number: 1, problem: flow.statement, responsibleInstitution: "UGD" },
    { number: 2, problem: "Tas darurat berbeda", responsibleUserId: clerk.userId },
  ]);
  expect((await listSentences()).filter(({ says }) => says.startsWith("menambah"))).toHaveLength(5);
});

test("an existing finding gets its row, and is not written twice", async () => {
  const [first] = rowsOf(line({ statement: "Alur belum jelas" }));
  if (!first) throw new Error("no row");
  await saveFindings(clerk, training.id, [first]);
  const plan = { activity: "Menyusun alur", owner: "UGD", deadline: "2026-12-19" };
  expect(await saveFindings(clerk, training.id, [{ ...first, plan }])).toEqual({ ok: true, findings: 0, items: 1 });
  expect(await db.problem.count({ where: { meetingId: training.id } })).toBe(1);
});

test("one bad line keeps all of them back, and says which", async () => {
  const early = parsed(line({ ...flow, deadline: "2026-12-19" }), line({ ...flow, deadline: "2026-11-19" }));
  expect(early.error?.issues.map(({ path }) => path.join("."))).toEqual(["rows.1.deadline"]);
  const half = parsed(line({ activity: "Menyusun alur" }));
  expect(half.error?.issues.map(({ message }) => message)).toEqual([
    "Isi temuan",
    "Isi penanggung jawab",
    "Isi batas waktu",
  ]);
  expect(parsed(line({})).error?.issues.map(({ message }) => message)).toEqual(["Isi paling sedikit satu temuan"]);
  const long = rowsOf(line({ ...flow, owner: "x".repeat(200), deadline: "2026-12-19" }));
  expect(await saveFindings(clerk, training.id, long)).toMatchObject({ ok: false, field: "rows.0.owner" });
  expect(await db.problem.count()).toBe(0);
});
