// What processes took of the processors so far, on Linux.
import { readdirSync, readFileSync } from "node:fs";

const msPerTick = 10;

/** Milliseconds of these processes and their children, also of those that ended. @param {number[]} pids @returns {number} */
export function cpuOf(pids) {
  const wanted = new Set(pids);
  let ticks = 0;
  for (const name of readdirSync("/proc")) {
    const fields = /^\d+$/.test(name) ? fieldsOf(Number(name)) : null;
    if (!fields) continue;
    if (wanted.has(Number(name))) ticks += sum(fields.slice(11, 15));
    else if (wanted.has(fields[1] ?? 0)) ticks += sum(fields.slice(11, 13));
  }
  return ticks * msPerTick;
}

/** Of /proc/<pid>/stat, from the state on. @param {number} pid */
function fieldsOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text
      .slice(text.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
  } catch {
    return null;
  }
}

/** @param {number[]} values */
const sum = (values) => values.reduce((a, b) => a + b, 0);
