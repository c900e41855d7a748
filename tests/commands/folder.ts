// Data folders that a test may break: copies of the prepared one, gone afterwards with all that ran on them.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, inject } from "vitest";
import { endLeftovers, postgresOf } from "@/tests/commands/lokmin";

const folders: string[] = [];

/** A data folder of this test's own, with demo data, stopped cleanly. */
export function dataFolderCopy(): string {
  const parent = emptyFolder();
  const data = join(parent, "data");
  // Owners stay: as root the cluster belongs to PostgreSQL's own user.
  if (process.platform === "win32") cpSync(inject("preparedData"), data, { recursive: true });
  else execFileSync("cp", ["-a", inject("preparedData"), data]);
  return data;
}

export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "lokmin-command-"));
  if (process.getuid?.() === 0) execFileSync("chmod", ["711", folder]);
  folders.push(folder);
  return folder;
}

afterEach(() => {
  endLeftovers();
  for (const folder of folders.splice(0)) {
    for (const data of [folder, join(folder, "data")]) {
      const left = postgresOf(data);
      if (left) process.kill(left, "SIGQUIT");
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
