// npm run bench -- pegawai: the staffing matrix of a province, its reads alone and its page as an admin waits for it.
import { fork } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../../prisma/run/data-folder.mjs";
import { migrate } from "../../prisma/run/migrate.mjs";
import { node, root } from "../../prisma/run/prepare.mjs";
import { freePort } from "../../prisma/run/processes.mjs";
import { startApp } from "./app.mjs";
import { bundled } from "./fill.mjs";
import { signIn } from "./sign-in.mjs";
import { connectionCounts, measure } from "./speed.mjs";

const secondsEach = 5;
const pages = ["/penugasan/kebutuhan", "/penugasan/perkembangan", "/penugasan"];

/** @param {(words: string) => void} tell */
export async function measureStaff(tell) {
  const folder = mkdtempSync(join(tmpdir(), "lokmin-bench-"));
  // PostgreSQL runs as a user of its own where we are root.
  chmodSync(folder, 0o711);
  try {
    const { account, rows, figures, inService } = await fill(folder);
    tell(`8 kabupaten, 250 puskesmas, 8.000 pegawai, ${rows.toLocaleString("id")} masa kerja`);
    tell(`bertugas: ${inService.map((/** @type {number[]} */ pair) => pair.join(" ")).join(", ")}`);
    for (const [read, { p50, p95 }] of Object.entries(figures)) tell(`${read}: ${line(p50, p95)}`);
    await waitsOf(folder, account, tell);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder */
async function fill(folder) {
  const database = await openDatabase({ folder });
  try {
    await migrate(database.url);
    const out = join(folder, "staff.json");
    const env = { DATABASE_URL: database.url, LOKMIN_SECRET: database.secret, LOG_LEVEL: "silent" };
    await node([await bundled("staff-fixture"), out], { env });
    return JSON.parse(readFileSync(out, "utf8"));
  } finally {
    await database.close();
  }
}

/** @param {string} folder @param {{ email: string, password: string }} account @param {(words: string) => void} tell */
async function waitsOf(folder, account, tell) {
  const port = await freePort();
  const app = await startApp({ folder, port, log: join(folder, "app.log") });
  const load = fork(join(root, "tests/bench/load.mjs"));
  try {
    const headers = { Accept: "text/html", "Accept-Encoding": "gzip", Cookie: await signIn(port, account) };
    for (const page of pages) {
      for (const connections of connectionCounts) {
        const job = { port, method: /** @type {const} */ ("GET"), paths: [page], headers, expected: 200 };
        const { p50, p95 } = await measure(load, { ...job, connections, seconds: secondsEach });
        tell(`${page} ×${connections}: ${line(p50, p95)}`);
      }
    }
  } finally {
    load.disconnect();
    await app.stop();
  }
}

/** @param {number} p50 @param {number} p95 */
function line(p50, p95) {
  return `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`;
}
