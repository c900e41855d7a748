import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openerOf } from "@/prisma/run/browser.mjs";
import { root } from "@/prisma/run/prepare.mjs";

const address = "http://localhost:3000";

test("each system opens an address by a program of its own", () => {
  expect(openerOf("win32", address)).toEqual(["cmd.exe", ["/c", "start", "", address]]);
  expect(openerOf("darwin", address)).toEqual(["open", [address]]);
  expect(openerOf("linux", address)).toEqual(["xdg-open", [address]]);
});

test("what is clicked on Windows has Windows's line ends, and both start the same program", () => {
  const windows = readFileSync(join(root, "Lokmin.cmd"), "utf8");
  expect(windows.split("\n").slice(0, -1)).toSatisfy((lines: string[]) => lines.every((line) => line.endsWith("\r")));
  expect(windows).toContain("node prisma\\run\\start.mjs");
  const others = readFileSync(join(root, "Lokmin.command"), "utf8");
  expect(others).not.toContain("\r");
  expect(others).toContain("node prisma/run/start.mjs");
});

/** What Windows lacks, or knows otherwise: to be asked for the system, or with `?.`, in the line or the two before. */
const posixOnly =
  /process\.getuid\(|process\.getgid\(|process\.umask\(|"\/proc|"\/etc|"\/dev|new URL\([^)]*\)\.pathname/;
const asked = /platform|existsSync|catch|getuid\?\.|try|Owner|userNamed|unprivileged/;

test("what starts the app asks for the system before it uses what Windows lacks", () => {
  const folder = join(root, "prisma/run");
  const found = readdirSync(folder)
    .filter((name) => name.endsWith(".mjs"))
    .flatMap((name) => {
      const lines = readFileSync(join(folder, name), "utf8").split("\n");
      return lines.flatMap((line, at) =>
        posixOnly.test(line) && !asked.test(lines.slice(Math.max(0, at - 4), at + 1).join("\n"))
          ? [`${name}:${at + 1} ${line.trim()}`]
          : [],
      );
    });
  expect(found).toEqual([]);
});

test("no file of the project has a name that Windows refuses", () => {
  const refused = /[<>:"|?*\\]|[ .]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
  const skipped = new Set(["node_modules", ".git", ".next", ".builds", "generated"]);
  const names: string[] = [];
  const alike: string[] = [];
  const look = (folder: string) => {
    const seen = new Set<string>();
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (skipped.has(entry.name) || entry.name.startsWith(".data")) continue;
      names.push(entry.name);
      if (seen.has(entry.name.toLowerCase())) alike.push(join(folder, entry.name));
      seen.add(entry.name.toLowerCase());
      if (entry.isDirectory()) look(join(folder, entry.name));
    }
  };
  look(root);
  expect(names.filter((name) => refused.test(name))).toEqual([]);
  expect(alike, "one file where letters have no case").toEqual([]);
});
