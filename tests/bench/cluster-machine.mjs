// One machine of the cluster: etcd, Patroni and the PostgreSQL that Patroni starts, which end and come back together.
import { spawn } from "node:child_process";
import { chownSync, closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { serverOwner } from "../../prisma/run/postgres-places.mjs";
import { processesIn } from "../../prisma/run/processes.mjs";
import { etcdArguments, patroniSettings } from "./cluster-settings.mjs";

/** @typedef {import("./cluster-settings.mjs").Place} Place */
/** @typedef {import("node:child_process").ChildProcess} Child */
/** @typedef {ReturnType<typeof makeMachine>} Machine */

/** @param {string} folder @param {string} program @param {string[]} args @param {string} log */
export function run(folder, program, args, log) {
  const output = openSync(join(folder, `${log}.log`), "a", 0o666);
  const child = spawn(program, args, { stdio: ["ignore", output, output], cwd: folder, ...serverOwner() });
  closeSync(output);
  return child;
}

/** @param {Child} child @param {NodeJS.Signals} signal */
export async function end(child, signal) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once("exit", done));
  child.kill(signal);
  await Promise.race([ended, pause(30_000, undefined, { ref: false })]);
}

/** @param {string} folder @param {Place} place @param {readonly Place[]} all @param {string} bin of PostgreSQL */
export function makeMachine(folder, place, all, bin) {
  const { name, home } = place;
  const settings = join(home, "patroni.yml");
  const data = join(home, "data");
  mkdirSync(home, { mode: 0o700 });
  writeFileSync(settings, JSON.stringify(patroniSettings(place, all, bin), null, 2));
  const owner = serverOwner();
  if (owner) for (const path of [home, settings]) chownSync(path, owner.uid, owner.gid);
  /** @type {{ etcd?: Child, patroni?: Child, stopped: number[], logged: number }} */
  const own = { stopped: [], logged: 0 };
  const log = () => readFileSync(join(folder, `${name}.log`), "utf8");
  const startEtcd = () => {
    own.etcd = run(folder, "etcd", etcdArguments(place, all), `${name}-etcd`);
  };
  const startPatroni = () => {
    own.patroni = run(folder, "patroni", [settings], name);
  };
  const processes = () => [own.etcd?.pid, own.patroni?.pid, ...processesIn(data)].filter((pid) => pid !== undefined);

  return {
    ...place,
    startEtcd,
    startPatroni,
    /** Ends all of it at once, as when the machine crashes: its clients hear that their connections are gone. */
    kill() {
      for (const pid of [...own.stopped, ...processes()]) send(pid, "SIGKILL");
      own.stopped = [];
    },
    /** As without power: its connections stay open and nothing comes any more. To be killed afterwards. */
    fallSilent() {
      own.stopped = processes();
      for (const pid of own.stopped) send(pid, "SIGSTOP");
    },
    /** As it was, or with a new disk under PostgreSQL. @param {{ isEmptied: boolean }} how */
    startAgain({ isEmptied }) {
      if (isEmptied) rmSync(data, { recursive: true, force: true });
      own.logged = log().length;
      startEtcd();
      startPatroni();
    },
    /** How Patroni brought it back, by what it has written since. */
    wayBack() {
      const since = log().slice(own.logged);
      if (/replica has been created|bootstrapped from leader/.test(since)) return "salinan baru";
      return /running pg_rewind/.test(since) ? "pg_rewind" : "melanjutkan";
    },
    async stop() {
      if (own.stopped.length > 0) this.kill();
      if (own.patroni) await end(own.patroni, "SIGTERM");
    },
    async stopEtcd() {
      if (own.etcd) await end(own.etcd, "SIGTERM");
    },
  };
}

/** @param {number} pid @param {NodeJS.Signals} signal */
function send(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {}
}
