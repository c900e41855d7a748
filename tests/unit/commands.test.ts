// What the commands do before they reach a database.
import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { promisify } from "node:util";
import { expect, test, vi } from "vitest";
import { ask } from "@/prisma/run/ask.mjs";
import { backUpBeforeReplacing } from "@/prisma/run/backup-before.mjs";
import { dataFolder } from "@/prisma/run/data-folder.mjs";
import { bundleDocx, root } from "@/prisma/run/prepare.mjs";
import { Stop } from "@/prisma/run/say.mjs";

function terminal() {
  const [input, output] = [new PassThrough(), new PassThrough()];
  return { input, output, shown: () => String(output.read() ?? "") };
}

test("a question is answered, or left by Ctrl-C or the end of the input with one sentence", async () => {
  const { input, output, shown } = terminal();
  const answer = ask("Kata sandi: ", { unseen: true, input, output });
  input.write("rahasia\r");
  expect(await answer).toBe("rahasia");
  expect(shown()).toBe("Kata sandi: \n");
  for (const leaving of ["\x03", "\x04", null]) {
    const other = terminal();
    const left = ask("Ketik HAPUS: ", other);
    if (leaving) other.input.write(leaving);
    else other.input.end();
    await expect(left).rejects.toThrow(new Stop("Dihentikan sebelum dijawab; tidak ada yang diubah."));
  }
});

test("what is replaced is backed up, and kept until somebody deletes it, unless somebody says that it may be lost", async () => {
  const asked: unknown[] = [];
  const program = Object.assign(Object.create(null), {
    async keepBackup(request: unknown) {
      asked.push(request);
      return { file: "x.lokmin" };
    },
  });
  const database = { url: "", secret: "" };
  vi.stubEnv("LOKMIN_BACKUP_DIR", "/cadangan");
  await backUpBeforeReplacing(program, database);
  vi.stubEnv("LOKMIN_BACKUP_DIR", undefined);
  await backUpBeforeReplacing(program, database);
  vi.stubEnv("LOKMIN_SKIP_BACKUP", "1");
  await backUpBeforeReplacing(program, database);
  vi.unstubAllEnvs();
  expect(asked).toMatchObject([
    { kind: "before-restore", kept: null, folder: "/cadangan" },
    { kind: "before-restore", kept: null, folder: join(dataFolder, "cadangan") },
  ]);
});

test("somebody who may not write to the program's folder is told whose command it is", async ({ skip }) => {
  if (process.getuid?.() !== 0) return skip("needs another user");
  const command = join(root, "prisma/run/backup.mjs");
  const asNobody = promisify(execFile)(process.execPath, [command, "x.lokmin"], { uid: 65_534, gid: 65_534, cwd: "/" });
  await expect(asNobody).rejects.toMatchObject({ stderr: expect.stringMatching(/^\n✗ Folder program .+sudo chown/) });
});

/** Programs that this process started and that still run, on Linux. */
function children(): string[] {
  return readdirSync("/proc/self/task").flatMap((thread) =>
    readFileSync(`/proc/self/task/${thread}/children`, "utf8").split(" ").filter(Boolean),
  );
}

test("bundling leaves no process behind", async ({ skip }) => {
  if (process.platform !== "linux") return skip("needs /proc");
  const folder = mkdtempSync(join(tmpdir(), "lokmin-bundle-"));
  const before = children();
  await bundleDocx(join(folder, "x.mjs"));
  await expect.poll(children).toEqual(before);
  rmSync(folder, { recursive: true });
});
