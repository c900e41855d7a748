// Once per run of the command tests: the app built, and a data folder as the first npm start leaves it. Each test
// works on a copy, and the end-to-end tests of the same run on another one.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { ensureBuilt } from "@/prisma/run/build.mjs";
import { ensureGenerated } from "@/prisma/run/prepare.mjs";
import { startLokmin } from "@/tests/commands/lokmin";

declare module "vitest" {
  interface ProvidedContext {
    preparedData: string;
  }
}

export default async function setup(project: TestProject) {
  await ensureGenerated();
  await ensureBuilt();
  // Named and removed by npm test.
  const { LOKMIN_PREPARED_DATA: shared } = process.env;
  const folder = shared ?? mkdtempSync(join(tmpdir(), "lokmin-prepared-"));
  const first = await startLokmin({ data: folder });
  try {
    await first.ready();
  } finally {
    await first.stop("SIGTERM");
  }
  project.provide("preparedData", folder);
  return () => {
    if (!shared) rmSync(folder, { recursive: true, force: true });
  };
}
