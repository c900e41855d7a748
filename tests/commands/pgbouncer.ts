import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { serverOwner } from "@/prisma/run/postgres-places.mjs";
import { freePort, pause } from "@/prisma/run/processes.mjs";
import { findProgram } from "@/tests/setup/programs";
import { emptyFolder } from "./folder";

/** PgBouncer in transaction mode, with fewer connections to the database than it has clients. */
export async function startPgBouncer(url: string) {
  const { port: database, username, password, pathname } = new URL(url);
  const folder = emptyFolder();
  const port = await freePort();
  const file = join(folder, "pgbouncer.ini");
  writeFileSync(
    file,
    `[databases]
lokmin = host=127.0.0.1 port=${database} dbname=${pathname.slice(1)} user=${username} password=${password}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 6
`,
  );
  chmodSync(file, 0o644);
  // It refuses to run as root.
  const child = spawn(findProgram("pgbouncer") ?? "pgbouncer", ["-q", file], { stdio: "ignore", ...serverOwner() });
  while (!(await listens(port)) && child.exitCode === null) await pause(50);
  return { url: `postgresql://${username}@127.0.0.1:${port}/lokmin`, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((done) => child.once("exit", done));
  if (child.exitCode === null && child.kill("SIGTERM")) await ended;
}

function listens(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, "127.0.0.1", () => done(socket.destroy() !== null));
    socket.once("error", () => done(false));
  });
}
