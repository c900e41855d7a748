import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "@/prisma/run/prepare.mjs";

const text = readFileSync(join(root, "SECURITY.md"), "utf8");
const rows = text.split("\n").flatMap((line) => {
  const [, item = "", level = "", state = "", where = ""] =
    /^\| (\d+\.\d+\.\d+) +\| ([12]) +\| (\S.*?) +\| (.*\S) +\|$/.exec(line) ?? [];
  return item ? [{ item, level, state, where }] : [];
});

test("the table has each of the standard's items of the levels 1 and 2 once, with a state and a reason", () => {
  expect(new Set(rows.map(({ item }) => item)).size).toBe(rows.length);
  expect(rows.filter(({ level }) => level === "1")).toHaveLength(70);
  expect(rows.filter(({ level }) => level === "2")).toHaveLength(183);
  for (const { item, state, where } of rows) {
    expect(["met", "does not apply", "open"], item).toContain(state);
    expect(where, item).not.toBe("");
  }
});

test("each file it names is there, and the sum it tells is the sum of its rows", () => {
  const files = rows.flatMap(
    ({ where }) => where.match(/\b(?:tests|lib|deploy|prisma)\/[\w/.-]*\w\.(?:ts|conf|mjs)\b/g) ?? [],
  );
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  const count = (state: string) => rows.filter((row) => row.state === state).length;
  expect(text).toContain(
    `${rows.length} items: ${count("met")} met, ${count("does not apply")} do not apply, ${count("open")} open or met in part.`,
  );
});
