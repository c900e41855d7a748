// Once per run of the end-to-end tests: the built app with demo data in a folder that is thrown away afterwards.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt } from "@/prisma/run/build.mjs";
import { ensureGenerated, root } from "@/prisma/run/prepare.mjs";
import { signInEverybody } from "./sessions";

const slowestStart = 180_000;

export default async function startServer() {
  const { LOKMIN_E2E_PORT: port = "", LOKMIN_E2E_DATA: data = "" } = process.env;
  rmSync(data, { recursive: true, force: true });
  takePrepared(data);
  await ensureGenerated();
  await ensureBuilt();
  const server = spawn(process.execPath, ["prisma/run/start.mjs"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...withoutDatabase(process.env),
      PORT: port,
      HOST: "127.0.0.1",
      LOKMIN_DATA_DIR: data,
      LOKMIN_THROWAWAY_DATA: "1",
      LOG_LEVEL: "error",
      TZ: "Pacific/Kiritimati",
    },
  });
  let output = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (chunk) => (output += chunk));
  const ended = new Promise<void>((done) => server.once("exit", () => done()));
  const stop = async () => {
    if (server.exitCode === null) {
      server.kill("SIGTERM");
      const late = setTimeout(() => server.kill("SIGKILL"), 30_000);
      await ended;
      clearTimeout(late);
    }
    rmSync(data, { recursive: true, force: true });
  };
  for (const from = Date.now(); !(await isHealthy(port)); ) {
    if (server.exitCode === null && Date.now() - from < slowestStart) continue;
    await stop();
    throw new Error(`The server did not start:\n${output}`);
  }
  try {
    await signInEverybody(`http://localhost:${port}`, data);
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

/** What the command tests of the same run have filled; owners stay, since as root the cluster is another user's. */
function takePrepared(data: string) {
  const { LOKMIN_PREPARED_DATA: prepared = "" } = process.env;
  if (process.platform !== "win32" && existsSync(join(prepared, "demo.json")))
    execFileSync("cp", ["-a", prepared, data]);
}

/** The tests bring their own database: one that happens to be named in the environment stays untouched. */
function withoutDatabase(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { DATABASE_URL, LOKMIN_SECRET, APP_URL, NEXTAUTH_URL, ...rest } = env;
  return rest;
}

async function isHealthy(port: string): Promise<boolean> {
  await new Promise((done) => setTimeout(done, 200));
  return fetch(`http://localhost:${port}/api/sehat`, { signal: AbortSignal.timeout(5000) }).then(
    ({ ok }) => ok,
    () => false,
  );
}
