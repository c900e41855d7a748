// What Windows and macOS do otherwise, as far as it can be looked at without them.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { whileHeld as whileHeldLater } from "@/lib/backups/held-file";
import { packName, pathPart } from "@/lib/evidence-pack/rules";
import { buildName, linkTo } from "@/prisma/run/build.mjs";
import { holderName, isNamedAfter } from "@/prisma/run/folder-lock.mjs";
import { removeFile, removeFolder, waits, whileHeld } from "@/prisma/run/held-files.mjs";
import { folderWarnings } from "@/prisma/run/listening.mjs";
import { npmProgram } from "@/prisma/run/npm.mjs";
import { isServerOn } from "@/prisma/run/orphan.mjs";
import { root } from "@/prisma/run/prepare.mjs";
import { askFor } from "@/prisma/run/processes.mjs";
import { startWith } from "@/prisma/run/say.mjs";
import { foreign, postgresStop, requireReadableName, windowsWords } from "@/prisma/run/storage-words.mjs";
import { withTaken } from "@/prisma/run/words.mjs";

const failure = (code: string) => Object.assign(new Error(code), { code });

/** Work that fails so often with a code, then is done. */
function failing(times: number, code: string) {
  const work = vi.fn<() => void>();
  for (let time = 0; time < times; time += 1)
    work.mockImplementationOnce(() => {
      throw failure(code);
    });
  return work;
}

test.each(["EPERM", "EACCES", "EBUSY"])(
  "a file that another program holds (%s) is tried again on Windows alone",
  (code) => {
    const sleep = vi.fn();
    const work = failing(3, code);
    whileHeld(work, { platform: "win32", sleep });
    expect(sleep.mock.calls.flat()).toEqual(waits.slice(0, 3));
    expect(() => whileHeld(failing(1, code), { platform: "linux", sleep })).toThrow(code);
    expect(sleep).toHaveBeenCalledTimes(3);
  },
);

test("what is not held, or held for good, fails", () => {
  const sleep = vi.fn();
  expect(() => whileHeld(failing(1, "ENOSPC"), { platform: "win32", sleep })).toThrow("ENOSPC");
  expect(sleep).not.toHaveBeenCalled();
  expect(() => whileHeld(failing(99, "EPERM"), { platform: "win32", sleep })).toThrow("EPERM");
  expect(sleep).toHaveBeenCalledTimes(waits.length);
});

test("a folder goes with all in it, links without what they lead to, and one that is not there is no fault", () => {
  const place = mkdtempSync(join(tmpdir(), "lokmin-é-"));
  mkdirSync(join(place, "old/inner"), { recursive: true });
  writeFileSync(join(place, "kept"), "");
  mkdirSync(join(place, "linked"));
  writeFileSync(join(place, "linked/kept"), "");
  writeFileSync(join(place, "old/inner/file"), "");
  symlinkSync(join(place, "linked"), join(place, "old/inner/link"));
  removeFolder(join(place, "old"));
  removeFolder(join(place, "old"));
  removeFile(join(place, "kept"));
  removeFile(join(place, "kept"));
  expect(readdirSync(place, { recursive: true }).sort()).toEqual(["linked", join("linked", "kept")]);
  removeFolder(place);
});

test("nothing is removed by what does nothing on Windows below a folder with a letter like é", () => {
  const places = ["prisma/run", "lib/backups", "lib/documents"].map((folder) => join(root, folder));
  const files = places.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  // The first never runs there, the second only where the sources are worked on.
  const skipped = /(?:outside-cluster|migration)\.mjs$/;
  const found = files.filter((file) => !skipped.test(file) && /\brm(?:Sync)?\(/.test(readFileSync(file, "utf8")));
  expect(found).toEqual([]);
});

test("the name of a finished backup is given again while another program holds the file", async () => {
  const sleep = vi.fn(async () => {});
  const work = failing(2, "EPERM");
  await whileHeldLater(async () => work(), { platform: "win32", sleep });
  expect(work).toHaveBeenCalledTimes(3);
  await expect(whileHeldLater(async () => failing(1, "EPERM")(), { platform: "darwin", sleep })).rejects.toThrow();
  await expect(whileHeldLater(async () => failing(1, "ENOSPC")(), { platform: "win32", sleep })).rejects.toThrow();
});

test("a build's links are junctions on Windows, which need no rights, and its name then says where it is", () => {
  const link = { place: "/app/.builds/a/node_modules/pg-1", target: "/app/node_modules/pg" };
  expect(linkTo("win32", link)).toEqual({ to: link.target, type: "junction" });
  expect(linkTo("linux", link).to).toBe("../../../node_modules/pg");
  const sources = "0123456789abcdef0123";
  expect(buildName("linux", sources, "/here")).toBe("0123456789abcdef");
  expect(buildName("win32", sources, "C:\\satu")).toMatch(/^[0-9a-f]{16}$/);
  expect(buildName("win32", sources, "C:\\satu")).not.toBe(buildName("win32", sources, "C:\\dua"));
});

test("a PostgreSQL that outlived us is known by its folder, in quotes and in either case on Windows", () => {
  const cluster = "C:\\Users\\Ibu Sari\\Lokmin\\.data\\postgres";
  const line = `"c:\\lokmin\\postgres.exe" -D "c:\\Users\\Ibu Sari\\Lokmin\\.data\\postgres" -c port=51234`;
  expect(isServerOn(line, cluster, "win32")).toBe(true);
  expect(isServerOn(line, `${cluster}-lain`, "win32")).toBe(false);
  expect(isServerOn("postgres -D /Users/sari/lokmin/postgres -c port=1", "/Users/sari/lokmin/postgres", "darwin")).toBe(
    true,
  );
  expect(isServerOn("postgres -D /Users/sari/Lokmin/postgres -c port=1", "/Users/sari/lokmin/postgres", "darwin")).toBe(
    false,
  );
});

test("a process is asked for in whole: macOS cuts the line otherwise", () => {
  expect(askFor("command", 7, "darwin")).toEqual(["ps", ["-ww", "-p", "7", "-o", "command="]]);
  expect(askFor("start", 7, "darwin")[1]).toContain("lstart=");
  expect(askFor("command", 7, "win32")[1].at(-1)).toContain("ProcessId=7').CommandLine");
  expect(askFor("start", 7, "win32")[1].at(-1)).toContain("ProcessId=7').CreationDate.Ticks");
});

test("a process that the system tells nothing of keeps its data folder", () => {
  const name = holderName(7, "kemarin", 42);
  expect(isNamedAfter(name, 7, "kemarin", 42)).toBe(true);
  expect(isNamedAfter(name, 7, "", 42)).toBe(true);
  expect(isNamedAfter(holderName(7, "", 42), 7, "kemarin", 42)).toBe(true);
  expect(isNamedAfter(name, 7, "hari ini", 42)).toBe(false);
  expect(isNamedAfter(name, 7, "kemarin", 43)).toBe(false);
});

test("what keeps PostgreSQL from running on Windows is said with what to do", () => {
  const places = { home: "C:\\Lokmin\\.data", logFile: "C:\\Lokmin\\.data\\postgres.log" };
  expect(postgresStop("", { ...places, code: 0xc0000135 })).toMatchObject({
    message: expect.stringContaining("Visual C++ Redistributable"),
  });
  const refusal = "Execution of PostgreSQL by a user with administrative permissions is not\npermitted.";
  expect(postgresStop(refusal, { ...places, code: 1 })).toMatchObject({
    message: expect.stringContaining("sebagai administrator"),
  });
  expect(windowsWords(1, "FATAL:  the database system is starting up")).toBe("");
  expect(foreign("C:\\Lokmin\\.data", "win32")).not.toContain("sudo");
  expect(foreign("/srv/lokmin", "linux")).toContain("sudo chown");
});

test("a folder whose letters PostgreSQL cannot read on Windows is refused, and no other", () => {
  for (const folder of ["C:\\Users\\Ibu Sari", "C:\\Users\\José\\Lokmin"])
    expect(() => requireReadableName(folder, "win32")).not.toThrow();
  expect(() => requireReadableName("C:\\Users\\Łukasz", "win32")).toThrow("Pindahkan Lokmin");
  expect(() => requireReadableName("/home/Łukasz", "linux")).not.toThrow();
});

test("a data folder that another program copies meanwhile is warned of", () => {
  for (const folder of [
    "C:\\Users\\sari\\OneDrive\\Lokmin\\.data",
    "C:\\Users\\sari\\OneDrive - Dinkes\\Lokmin\\.data",
    "/Users/sari/Library/Mobile Documents/com~apple~CloudDocs/lokmin/.data",
    "D:\\Dropbox\\.data",
  ])
    expect(folderWarnings(folder), folder).toHaveLength(1);
  for (const folder of ["C:\\Users\\sari\\Lokmin\\.data", "/srv/lokmin/onedrive-lama.data"])
    expect(folderWarnings(folder), folder).toEqual([]);
});

test("npm is called without a shell on Windows where Node's installer put it", () => {
  const node = "C:\\Program Files\\nodejs\\node.exe";
  const cli = "C:\\Program Files\\nodejs\\node_modules\\npm\\bin\\npm-cli.js";
  expect(npmProgram("win32", node, (file) => file === cli)).toEqual([node, [cli]]);
  expect(npmProgram("win32", node, () => false)).toEqual(["npm.cmd", []]);
  expect(npmProgram("linux", "/usr/bin/node", () => true)).toEqual(["npm", []]);
});

test("a command is told as it is typed on the system", () => {
  expect(startWith("PORT", 8080, "win32")).toBe("set PORT=8080&& npm start");
  expect(startWith("PORT", 8080, "darwin")).toBe("PORT=8080 npm start");
});

test("a choice that PowerShell let npm take for its own counts all the same", () => {
  expect(withTaken(["a.lokmin"], ["sandi", "dengan-kunci"], { npm_config_sandi: "true" })).toEqual([
    "a.lokmin",
    "--sandi",
  ]);
  expect(withTaken(["a.lokmin", "--sandi"], ["sandi"], { npm_config_sandi: "true" })).toEqual(["a.lokmin", "--sandi"]);
  expect(withTaken([], ["tinggalkan-contoh"], { npm_config_tinggalkan_contoh: "true" })).toEqual([
    "--tinggalkan-contoh",
  ]);
  expect(withTaken(["a.lokmin"], ["timpa"], { npm_config_timpa: "" })).toEqual(["a.lokmin"]);
});

test("a pack of evidence can be unpacked where people download it: no name ends in a dot, no path is too long", () => {
  expect(pathPart(`Rapat ${"a".repeat(41)}. bersama camat`)).toBe(`Rapat ${"a".repeat(41)}`);
  const long = pathPart("Pembahasan capaian dan masalah kesehatan di setiap desa bersama lintas sektor");
  const unpacked = packName(`UPTD Puskesmas ${long}`, 2026).replace(/\.zip$/, "");
  const path = `C:\\Users\\Pengguna Puskesmas Rawat Inap\\Downloads\\${unpacked}\\01 2026-05-11 ${long}\\01 ${long}.pdf`;
  expect(path.length).toBeLessThan(260);
});

test("a file is flushed by a handle that may write, as Windows wants it", () => {
  const source = readFileSync(join(root, "prisma/run/data-folder.mjs"), "utf8");
  expect(source).toMatch(/openSync\(draft, "r\+"\);\s+fsyncSync\(handle\)/);
});

test("what starts uses nothing that an older Node lacks, so that it can say which one is needed", () => {
  const folder = join(root, "prisma/run");
  const sources = readdirSync(folder).filter((name) => name.endsWith(".mjs"));
  const found = sources.filter((name) =>
    /import\.meta\.(?:dirname|filename)/.test(readFileSync(join(folder, name), "utf8")),
  );
  expect(found).toEqual([]);
});

test("what is clicked on Windows says so where the rest is still in its ZIP", () => {
  const lines = readFileSync(join(root, "Lokmin.cmd"), "utf8").split("\r\n");
  const asked = lines.findIndex((line) => line.startsWith('if not exist "prisma\\run\\start.mjs"'));
  expect(asked).toBeGreaterThan(lines.findIndex((line) => line.startsWith("cd /d")));
  expect(asked).toBeLessThan(lines.findIndex((line) => line.startsWith("node prisma")));
  expect(lines.slice(asked).join("\n")).toContain("ekstrak dulu semuanya");
});
