import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { pool } from "@/lib/db";
import { routeOf } from "@/lib/metrics/route";
import { readWorkState } from "@/lib/metrics/work-state";
import { version } from "@/package.json";

const register = new Registry();
collectDefaultMetrics({ register });

const requests = new Counter({
  name: "lokmin_permintaan_total",
  help: "Requests answered, by route, method and status",
  labelNames: ["route", "method", "status"],
  registers: [register],
});

const durations = new Histogram({
  name: "lokmin_permintaan_detik",
  help: "Seconds from a request's arrival to the end of its answer, by route",
  labelNames: ["route"],
  buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10],
  registers: [register],
});

const running = new Gauge({
  name: "lokmin_permintaan_berjalan",
  help: "Requests being answered now",
  registers: [register],
});

new Gauge({
  name: "lokmin_versi",
  help: "1, with the version of the app",
  labelNames: ["version"],
  registers: [register],
}).set({ version }, 1);

new Gauge({
  name: "lokmin_koneksi",
  help: "Connections to the database of this process: all, idle, and requests that wait for one",
  labelNames: ["state"],
  registers: [register],
  collect() {
    for (const [state, count] of Object.entries(pool.connections())) this.set({ state }, count);
  },
});

const databaseUp = gauge("lokmin_basis_data", "1 where the database answered this reading, else 0");
const jobs = new Gauge({
  name: "lokmin_pekerjaan",
  help: "Jobs that wait or run, and those given up within a day; the same of every process on one database",
  labelNames: ["state"],
  registers: [register],
});
const oldestJob = gauge("lokmin_pekerjaan_tertua_detik", "Age of the oldest job not begun, 0 where none waits");
const backupAge = gauge("lokmin_cadangan_umur_detik", "Age of the last whole backup, NaN where there is none");

function gauge(name: string, help: string): Gauge {
  return new Gauge({ name, help, registers: [register] });
}

export function requestBegan(): void {
  running.inc();
}

/** @param ms from its arrival to the end of its answer */
export function requestEnded(url: string, method: string, status: number, ms: number): void {
  running.dec();
  const route = routeOf(url, status);
  requests.inc({ route, method: methodOf(method), status: String(status) });
  durations.observe({ route }, ms / 1000);
}

/** Anything may be sent as a method. */
function methodOf(method: string): string {
  return ["GET", "HEAD", "POST"].includes(method) ? method : "lain";
}

/** Prometheus gives up after ten seconds, and would miss the very reading that says so. */
const slowestAnswer = 3000;

function late(): Promise<null> {
  return new Promise((done) => {
    setTimeout(() => done(null), slowestAnswer).unref();
  });
}

/** All metrics in the Prometheus text format; without those of the database where it does not answer. */
export async function writeMetrics(): Promise<{ type: string; body: string }> {
  const state = await Promise.race([readWorkState().catch(() => null), late()]);
  databaseUp.set(state ? 1 : 0);
  jobs.reset();
  if (state) {
    for (const [name, count] of Object.entries(state.jobs)) jobs.set({ state: name }, count);
    oldestJob.set(state.oldestWaitingSeconds);
    backupAge.set(state.backupAgeSeconds ?? Number.NaN);
  } else {
    oldestJob.set(Number.NaN);
    backupAge.set(Number.NaN);
  }
  return { type: register.contentType, body: await register.metrics() };
}
