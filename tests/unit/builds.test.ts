// A page that was opened before a new build: its scripts are still served, and the build it came from is not taken away
// from a server that runs on it.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { markInUse, putInPlace } from "@/prisma/run/build.mjs";

let place: string;

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "lokmin-builds-"));
  mkdirSync(join(place, "builds"));
});

afterEach(() => rmSync(place, { recursive: true, force: true }));

const nameOf = (number: number) => String(number).repeat(16);
const folderOf = (number: number) => join(place, "builds", nameOf(number));
const script = (number: number, file = `chunks/${number}.js`) => join(folderOf(number), "static", file);

/** Builds as `npm start` does, without Next: one script of its own, one that every build has. */
function build(number: number, { daysAgo = 10 - number } = {}) {
  const made = join(place, "made");
  mkdirSync(join(made, "static/chunks"), { recursive: true });
  writeFileSync(join(made, `static/chunks/${number}.js`), `script of ${number}`);
  writeFileSync(join(made, "static/chunks/same.js"), `newest is ${number}`);
  putInPlace(made, folderOf(number));
  const then = Date.now() / 1000 - daysAgo * 86_400;
  utimesSync(script(number), then, then);
  utimesSync(folderOf(number), then, then);
}

test("scripts of earlier builds are served by the newest, whose own files come first", () => {
  for (const number of [1, 2, 3]) build(number);
  expect(readdirSync(join(folderOf(3), "static/chunks")).sort()).toEqual(["1.js", "2.js", "3.js", "same.js"]);
  expect(readFileSync(script(3, "chunks/1.js"), "utf8")).toBe("script of 1");
  expect(readFileSync(script(3, "chunks/same.js"), "utf8")).toBe("newest is 3");
});

test("what no page has asked for in two months is carried no more", () => {
  build(1, { daysAgo: 61 });
  build(2);
  expect(existsSync(script(2, "chunks/1.js"))).toBe(false);
});

test("three builds are kept, and those a running server uses; scripts of those removed are there all the same", () => {
  build(1);
  markInUse(folderOf(1));
  const then = Date.now() / 1000 - 9 * 86_400;
  utimesSync(folderOf(1), then, then);
  for (const number of [2, 3, 4, 5]) build(number);
  expect(readdirSync(join(place, "builds")).sort()).toEqual([1, 3, 4, 5].map(nameOf));
  expect(readFileSync(script(5, "chunks/2.js"), "utf8")).toBe("script of 2");
});
