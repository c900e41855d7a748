// Work after the request: asked for with its write or not at all, once however many processes, and put back when one
// dies in the middle.

import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";
import { afterEach, expect, test } from "vitest";
import { NotAllowed } from "@/lib/actor";
import { db, pool } from "@/lib/db";
import { findSending } from "@/lib/email/reads";
import { connectionsAtOnce } from "@/lib/email/transport";
import { queueEmails } from "@/lib/email/writes";
import { runHousekeeping } from "@/lib/jobs/housekeeping";
import { enqueue } from "@/lib/jobs/queue";
import { findHousekeeping, listJobs } from "@/lib/jobs/reads";
import { recoverAbandoned } from "@/lib/jobs/recovery";
import { runJobAgain } from "@/lib/jobs/writes";
import type { Role } from "@/prisma/generated/enums";
import { root } from "@/prisma/run/prepare.mjs";
import { makeInvitation } from "@/tests/factories/invitations";
import { runJobs } from "@/tests/factories/jobs";
import { makeMeeting } from "@/tests/factories/meetings";
import { makeKabupaten, makePuskesmas } from "@/tests/factories/organisations";
import { makeActor } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";

let server: SMTPServer | undefined;
const workers: ChildProcess[] = [];

afterEach(async () => {
  for (const worker of workers.splice(0)) await stopWorker(worker, "SIGKILL");
  for (const one of server?.connections ?? []) one.close();
  await new Promise<void>((done) => (server ? server.close(done) : done()));
  server = undefined;
  delete process.env.SMTP_URL;
  delete process.env.SMTP_FROM;
});

/** A mail server that takes a message when `take` says so. */
async function mailServer(take: (to: string) => Promise<void> = async () => {}) {
  const received: string[] = [];
  const opened = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onData(stream, { envelope }, done) {
      stream.resume();
      stream.on("end", () => {
        const to = envelope.rcptTo[0]?.address ?? "";
        received.push(to);
        take(to).then(() => done());
      });
    },
  });
  opened.on("error", () => {});
  server = opened;
  await new Promise<void>((done) => opened.listen(0, "127.0.0.1", done));
  const address = opened.server.address();
  process.env.SMTP_URL = `smtp://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
  process.env.SMTP_FROM = "undangan@sragi.example";
  return received;
}

/** `npm run worker` on this test's database, ready when this returns. */
async function startWorkerProcess(): Promise<ChildProcess> {
  const worker = spawn(process.execPath, [join(root, "prisma/run/worker.mjs")], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, LOG_LEVEL: "silent" },
  });
  workers.push(worker);
  await new Promise<void>((ready, fail) => {
    worker.once("exit", (code) => fail(new Error(`the worker ended with ${code}`)));
    worker.stdout?.on("data", (chunk: Buffer) => {
      if (chunk.toString().includes("Pekerja Lokmin berjalan")) ready();
    });
  });
  return worker;
}

async function stopWorker(worker: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const ended = new Promise((done) => worker.once("exit", done));
  worker.kill(signal);
  await ended;
}

/** Asked again until it is so; the test's own limit ends it. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo()));
}

async function office(count: number) {
  const host = await makePuskesmas();
  const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  const meeting = await makeMeeting("SCHEDULED", { host, sequence: 1 });
  for (let number = 0; number < count; number += 1)
    await makeInvitation({ meetingId: meeting.id, email: `desa${number}@sragi.example` });
  return { host, actor, meeting };
}

const addresses = (count: number) => Array.from({ length: count }, (_, number) => `desa${number}@sragi.example`).sort();

const isDone = async () => (await db.job.count({ where: { finishedAt: null, failedAt: null } })) === 0;

test("a write that is rolled back has asked for nothing", async () => {
  const { actor, meeting } = await office(0);
  const refused = db.$transaction(async (tx) => {
    const payload = { meetingId: meeting.id, message: "INVITATION" as const };
    await enqueue(tx, { kind: "email.send", payload, actor, subject: "Undangan" });
    throw new Error("refused");
  });
  await expect(refused).rejects.toThrow("refused");
  expect(await db.job.count()).toBe(0);
  expect((await pool.query("SELECT 1 FROM graphile_worker._private_jobs")).rowCount).toBe(0);
});

test("what was planned while the clock was ahead is done once it is put right", async () => {
  const received = await mailServer();
  const { actor, meeting } = await office(1);
  await queueEmails(actor, { meetingId: meeting.id, kind: "INVITATION" });
  await pool.query(`UPDATE graphile_worker._private_jobs
    SET run_at = now() + interval '1 year', created_at = now() + interval '1 year', updated_at = now() + interval '1 year'`);
  await pool.query(`INSERT INTO graphile_worker._private_known_crontabs (identifier, known_since, last_execution)
    VALUES ('backup', now(), now() + interval '1 year')
    ON CONFLICT (identifier) DO UPDATE SET last_execution = excluded.last_execution`);
  await startWorkerProcess();
  await until(isDone);
  expect(received).toEqual(addresses(1));
  const { rows } = await pool.query(
    "SELECT 1 FROM graphile_worker._private_known_crontabs WHERE last_execution > now() + interval '1 hour'",
  );
  expect(rows).toEqual([]);
});

test("two worker processes on one database run each job once", async () => {
  const received = await mailServer();
  const offices = await allEnded(Array.from({ length: 4 }, () => office(0)));
  for (const [index, { meeting }] of offices.entries())
    for (let number = index; number < 20; number += 4)
      await makeInvitation({ meetingId: meeting.id, email: `desa${number}@sragi.example` });
  await startWorkerProcess();
  await startWorkerProcess();
  for (const { actor, meeting } of offices)
    expect(await queueEmails(actor, { meetingId: meeting.id, kind: "INVITATION" })).toMatchObject({ queued: 5 });
  await until(isDone);
  expect(received.toSorted()).toEqual(addresses(20));
  expect(await db.emailDelivery.count({ where: { state: "ACCEPTED" } })).toBe(20);
});

test("killed in the middle, a job is run again by another process, and no message goes twice", async () => {
  let isHeld = true;
  let isReached = () => {};
  const reached = new Promise<void>((done) => (isReached = done));
  // Every connection of the first process holds a message that the server has and does not answer.
  const received = await mailServer(async () => {
    if (!isHeld) return;
    if (received.length === connectionsAtOnce) isReached();
    await new Promise(() => {});
  });
  const { actor, meeting } = await office(8);
  const first = await startWorkerProcess();
  await queueEmails(actor, { meetingId: meeting.id, kind: "INVITATION" });
  await reached;
  await stopWorker(first, "SIGKILL");
  isHeld = false;
  await startWorkerProcess();
  await until(async () => (await recoverAbandoned()) > 0 || (await isDone()));
  await until(isDone);
  expect(received.toSorted()).toEqual(addresses(8));
  // What the dead process had sent without hearing of it is told, not sent again.
  const sending = await findSending(actor, meeting.id);
  expect(sending).toMatchObject({ state: "done", total: 8, waiting: 0 });
  expect(await db.emailDelivery.count({ where: { state: "UNCERTAIN" } })).toBe(connectionsAtOnce);
});

test("stopped in order, a job ends its message and is put back as it was", async () => {
  let release = () => {};
  const released = new Promise<void>((done) => (release = done));
  let isReached = () => {};
  const reached = new Promise<void>((done) => (isReached = done));
  const received = await mailServer(async () => {
    isReached();
    await released;
  });
  const { actor, meeting } = await office(8);
  const first = await startWorkerProcess();
  await queueEmails(actor, { meetingId: meeting.id, kind: "INVITATION" });
  await reached;
  const stopped = stopWorker(first, "SIGTERM");
  release();
  await stopped;
  const left = 8 - received.length;
  expect(await db.job.findFirst()).toMatchObject(
    left > 0 ? { startedAt: null, finishedAt: null, attempts: 0 } : { startedAt: null },
  );
  expect(await db.emailDelivery.count({ where: { state: "WAITING" } })).toBe(left);
  await runJobs();
  expect(received.toSorted()).toEqual(addresses(8));
  expect(await db.emailDelivery.count({ where: { state: "ACCEPTED" } })).toBe(8);
});

test("who may no more when it runs gets nothing done", async () => {
  const received = await mailServer();
  const { actor, meeting } = await office(1);
  await queueEmails(actor, { meetingId: meeting.id, kind: "INVITATION" });
  await db.user.update({ where: { id: actor.userId }, data: { deactivatedAt: new Date() } });
  await runJobs();
  expect(received).toEqual([]);
  expect(await db.job.findFirst()).toMatchObject({ outcome: "Akun yang memintanya sudah dinonaktifkan." });
  expect(await db.emailDelivery.findFirst()).toMatchObject({ state: "GIVEN_UP" });
});

test("a job that dies at every attempt is given up in words", async () => {
  await mailServer();
  const { actor, meeting } = await office(1);
  await queueEmails(actor, { meetingId: meeting.id, kind: "INVITATION" });
  await db.job.updateMany({ data: { startedAt: new Date(), attempts: 8 } });
  await pool.query("UPDATE graphile_worker._private_jobs SET attempts = 8, locked_by = 'gone', locked_at = now()");
  expect(await recoverAbandoned()).toBe(1);
  expect(await db.job.findFirst()).toMatchObject({
    outcome: expect.stringContaining("berulang kali"),
    startedAt: null,
  });
  expect((await db.job.findFirst())?.failedAt).not.toBeNull();
  expect(await db.emailDelivery.findFirst()).toMatchObject({ state: "GIVEN_UP" });
});

test("the admin of an office sees and runs again the jobs of that office alone", async () => {
  process.env.SMTP_URL = "smtp://127.0.0.1:9";
  process.env.SMTP_FROM = "undangan@sragi.example";
  const dinkes = await makeKabupaten();
  const host = await makePuskesmas({ parentId: dinkes.id });
  const neighbour = await makePuskesmas({ parentId: dinkes.id });
  const staff = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  const meeting = await makeMeeting("SCHEDULED", { host, sequence: 1, title: "Lokmin Uji" });
  await makeInvitation({ meetingId: meeting.id, email: "camat@sragi.example" });
  await queueEmails(staff, { meetingId: meeting.id, kind: "INVITATION" });
  await runJobs();
  const { id } = await db.job.findFirstOrThrow();
  const admin = await makeActor("PUSKESMAS_ADMIN", { organisationId: host.id });
  const { jobs } = await listJobs(admin, 1);
  expect(jobs).toMatchObject([
    {
      ...{ id, state: "retrying", requester: staff.name, subject: "Undangan: Lokmin Uji", attempts: 1 },
      outcome: expect.stringContaining("tidak menjawab"),
    },
  ]);
  const others: [Role, string][] = [
    ["PUSKESMAS_ADMIN", neighbour.id],
    ["DINKES_ADMIN", dinkes.id],
  ];
  for (const [role, organisationId] of others) {
    const other = await makeActor(role, { organisationId });
    expect((await listJobs(other, 1)).jobs).toEqual([]);
    await expect(runJobAgain(other, id)).rejects.toThrow(NotAllowed);
  }
  for (const role of ["PUSKESMAS_STAFF", "PUSKESMAS_HEAD", "PUSKESMAS_READER"] as const) {
    const colleague = await makeActor(role, { organisationId: host.id });
    await expect(listJobs(colleague, 1)).rejects.toThrow(NotAllowed);
    await expect(runJobAgain(colleague, id)).rejects.toThrow(NotAllowed);
  }
  const received = await mailServer();
  expect(await runJobAgain(admin, id)).toEqual({ ok: true });
  await runJobs();
  expect(received).toEqual(["camat@sragi.example"]);
  expect(await runJobAgain(admin, id)).toMatchObject({ ok: false });
});

test("housekeeping deletes uploads nobody confirmed and tells when it last ran", async () => {
  const { actor, host } = await office(0);
  const draft = { kind: "DIRECTORY" as const, organisationId: host.id, userId: actor.userId, fileName: "x", rows: [] };
  const old = new Date(Date.now() - 90_000_000);
  await db.importDraft.createMany({
    data: [
      { ...draft, id: "00000000-0000-4000-8000-000000000001", createdAt: old },
      { ...draft, id: "00000000-0000-4000-8000-000000000002" },
    ],
  });
  await runHousekeeping(new Date());
  await runHousekeeping(new Date());
  expect(await db.importDraft.count()).toBe(1);
  expect(await db.job.count()).toBe(1);
  const admin = await makeActor("PUSKESMAS_ADMIN", { organisationId: host.id });
  expect(await findHousekeeping(admin)).toEqual({ finishedAt: expect.any(Date) });
  expect((await listJobs(admin, 1)).jobs).toEqual([]);
});
