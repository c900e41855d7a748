import { type JobHelpers, Logger, parseCronItems, run, type Task, type TaskList } from "graphile-worker";
import pg from "pg";
import { z } from "zod";
import { runDailyBackup } from "@/lib/backups/job";
import { remindOfExpiry } from "@/lib/certificates/remind";
import { acrossOffices } from "@/lib/database-scope";
import { settleClock, watchClock } from "@/lib/jobs/clock";
import { runHousekeeping } from "@/lib/jobs/housekeeping";
import { jobKinds } from "@/lib/jobs/kinds";
import { failUnqueued, holdPresence, recoverAbandoned } from "@/lib/jobs/recovery";
import { runJob } from "@/lib/jobs/run";
import { log } from "@/lib/log";
import { refreshSummaries } from "@/lib/matrix/summary";
import { runNotifications } from "@/lib/notifications/run";

const jobsAtOnce = 2;
const recoveryMs = 30_000;

const queued = z.object({ id: z.string() });

async function runQueued(payload: unknown, { job, abortSignal }: JobHelpers): Promise<void> {
  await runJob(queued.parse(payload).id, {
    attempt: job.attempts,
    isLast: job.attempts >= job.max_attempts,
    signal: abortSignal,
  });
}

/** The installation's own work; what a user asked for runs with his office's rows, see runJob. */
const ofInstallation =
  (task: Task): Task =>
  (payload, helpers) =>
    acrossOffices(() => task(payload, helpers));

const everyTask: TaskList = {
  ...Object.fromEntries(jobKinds.map((kind) => [kind, runQueued])),
  housekeeping: () => runHousekeeping(new Date()),
  backup: async (_, { abortSignal }) => void (await runDailyBackup(new Date(), abortSignal)),
  expiry: async () => void (await remindOfExpiry(new Date())),
  summaries: async (_, { abortSignal }) => void (await refreshSummaries(new Date(), abortSignal)),
  notifications: (_, { abortSignal }) => runNotifications(new Date(), abortSignal),
};

export const tasks: TaskList = Object.fromEntries(
  Object.entries(everyTask).map(([name, task]) => [name, task && ofInstallation(task)]),
);

const crontab = parseCronItems([
  { task: "housekeeping", match: "17 * * * *", options: { backfillPeriod: 3_600_000, maxAttempts: 3 } },
  // One at a time of all processes; one that failed is due again in an hour.
  { task: "backup", match: "7 * * * *", options: { backfillPeriod: 3_600_000, maxAttempts: 1, queueName: "backup" } },
  // Before offices open in the whole country.
  { task: "expiry", match: "30 21 * * *", options: { backfillPeriod: 86_400_000, maxAttempts: 3 } },
  { task: "summaries", match: "*/10 * * * *", options: { backfillPeriod: 600_000, maxAttempts: 2 } },
  // One at a time of all processes; what the next minute finds waiting, it does then.
  {
    task: "notifications",
    match: "* * * * *",
    options: { queueName: "notifications", jobKey: "notifications", jobKeyMode: "preserve_run_at", maxAttempts: 1 },
  },
]);

export const logger = new Logger(() => (level, message, meta) => {
  if (level === "error" || level === "warning") log.warn({ queue: meta?.failure ? "job failed" : message }, "antrean");
});

export function openQueuePool(url: string): pg.Pool {
  const queuePool = new pg.Pool({ connectionString: url, max: jobsAtOnce + 2 });
  // A connection cut while idle is no reason to fall: the pool opens another.
  queuePool.on("error", () => {});
  queuePool.on("connect", (client) => client.on("error", () => {}));
  return queuePool;
}

export async function startWorker(url: string): Promise<{ stop: () => Promise<void> }> {
  const queuePool = openQueuePool(url);
  const presences: Awaited<ReturnType<typeof holdPresence>>[] = [];
  const presenceOf = new Map<string, Promise<void>>();
  const plugin: GraphileConfig.Plugin = {
    name: "LokminPresence",
    version: "1",
    worker: {
      hooks: {
        // Before the first job is taken, so that nobody finds it abandoned.
        startWorker(_, { worker }) {
          const { id } = worker.workerPool;
          const held = presenceOf.get(id) ?? holdPresence(url, id).then((presence) => void presences.push(presence));
          presenceOf.set(id, held);
          return held;
        },
      },
    },
  };
  await acrossOffices(recoverAbandoned);
  await acrossOffices(failUnqueued);
  const start = async () => {
    await acrossOffices(settleClock);
    const started = await run({
      pgPool: queuePool,
      concurrency: jobsAtOnce,
      noHandleSignals: true,
      taskList: tasks,
      parsedCronItems: crontab,
      logger,
      // Work that can stop is told so at once and puts itself back.
      gracefulShutdownAbortTimeout: 0,
      // No task is a program of its own; on Windows that plugin warns at every start.
      preset: { plugins: [plugin], disablePlugins: ["LoadTaskFromExecutableFilePlugin"] },
    });
    started.promise.catch((error) => log.error({ err: error }, "pekerja berhenti"));
    return started;
  };
  let runner = await start();
  const isClockSet = watchClock();
  let isRestartDue = false;
  let restarting = Promise.resolve();
  // The library waits for the minute it expects next, or goes through all that were left out.
  const restartIfDue = async () => {
    if (!isRestartDue) return;
    await runner.stop().catch(() => {});
    runner = await start();
    isRestartDue = false;
    log.warn("jam komputer disetel; jadwal pekerjaan dimulai lagi");
  };
  const recovering = setInterval(() => {
    acrossOffices(recoverAbandoned).catch((error) => log.warn({ err: error }, "pemulihan pekerjaan gagal"));
    isRestartDue = isClockSet() || isRestartDue;
    restarting = restarting
      .then(restartIfDue)
      .catch((error) => log.warn({ err: error }, "jadwal pekerjaan belum dimulai lagi"));
  }, recoveryMs);
  return {
    async stop() {
      clearInterval(recovering);
      await restarting;
      await runner.stop().catch(() => {});
      for (const presence of presences) await presence.release();
      await queuePool.end();
    },
  };
}
