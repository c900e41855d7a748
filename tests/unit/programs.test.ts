import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { root } from "@/prisma/run/prepare.mjs";
import { commandOf } from "@/prisma/run/processes.mjs";
import { ensurePrograms, onFile, runLimited } from "@/tests/setup/programs";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lokmin-programs-"));
  file = join(folder, "pid");
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test("a program that is missing and cannot be installed fails with the name of its package", async () => {
  vi.stubEnv("PATH", "");
  vi.spyOn(process, "getuid").mockReturnValue(1000);
  await expect(ensurePrograms("pdftotext")).rejects.toThrow("Pasang poppler-utils");
});

test("what a program writes comes back, and what it says when it fails", async () => {
  expect(String(await runLimited("cat", [], { input: Buffer.from("surat") }))).toBe("surat");
  await expect(runLimited("sh", ["-c", "echo rusak >&2; exit 3"])).rejects.toThrow(/code 3\nrusak/);
});

test("a program that takes too long ends with all it started", async () => {
  const limit = new AbortController();
  const late = runLimited("sh", ["-c", 'read file; sleep 600 & echo $! > "$file"; wait'], {
    input: Buffer.from(`${file}\n`),
    signal: limit.signal,
  });
  const sleeper = await vi.waitFor(() => {
    const pid = Number(readFileSync(file, "utf8"));
    expect(pid).toBeGreaterThan(0);
    return pid;
  }, 30_000);
  limit.abort();
  await expect(late).rejects.toThrow("took too long");
  await vi.waitFor(() => expect(commandOf(sleeper)).not.toContain("sleep"), 30_000);
});

test("a file is there while it is worked on, and gone afterwards", async () => {
  const file = await onFile("surat.pdf", Buffer.from("%PDF"), async (path) => {
    expect(existsSync(path)).toBe(true);
    return path;
  });
  expect(existsSync(file)).toBe(false);
});

test("what a command says or needs is there before it runs", () => {
  const folder = join(root, "prisma/run");
  const found = readdirSync(folder).filter((name) =>
    /^await run\([\s\S]*?^(?:const|let|class) /m.test(
      name.endsWith(".mjs") ? readFileSync(join(folder, name), "utf8") : "",
    ),
  );
  expect(found).toEqual([]);
});
