// The disk of the embedded database fills up in the middle of writes: each is whole or not there, and it goes on once
// there is room.
import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { expect, test } from "vitest";
import { isUnavailable, labelUnavailable, storageFullDigest } from "@/lib/unavailable";
import { startPostgres } from "@/prisma/run/postgres.mjs";
import { pause } from "@/prisma/run/processes.mjs";

/** Of so many megabytes; only root may make one. */
function smallDisk(place: string, megabytes: number): boolean {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m,mode=711`, "tmpfs", place], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

test("what was acknowledged is there, what was not leaves nothing, and it goes on when there is room", async ({
  skip,
}) => {
  const place = mkdtempSync(join(tmpdir(), "lokmin-full-"));
  chmodSync(place, 0o711);
  if (!smallDisk(place, 140)) {
    rmSync(place, { recursive: true });
    return skip("needs root and mount");
  }
  writeFileSync(join(place, "ballast"), Buffer.alloc(24 * 1024 * 1024));
  const postgres = await startPostgres({ home: place, password: "x", firstPause: 50 });
  const pool = new pg.Pool({ connectionString: postgres.url("postgres"), max: 1 });
  pool.on("error", () => {});
  try {
    await pool.query("CREATE TABLE one (id int PRIMARY KEY, words text)");
    await pool.query("CREATE TABLE other (id int PRIMARY KEY REFERENCES one)");
    await pool.query("ALTER TABLE one ALTER words SET STORAGE EXTERNAL");
    const write = (id: number) =>
      pool.query(
        `WITH made AS (INSERT INTO one VALUES (${id}, repeat('x', 500000)) RETURNING id) INSERT INTO other SELECT ${id} FROM made`,
      );
    let acknowledged = 0;
    let failure: unknown;
    for (let id = 1; id <= 400 && failure === undefined; id += 1)
      await write(id).then(
        () => (acknowledged = id),
        (error) => (failure = error),
      );
    expect(acknowledged).toBeGreaterThan(0);
    expect(isUnavailable(failure), String(failure)).toBe(true);

    rmSync(join(place, "ballast"));
    const counts = async () =>
      (await pool.query("SELECT (SELECT max(id) FROM one) AS one, (SELECT count(*)::int FROM other) AS other")).rows[0];
    let found = await counts().catch(() => null);
    for (let turn = 0; found === null && turn < 200; turn += 1) {
      await pause(100);
      found = await counts().catch(() => null);
    }
    expect(found).toEqual({ one: acknowledged, other: acknowledged });
    // A connection may still end with what the full disk brought down; written twice, it says that it is there.
    const isWritten = () =>
      write(acknowledged + 1).then(
        () => true,
        ({ code }) => code === "23505",
      );
    await expect.poll(isWritten, { timeout: 20_000 }).toBe(true);
  } finally {
    await pool.end();
    await postgres.stop();
    execFileSync("umount", [place]);
    rmSync(place, { recursive: true });
  }
});

test("an error of a full disk says so, whatever wraps it", () => {
  const full = Object.assign(new Error("could not extend file"), { code: "53100" });
  const wrapped = new Error("Invalid invocation", { cause: full });
  for (const error of [full, wrapped]) {
    labelUnavailable(error);
    expect(error).toMatchObject({ digest: expect.stringMatching(new RegExp(`^${storageFullDigest}[0-9a-f]{8}$`)) });
  }
});
