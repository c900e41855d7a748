// Real processes: npm start as a user has it, on a folder and a port of its own.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { root } from "@/prisma/run/prepare.mjs";
import { freePort, isAlive, pause } from "@/prisma/run/processes.mjs";

/** On a busy machine a first start takes many times its nine seconds. */
const slowestStart = 400_000;

export type Ended = { code: number | null; stdout: string; stderr: string };

type Settings = {
  data: string;
  env?: Record<string, string>;
  command?: "start" | "demo" | "worker" | "move-files" | "restore-admin" | "backup" | "restore";
  args?: string[];
  port?: number;
  /** Another Node than the one at hand. */
  program?: string;
  /** Another copy of the sources. */
  tree?: string;
};

const children: ChildProcess[] = [];

/** Ends what a failed test left running, so that it is in nobody's way. */
export function endLeftovers(): void {
  for (const child of children.splice(0))
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
}

/** Starts a command and returns at once; `ready` waits until it answers, `ended` until it is gone. */
export async function startLokmin({
  data,
  env = {},
  command = "start",
  args = [],
  port,
  program = process.execPath,
  tree = root,
}: Settings) {
  const ownPort = port ?? (await freePort());
  const child = spawn(program, [join(tree, `prisma/run/${command}.mjs`), ...args], {
    cwd: tree,
    // A process group of its own: a terminal's Ctrl-C reaches the whole group.
    detached: process.platform !== "win32",
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...cleanEnvironment(),
      PORT: String(ownPort),
      LOKMIN_DATA_DIR: data,
      LOKMIN_THROWAWAY_DATA: "1",
      LOG_LEVEL: "error",
      ...env,
    },
  });
  children.push(child);
  const output = { stdout: "", stderr: "" };
  child.stdout?.on("data", (chunk) => (output.stdout += chunk));
  child.stderr?.on("data", (chunk) => (output.stderr += chunk));
  const ended = new Promise<Ended>((done) => child.once("close", (code) => done({ code, ...output })));
  const url = `http://localhost:${ownPort}`;
  return {
    child,
    url,
    port: ownPort,
    output,
    ended,
    /** Waits for the last line of a good start. @throws when it ended instead */
    async ready() {
      for (const until = Date.now() + slowestStart; !output.stdout.includes("Berhenti: Ctrl-C"); await pause(50)) {
        if (child.exitCode !== null || child.signalCode !== null || Date.now() > until)
          throw new Error(`Not ready:\n${output.stdout}\n${output.stderr}`);
      }
      return output.stdout;
    },
    /** The server itself, which npm start keeps running; known on Linux. */
    server: () => childrenOf(child.pid ?? 0)[0] ?? 0,
    async stop(signal: NodeJS.Signals) {
      child.kill(signal);
      return ended;
    },
  };
}

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean).map(Number);
}

/** Waits for a command that should end by itself, for the sentence it ends with. */
export async function endOf(settings: Settings): Promise<Ended> {
  const started = await startLokmin(settings);
  const late = setTimeout(() => started.child.kill("SIGKILL"), slowestStart);
  const ended = await started.ended;
  clearTimeout(late);
  return ended;
}

/** Ended with 1 and one sentence: no stack, nothing else on the error stream. */
export function expectSentence({ code, stderr }: Ended, sentence: RegExp) {
  expect(stderr.trim()).toMatch(sentence);
  expect(stderr.trim().split("\n"), stderr).toHaveLength(1);
  expect(stderr).toMatch(/^\s*✗ /);
  expect(code).toBe(1);
}

/** What a terminal does at Ctrl-C. */
export function interruptGroup(child: ChildProcess, signal: NodeJS.Signals = "SIGINT") {
  process.kill(-(child.pid ?? 0), signal);
}

/** The PostgreSQL of a data folder, 0 where none runs. */
export function postgresOf(data: string): number {
  const file = join(clusterOf(data), "postmaster.pid");
  const pid = existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : 0;
  return pid > 0 && isAlive(pid) ? pid : 0;
}

export function clusterOf(data: string): string {
  return join(data, "postgres");
}

export async function health(url: string): Promise<number> {
  return fetch(`${url}/api/sehat`, { signal: AbortSignal.timeout(10_000) }).then(
    ({ status }) => status,
    () => 0,
  );
}

/** The environment without what would lead to another database or address. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const { DATABASE_URL, LOKMIN_SECRET, LOKMIN_DEMO_PASSWORD, APP_URL, NEXTAUTH_URL, HOST, NODE_ENV, S3_URL, ...rest } =
    process.env;
  return rest as NodeJS.ProcessEnv;
}
