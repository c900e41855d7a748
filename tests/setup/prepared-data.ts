// Once per run of the command tests: the app built, and a data folder as the first npm start leaves it. Each test
// works on a copy.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { ensureBuilt, ensureGenerated } from "@/prisma/run/prepare.mjs";
import { startLokmin } from "@/tests/commands/lokmin";

declare module "vitest" {
  interface ProvidedContext {
    preparedData: string;
  }
}

export default async function setup(project: TestProject) {
  await ensureGenerated();
  await ensureBuilt();
  const folder = mkdtempSync(join(tmpdir(), "lokmin-prepared-"));
  const first = await startLokmin({ data: folder });
  try {
    await first.ready();
  } finally {
    await first.stop("SIGTERM");
  }
  project.provide("preparedData", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
