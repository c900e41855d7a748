// npm run bench: how fast the production build answers beside a bare Node server that sends the same bytes in the
// same run, how heavy its pages are, how soon it is up and how much memory it holds. `--json FILE` keeps the figures,
// `--only invitee,answer,list,meeting,followUp` measures fewer pages. `--against FOLDER` compares two staff pages, or those
// of --only, with another built tree instead. `pegawai` measures the staffing matrix of a province,
// `naik` the upgrade of a large installation, `cadangan` backup and restore of a kabupaten's year, `kebijakan` what row-level security costs a page.
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ensureBuilt } from "../../prisma/run/build.mjs";
import { ensureGenerated, ensureInstalled, requireNode } from "../../prisma/run/prepare.mjs";
import { run, seconds } from "../../prisma/run/say.mjs";

await run(async () => {
  const from = performance.now();
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: "string" },
      only: { type: "string" },
      against: { type: "string" },
      puskesmas: { type: "string" },
      folder: { type: "string" },
      megabytes: { type: "string" },
      salinan: { type: "string" },
    },
  });
  requireNode();
  if (positionals[0] === "klik") return countIn("e2e/clicks");
  if (positionals[0] === "baris") return countIn("e2e/rows");
  await ensureInstalled();
  await ensureGenerated();
  if (positionals[0] === "cadangan") return measureBackups(values);
  await ensureBuilt();
  // Only now, since these need what was installed.
  if (positionals[0] === "kebijakan") return measurePolicyCost(values);
  if (positionals[0] === "negara") return measureNation(values);
  if (positionals[0] === "tes") return measureTraining(values);
  if (positionals[0] === "klaster")
    return inFolder(values, async (folder) =>
      (await import("../bench/cluster.mjs")).measureCluster(folder, console.log),
    );
  if (positionals[0] === "dua")
    return inFolder(values, async (folder) =>
      (await import("../bench/instances.mjs")).measureInstances(folder, console.log),
    );
  if (positionals[0] === "naik")
    return inFolder(values, async (folder) =>
      (await import("../bench/upgrade.mjs")).measureUpgrade(folder, Number(values.salinan ?? 1000), console.log),
    );
  if (positionals[0] === "pegawai") return (await import("../bench/staff.mjs")).measureStaff(console.log);
  const { collectFigures } = await import("../bench/figures.mjs");
  const { measureAgainst } = await import("../bench/against.mjs");
  const { printAgainst, printFigures } = await import("../bench/report.mjs");
  const folder = mkdtempSync(join(tmpdir(), "lokmin-bench-"));
  // PostgreSQL runs as a user of its own where we are root.
  chmodSync(folder, 0o711);
  try {
    const only = values.only?.split(",");
    const figures = values.against
      ? await measureAgainst(folder, values.against, only ?? ["list", "meeting"])
      : await collectFigures(folder, only);
    if ("pages" in figures) printAgainst(figures);
    else printFigures(figures);
    if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
    console.log(`\nSelesai (${seconds(performance.now() - from)})`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** @param {{ puskesmas?: string | undefined, folder?: string | undefined, json?: string | undefined }} values */
async function measureNation({ puskesmas, folder: kept, json }) {
  const { measureCountry, sizesOf } = await import("../bench/country.mjs");
  const folder = kept ?? mkdtempSync(join(tmpdir(), "lokmin-bench-"));
  chmodSync(folder, 0o711);
  try {
    const sizes = await measureCountry(folder, sizesOf(Number(puskesmas ?? 1040)), console.log);
    if (json) writeFileSync(json, `${JSON.stringify(sizes, null, 2)}\n`);
  } finally {
    if (!kept) rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {{ megabytes?: string | undefined, json?: string | undefined }} values */
async function measureBackups({ megabytes, json }) {
  const { measureBackup } = await import("../bench/backup.mjs");
  const folder = mkdtempSync(join(tmpdir(), "lokmin-bench-"));
  chmodSync(folder, 0o711);
  try {
    const figures = await measureBackup(folder, Number(megabytes ?? 2048), console.log);
    if (json) writeFileSync(json, `${JSON.stringify(figures, null, 2)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {number} on @param {number} off */
function more(on, off) {
  return `${((on / off - 1) * 100).toFixed(1)} %`;
}

/** @param {{ only?: string | undefined }} values */
async function measurePolicyCost({ only }) {
  const { measurePolicies } = await import("../bench/policies.mjs");
  const folder = mkdtempSync(join(tmpdir(), "lokmin-bench-"));
  chmodSync(folder, 0o711);
  try {
    await measurePolicies(
      folder,
      ({ page, off, on }) =>
        console.log(
          `${page}: ${off.time.toFixed(2)} ms tanpa, ${on.time.toFixed(2)} ms dengan kebijakan baris (${more(on.time, off.time)}); prosesor ${off.cpu.toFixed(2)} dan ${on.cpu.toFixed(2)} ms (${more(on.cpu, off.cpu)})`,
        ),
      only?.split(","),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {{ json?: string | undefined }} values */
async function measureTraining({ json }) {
  const { measureTest } = await import("../bench/training-test.mjs");
  const folder = mkdtempSync(join(tmpdir(), "lokmin-bench-"));
  chmodSync(folder, 0o711);
  try {
    const figures = await measureTest(folder, console.log);
    if (json) writeFileSync(json, `${JSON.stringify(figures, null, 2)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {{ json?: string | undefined }} values @param {(folder: string) => Promise<object>} work */
async function inFolder({ json }, work) {
  const folder = mkdtempSync(join(tmpdir(), "lokmin-bench-"));
  chmodSync(folder, 0o711);
  try {
    const figures = await work(folder);
    if (json) writeFileSync(json, `${JSON.stringify(figures, null, 2)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The counts are tests too, with the most that each work may cost.
 * @param {string} file
 */
function countIn(file) {
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, "test.mjs"), file], { stdio: "inherit" });
  process.exitCode = status ?? 1;
}
