// What the house is built like, held by a test: which way things depend, and what is not done here.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as inNext from "@/prisma/client-in-next";
import * as generated from "@/prisma/generated/client";
import { root } from "@/prisma/run/prepare.mjs";
import { readSchema } from "@/prisma/run/schema-engine.mjs";
import { type Import, importsOf, ownFiles, type Source } from "@/tests/setup/sources";
import { listedPages, wantedPages } from "./e2e/page-list";

const files = ownFiles();
const code = files.filter(({ path }) => /\.(tsx?|mjs)$/.test(path));
const pages = code.filter(({ path }) => /^(app|components)\//.test(path));
const nouns = code.filter(({ path }) => path.startsWith("lib/") && !/^lib\/(web|http)\//.test(path));

/** Lines "file → import" of what should not be there. */
function wrongImports(sources: Source[], isWrong: (found: Import, path: string) => boolean): string[] {
  return sources.flatMap((source) =>
    importsOf(source)
      .filter((found) => isWrong(found, source.path))
      .map(({ from }) => `${source.path} → ${from}`),
  );
}

/** Lines "file:line: text" that match. */
function matches(sources: Source[], pattern: RegExp): string[] {
  return sources.flatMap(({ path, text }) =>
    text.split("\n").flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
  );
}

test("a noun of lib knows nothing of the web: no next, react, next-auth, app, components, lib/web, lib/http", () => {
  expect(wrongImports(nouns, ({ from }) => /^(next|react|react-dom|next-auth)(\/|$)/.test(from))).toEqual([]);
  expect(wrongImports(nouns, ({ from }) => /^(app|components|lib\/(web|http))\//.test(from))).toEqual([]);
});

test("lib/http knows no framework, and no page", () => {
  const http = code.filter(({ path }) => path.startsWith("lib/http/"));
  expect(http.length).toBeGreaterThan(0);
  expect(
    wrongImports(http, ({ from }) => /^(next|react|react-dom|next-auth|app|components|lib\/web)(\/|$)/.test(from)),
  ).toEqual([]);
});

test("no module imports itself in a circle, type imports included", () => {
  const named = new Set(code.map(({ path }) => modulePath(path)));
  const graph = new Map(
    code.map((source) => [
      modulePath(source.path),
      importsOf(source)
        .map(({ from }) => modulePath(from))
        .filter((from) => named.has(from)),
    ]),
  );
  expect(circlesOf(graph)).toEqual([]);
});

const modulePath = (path: string) => path.replace(/\.(tsx?|mjs)$/, "");

/** Chains "a → b → a" found by walking each module once. */
function circlesOf(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const finished = new Set<string>();
  const circles: string[] = [];
  const visit = (module: string, trail: string[]) => {
    if (trail.includes(module)) circles.push([...trail.slice(trail.indexOf(module)), module].join(" → "));
    else if (!finished.has(module)) {
      for (const next of graph.get(module) ?? []) visit(next, [...trail, module]);
      finished.add(module);
    }
  };
  for (const module of graph.keys()) visit(module, []);
  return circles;
}

test("components get plain data: they neither read nor write", () => {
  const components = code.filter(({ path }) => path.startsWith("components/"));
  expect(
    wrongImports(
      components,
      ({ from, typeOnly }) =>
        !typeOnly && (/^lib\/(db|events)$/.test(from) || /^lib\/.+\/(reads|writes)$/.test(from) || /^app\//.test(from)),
    ),
  ).toEqual([]);
});

test("what a browser loads reaches no database", () => {
  const loaded = code.filter(({ text }) => /^["']use client["']/.test(text)).map(({ path }) => modulePath(path));
  expect(chainsTo("lib/db", loaded)).toEqual([]);
});

/** Ways over value imports from some modules to another. */
function chainsTo(target: string, modules: readonly string[]): string[] {
  const values = new Map(
    code.map((source) => [
      modulePath(source.path),
      importsOf(source)
        .filter(({ typeOnly }) => !typeOnly)
        .map(({ from }) => modulePath(from)),
    ]),
  );
  const chains: string[] = [];
  const visited = new Set<string>();
  const visit = (module: string, trail: readonly string[]) => {
    if (module === target) chains.push([...trail, module].join(" → "));
    // A server action is called over the network, not loaded.
    if (visited.has(module) || /(^|-|\/)actions$/.test(module)) return;
    visited.add(module);
    for (const next of values.get(module) ?? []) visit(next, [...trail, module]);
  };
  for (const module of modules) visit(module, []);
  return chains;
}

test("what backs up before the tables are migrated reaches no client of today's tables", () => {
  expect(chainsTo("lib/db", ["prisma/run/backup-main"])).toEqual([]);
});

test("pages reach the database through lib alone", () => {
  // Whether a text can be an id at all is asked without the database.
  const asking = pages.map(({ path, text }) => ({ path, text: text.replace('import { isId } from "@/lib/db";', "") }));
  expect(
    wrongImports(
      asking,
      ({ from, typeOnly }) =>
        ((from === "lib/db" || /^(pg|@prisma\/)/.test(from)) && !typeOnly) ||
        (!typeOnly && from === "prisma/generated/client"),
    ),
  ).toEqual([]);
});

test("what Next bundles of Prisma holds every value that is used of it", () => {
  const used = code.flatMap(({ path, text }) =>
    /^(app|components|lib)\//.test(path) ? [...text.matchAll(/\bPrisma\.(\w+)/g)].map(([, name = ""]) => name) : [],
  );
  const typesAlone = ["Decimal"];
  const values = [...new Set(used)].filter((name) => name in generated.Prisma && !typesAlone.includes(name));
  expect(values).toContain("sql");
  expect(Object.keys(inNext.Prisma)).toEqual(expect.arrayContaining(values));
  // A name imported alone, "./class" among them, would bring the schema's text along.
  const [bundled] = code.filter(({ path }) => path === "prisma/client-in-next.ts");
  expect(bundled && importsOf(bundled).map(({ from }) => from)).toEqual([
    "@prisma/client/runtime/client",
    "prisma/generated/enums",
  ]);
});

test("the app leans on nothing of the tests, the factories for the demo data excepted", () => {
  const app = code.filter(({ path }) => /^(app|components|lib|prisma)\//.test(path));
  expect(
    wrongImports(
      app,
      ({ from }, path) =>
        from.startsWith("tests/") && !(path.startsWith("prisma/") && /^tests\/(factories|bench)\//.test(from)),
    ),
  ).toEqual([]);
});

test("the factories, which the demo needs, lean on nothing else of the tests", () => {
  const factories = code.filter(({ path }) => path.startsWith("tests/factories/"));
  expect(factories.length).toBeGreaterThan(0);
  expect(wrongImports(factories, ({ from }) => /^tests\/(?!factories\/)/.test(from))).toEqual([]);
});

test("no barrels and no drawers for everything", () => {
  const named = code.filter(({ path }) => /(^|\/)(index|utils?|helpers?|misc|common)\.(tsx?|mjs)$/.test(path));
  expect(named.map(({ path }) => path)).toEqual([]);
  const onlyPassingOn = code.filter(
    ({ path, text }) =>
      // What esbuild bundles for the commands.
      !/^prisma\/run\/(backup-)?main\.ts$/.test(path) &&
      /^export .* from /m.test(text) &&
      text.split("\n").every((line) => /^\s*$|^\/\/|^export .* from /.test(line)),
  );
  expect(onlyPassingOn.map(({ path }) => path)).toEqual([]);
});

test("types are kept, not talked around", () => {
  const own = code.filter(({ path }) => !path.startsWith("tests/"));
  expect(matches(own, /\bas any\b|:\s*any\s*[;,)=|\]>]|<any>|as unknown as|@ts-(ignore|nocheck|expect-error)/)).toEqual(
    [],
  );
});

test("a secret that is missing is missed: none has a fallback", () => {
  const served = code.filter(({ path }) => !path.startsWith("tests/"));
  expect(matches(served, /process\.env\.\w*(SECRET|PASSWORD|TOKEN|KEY)\w*\s*(\?\?=?|\|\|=?)\s*["'`][^"'`]/)).toEqual(
    [],
  );
});

test("a row is held so that rows which refer to it can still be written: two writes else wait for each other", () => {
  expect(
    matches(
      code.filter(({ path }) => path.startsWith("lib/")),
      /\bFOR UPDATE\b/,
    ),
  ).toEqual([]);
});

test("pages work without JavaScript and within the content security policy", () => {
  expect(pages.filter(({ path }) => /\/loading\.tsx$/.test(path)).map(({ path }) => path)).toEqual([]);
  // Saves answers of a test as they are chosen; its policy names the script by hash, and the buttons do the same.
  const withOwnScript = "app/u/[token]/tes/script.ts";
  const others = pages.filter(({ path }) => path !== withOwnScript);
  expect(matches(others, /<Suspense\b|dangerouslySetInnerHTML|\sstyle=\{|<script\b/)).toEqual([]);
  const links = pages
    .filter(({ path }) => path.endsWith(".tsx"))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/<Link\b[^>]*?>/gs)].filter(([link]) => !link.includes("prefetch={false}")).map(() => path),
    );
  expect(links).toEqual([]);
});

test("colours are named once, in app/globals.css", () => {
  const interfaceFiles = pages.filter(({ path }) => !path.startsWith("app/u/"));
  // Pictures that a machine reads or that go to paper (codes, signatures) are black on white wherever they are shown.
  const colour = /["'`\s[]#(?!(?:000|fff)\b)[0-9a-f]{3,8}\b(?!["'`]?\s*\))|\brgba?\(|\bhsla?\(|\boklch\(/i;
  expect(matches(interfaceFiles, colour)).toEqual([]);
});

/** Opened by a token in the address instead of an account. */
const withoutAccount = ["app/masuk/actions.ts", "app/masuk/tautan/[token]/actions.ts", "app/pasang/[token]/actions.ts"];

/** Work after a request and what nobody owns: jobs, sessions, uploads being looked at, files of a bucket. */
const withoutTransact =
  /^lib\/(jobs|(email|webhooks|whatsapp)\/deliver|sessions\/lifetime|imports\/drafts|documents\/(store|move|sweep))/;

test("every write of lib runs in transact, and nowhere beside it", () => {
  const others = nouns.filter(({ path }) => path !== "lib/transact.ts");
  expect(matches(others, /\$transaction\b/)).toEqual([]);
  const writers = others.filter(({ path }) => !withoutTransact.test(path));
  expect(matches(writers, /\bdb\.(\$executeRaw|\w+\.(create|update|delete|upsert))/)).toEqual([]);
});

test("a race in a test ends before the next test begins, also where it fails", () => {
  const races = code.filter(({ path }) => path.startsWith("tests/integration/"));
  expect(matches(races, /\bPromise\.(all|race)\(/)).toEqual([]);
});

/** One that keeps the page of a writer whose session is over asks for the actor, and does nothing without one. */
const asksWhoActs =
  /\{\n[^;]*\bawait require(?:Actor|SignedIn)\(\)[^;]*;|\{\n\s*const actor = await currentActor\(\);\n\s*if \(!actor\) return\b/;

/** A sign-in that waits for its second factor is nobody outside of these. */
const ofPending = /^app\/masuk\/(langkah-kedua|siapkan)\//;

test("who waits for the second factor is asked for where it is shown or set up, and nowhere else", () => {
  const uses = code.filter(({ path, text }) => /^(app|components)\//.test(path) && /requirePending\(/.test(text));
  expect(uses.length).toBeGreaterThan(0);
  expect(uses.flatMap(({ path }) => (ofPending.test(path) ? [] : path))).toEqual([]);
  const actions = code.filter(({ path }) => ofPending.test(path) && path.endsWith("actions.ts"));
  const bodies = actions.flatMap(({ text }) => text.split(/^export async function /m).slice(1));
  for (const body of bodies) expect(body).toMatch(/\{\n\s*const pending = await requirePending\(\);/);
});

test("every server action asks in its first statement who acts", () => {
  const actions = code.filter(
    ({ path }) => /^app\/.*actions\.ts$/.test(path) && !withoutAccount.includes(path) && !ofPending.test(path),
  );
  expect(actions.length).toBeGreaterThan(0);
  const unasked = actions.flatMap(({ path, text }) => {
    const bodies = text.split(/^export async function /m).slice(1);
    return bodies
      .filter((body) => !asksWhoActs.test(body.slice(0, 800)))
      .map((body) => `${path}: ${body.split("(", 1)[0]}`);
  });
  expect(unasked).toEqual([]);
  for (const { path, text } of actions) expect(text, path).toMatch(/^"use server";/);
});

test("every write of lib takes the actor first, or who brings a file, or is a step of another's transaction", () => {
  const writes = nouns.filter(({ path }) => path.endsWith("/writes.ts"));
  const unasked = writes.flatMap(({ path, text }) =>
    [...text.matchAll(/^export async function (\w+)\(\s*([\w?]+)/gm)]
      .filter(([, , first]) => !["actor", "holder", "uploader", "tx"].includes(first ?? ""))
      .map(([, name]) => `${path}: ${name}`),
  );
  expect(unasked).toEqual([]);
});

test("the migrations lead to the schema", async () => {
  const schema = await readSchema();
  const migrated = readFileSync(join(root, "prisma/migrations/migrated.prisma"), "utf8");
  expect(migrated === schema, "npm run migration -- nama_migrasi").toBe(true);
});

test("no telephone number that could be somebody's: only the unassigned prefix 0840", () => {
  const found = files.flatMap(({ path, text }) =>
    [...text.matchAll(/(?<![\dA-Za-z])(?:\+?62[\s.-]?|0)8[1-9]\d?(?:[\s.-]?\d){6,10}(?![\dA-Za-z])/g)]
      .map(([number]) => number)
      .filter((number) => !/^(62|0)840/.test(number.replace(/\D/g, "")))
      .map((number) => `${path}: ${number}`),
  );
  expect(found).toEqual([]);
});

test("every page is entered in the list of those that the end-to-end tests look at", () => {
  expect(listedPages()).toEqual(wantedPages());
});
