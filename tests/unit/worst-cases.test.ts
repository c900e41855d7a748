// The worst a sender can write into any field and any parser. Work is counted in signs looked at, never by the clock.
import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { parseDecimal } from "@/lib/decimal";
import { cleanFileName } from "@/lib/documents/rules";
import * as fields from "@/lib/fields";
import { keyOfName } from "@/lib/meeting-types/rules";
import { tidied } from "@/lib/minutes/lines";
import { normalForm } from "@/lib/normal-form";
import { plainWords } from "@/lib/plain-words";
import { withoutPlaces } from "@/lib/templates/rules";
import { ownFiles } from "@/tests/setup/sources";

const marks = "\u0301\u0323\u0327\u0308";
const worst = fc.constantFrom(
  `a${marks.repeat(64 * 1024)}`,
  " ".repeat(256 * 1024),
  `a${" ".repeat(16 * 1024)}b`.repeat(16),
  ".".repeat(256 * 1024),
  `${".".repeat(128 * 1024)}a`,
  `${" ".repeat(128 * 1024)}%a`,
  "-".repeat(256 * 1024),
  `${", ".repeat(128 * 1024)}x`,
  "\0".repeat(256 * 1024),
  "9".repeat(256 * 1024),
  "[".repeat(256 * 1024),
  "\r".repeat(256 * 1024),
);

/** What was handed to normalize, whose cost is the square of its longest run of marks. */
let normalised: string[] = [];

beforeEach(() => {
  normalised = [];
  const { normalize } = String.prototype;
  vi.spyOn(String.prototype, "normalize").mockImplementation(function (this: string, form?: string) {
    normalised.push(String(this));
    return normalize.call(this, form);
  });
});

afterEach(() => vi.restoreAllMocks());

const longestRun = (text: string) => Math.max(0, ...(text.match(/\p{M}+/gu) ?? []).map((run) => run.length));

const schemas = {
  text: fields.text("nama", 200),
  optionalText: fields.optionalText("catatan", 2000),
  day: fields.day("tanggal"),
  optionalDay: fields.optionalDay("tanggal"),
  clock: fields.clock("jam"),
  optionalClock: fields.optionalClock("jam"),
  optionalWholeNumber: fields.optionalWholeNumber("jumlah", 0, 9),
  optionalDecimal: fields.optionalDecimal("target"),
};

test.each(Object.entries(schemas))("a field looks at its length first: %s", (_, schema) => {
  fc.assert(
    fc.property(worst, (typed) => {
      normalised = [];
      schema.safeParse(typed);
      for (const text of normalised) {
        expect(text.length).toBeLessThanOrEqual(9000);
        expect(longestRun(text)).toBeLessThanOrEqual(20);
      }
    }),
    { numRuns: 24 },
  );
});

test("a text that is too long says so, and one of the right length is taken", () => {
  const schema = fields.text("nama", 200);
  for (const typed of [`a${marks.repeat(64 * 1024)}`, "x".repeat(1801), ` ${"x".repeat(5000)}`])
    expect(schema.safeParse(typed).error?.issues[0]?.message).toBe("Nama paling banyak 200 huruf");
  expect(schema.parse(`  ${"e\u0301".repeat(200)}  `)).toBe("é".repeat(200));
});

const parsers: Record<string, (text: string) => unknown> = {
  parseDecimal,
  isEmail: fields.isEmail,
  cleanFileName: (text) => cleanFileName(text, "pdf"),
  keyOfName: (text) => keyOfName(text, []),
  plainWords,
  tidied: (text) => tidied({ text, asker: null, institution: null, answer: null, villageCode: null }),
  withoutPlaces: (text) => withoutPlaces(text.slice(0, 2000), ["Sragi"]),
};

test.each(Object.entries(parsers))("a parser orders no long run of marks: %s", (_, parse) => {
  fc.assert(
    fc.property(worst, (typed) => {
      normalised = [];
      parse(typed);
      for (const text of normalised) expect(longestRun(text)).toBeLessThanOrEqual(20);
    }),
    { numRuns: 24 },
  );
});

test("a run of marks that a language writes stays as it is", () => {
  expect(normalForm("e\u0301")).toBe("é");
  const written = `ạ${"\u0301".repeat(10)}`;
  expect(normalForm(written)).toBe(written.normalize("NFC"));
});

const sources = ownFiles().filter(({ path }) => /^(lib|app|components)\/.*\.tsx?$/.test(path));

test("no expression looks for the end of a text behind a run: it takes the square of the run's length", () => {
  const endless = /(?<=[(=,\s])\/(?![*/^])[^/\n]*(?:\]|\\s|\\d|\\w|\.| )[+*]\$[^/\n]*\/[dgimsuvy]*/g;
  const found = sources
    // An address of the configuration, not of a sender.
    .filter(({ path }) => path !== "lib/documents/bucket.ts")
    .flatMap(({ path, text }) => [...text.matchAll(endless)].map(([expression]) => `${path}: ${expression}`));
  expect(found).toEqual([]);
});

test("only one place asks for the normal form of a text", () => {
  const asking = sources.filter(({ text }) => text.includes(".normalize(")).map(({ path }) => path);
  expect(asking).toEqual(["lib/normal-form.ts"]);
});
