import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { actionSalt, ensureBuilt } from "@/prisma/run/build.mjs";

test("a build names its actions by their code alone, so that a page opened before it can send its form", async () => {
  const { folder } = await ensureBuilt();
  const manifest = JSON.parse(readFileSync(join(folder, "server/server-reference-manifest.json"), "utf8"));
  // Next hashes every id with this key, and makes a new one for every build unless it is given one.
  expect(manifest.encryptionKey).toBe(actionSalt);
  expect(Object.keys(manifest.node).length).toBeGreaterThan(50);
  expect(readdirSync(join(folder, "static/chunks")).length).toBeGreaterThan(0);
});
