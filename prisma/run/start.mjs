// npm start: a small process that keeps the server running. One that dies once it has served is started again; one that
// could not start ends with its sentence.
import { fork } from "node:child_process";
import { constants } from "node:os";
import { fileURLToPath } from "node:url";
import { nextDelay } from "./restarts.mjs";
import { withTaken } from "./words.mjs";

const server = fileURLToPath(new URL("server.mjs", import.meta.url));

/**
 * glibc keeps memory per thread: with two such stores instead of eight per core the server holds a sixth less. Without a
 * threshold of its own it also keeps what was large and is free.
 */
const env = { MALLOC_ARENA_MAX: "2", MALLOC_TRIM_THRESHOLD_: "131072", ...process.env };

let isStopping = false;
let hasServed = false;
let delay = 0;

/**
 * A page leaves 3 MB of short-lived objects behind: with more room for them fewer are copied, which takes a tenth off a page
 * under load. Once that has passed the room is given back (lib/web/idle-memory.ts).
 */
const execArgv = [...process.execArgv, "--max-semi-space-size=64"];

/** @type {import("node:child_process").ChildProcess | undefined} */
let running;

function start() {
  let served = false;
  // What was asked for once is done, and the page is open already.
  const asked = hasServed ? [] : withTaken(process.argv.slice(2), ["tinggalkan-contoh"], process.env);
  const opens = hasServed ? { LOKMIN_OPEN: "" } : {};
  running = fork(server, asked, {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    execArgv,
    env: { ...env, ...opens },
  });
  running.once("message", () => {
    hasServed = true;
    served = true;
  });
  running.once("exit", (code, signal) => {
    if (isStopping || !hasServed || code === 0) process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0));
    delay = nextDelay({ delay, served });
    console.error(`\nServer Lokmin mati tiba-tiba (${signal ?? `kode ${code}`}); dijalankan lagi.`);
    setTimeout(() => isStopping || start(), delay);
  });
}

/** The server ends in order when its channel is closed, which Windows knows too, and which happens without us as well. */
function stop() {
  if (isStopping) return;
  isStopping = true;
  if (running?.connected) running.disconnect();
  else process.exit(0);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
start();
