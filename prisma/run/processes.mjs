// Other processes of this machine, and ports.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { createServer } from "node:net";

/** @param {number} milliseconds */
export const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return !isDefunct(pid);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Ended, but nobody asked for its end: below an init that does not, as in a container, it stays so. @param {number} pid */
export function isDefunct(pid) {
  const file = `/proc/${pid}/stat`;
  return process.platform === "linux" && existsSync(file) && /\) Z [^)]*$/.test(readFileSync(file, "utf8"));
}

/**
 * The program that tells of a process where there is no /proc, and its arguments.
 * @param {"command" | "start"} what @param {number} pid @param {NodeJS.Platform} platform
 * @returns {[string, string[]]}
 */
export function askFor(what, pid, platform) {
  if (platform === "win32") {
    const property = what === "command" ? "CommandLine" : "CreationDate.Ticks";
    const script = `(Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}').${property}`;
    return ["powershell.exe", ["-NoProfile", "-Command", script]];
  }
  // Without -ww macOS cuts the line where a terminal would.
  return ["ps", ["-ww", "-p", String(pid), "-o", what === "command" ? "command=" : "lstart="]];
}

/** The command line of a process, empty where there is none. @param {number} pid */
export function commandOf(pid) {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    return execFileSync(...askFor("command", pid, process.platform), { encoding: "utf8", timeout: 10_000 });
  } catch {
    return "";
  }
}

/**
 * When a process began, in the words of the system: two processes of one number differ in it. Empty where there is none.
 * @param {number} pid
 */
export function startOf(pid) {
  try {
    if (process.platform === "linux") {
      // The name, the second field, may hold spaces and brackets of its own.
      const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(")").pop()?.split(" ") ?? [];
      return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${fields[20]}`;
    }
    return execFileSync(...askFor("start", pid, process.platform), {
      encoding: "utf8",
      timeout: 10_000,
      env: { ...process.env, TZ: "UTC", LC_ALL: "C" },
    }).trim();
  } catch {
    return "";
  }
}

/**
 * Processes that work in a folder, as PostgreSQL's do in its cluster; known on Linux only.
 * @param {string} folder
 */
export function processesIn(folder) {
  if (process.platform !== "linux") return [];
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === folder;
    } catch {
      return false;
    }
  });
}

/** A port nobody listens on now. @returns {Promise<number>} */
export function freePort() {
  return new Promise((done, fail) => {
    const server = createServer().once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (typeof address === "object" && address ? done(address.port) : fail(new Error("no port"))));
    });
  });
}
