// Everything the bench measures, in the order that keeps the parts out of each other's way.
import { cpus } from "node:os";
import { join } from "node:path";
import { freePort } from "../../prisma/run/processes.mjs";
import { readMemory, startApp } from "./app.mjs";
import { measureDay } from "./day.mjs";
import { fillFolder } from "./fill.mjs";
import { measureImports } from "./import.mjs";
import { measureNotes } from "./notes.mjs";
import { measurePack } from "./pack.mjs";
import { measurePaint } from "./paint.mjs";
import { measurePapers } from "./papers.mjs";
import { signIn } from "./sign-in.mjs";
import { compare, pagesOf } from "./speed.mjs";
import { weigh } from "./wire.mjs";

const browser = { Accept: "text/html", "Accept-Encoding": "gzip" };
const secondsIdle = 10;

/**
 * @param {string} folder an empty one for the data folders of this run
 * @param {string[]} [only] names of the pages to measure; all when left out
 */
export async function collectFigures(folder, only) {
  const log = join(folder, "app.log");
  say("a first start on an empty data folder");
  const fresh = await measureStart({ folder: join(folder, "fresh"), log });
  say("filling the fixture: 6,000 personal links");
  const data = join(folder, "data");
  const fixture = await fillFolder(data);
  say("a start on that folder");
  const port = await freePort();
  const app = await startApp({ folder: data, port, log });
  try {
    const later = { secondsToFirstPage: app.secondsToFirstPage, memory: await idleMemory(app.pid) };
    const signedIn = { ...browser, Cookie: await signIn(port, fixture) };
    const planner = { ...browser, Cookie: await signIn(port, { ...fixture, email: fixture.planner.email }) };
    const pages = pagesOf(port, fixture, signedIn, planner).filter(({ name }) => !only || only.includes(name));
    const weights = [];
    for (const { label, method, paths, headers } of [
      ...pages,
      { label: "GET /masuk", method: "GET", paths: ["/masuk"], headers: browser },
    ]) {
      if (method === "GET") weights.push({ page: label, ...(await weigh(port, paths[0] ?? "/", headers)) });
    }
    say("app and bare server, turn about");
    const speed = await compare(port, data, pages);
    const afterLoad = await idleMemory(app.pid);
    say("the invitee's page on slow 3G");
    const paint = await measurePaint(port, `/u/${fixture.openTokens[0]}`);
    say("a minute at the door: 500 people, 20 officers");
    const day = await measureDay(port, data, fixture, signedIn.Cookie);
    say("two note-takers typing at once");
    const colleague = await signIn(port, { ...fixture, email: fixture.colleagueEmail });
    const notes = await measureNotes(port, fixture, [signedIn.Cookie, colleague]);
    say("fifty thousand figures by file");
    const importer = await signIn(port, { email: fixture.importer.email, password: fixture.password });
    const imports = await measureImports(port, app.pid, fixture.importer, importer);
    say("papers as PDF and Word, and fifty thousand rows of Excel");
    const papers = await measurePapers();

    say("a year's evidence of one puskesmas: 16 Lokmin, 80 photos");
    const collector = await signIn(port, { email: fixture.collector.email, password: fixture.password });
    const pack = await measurePack(port, app.pid, fixture.collector, collector, fixture.openTokens);
    return {
      machine: {
        node: process.version,
        platform: process.platform,
        processors: cpus().length,
        model: cpus()[0]?.model.trim(),
      },
      speed,
      weights,
      starts: { fresh, later },
      afterLoad,
      paint,
      day,
      notes,
      imports,
      papers,

      pack,
    };
  } finally {
    await app.stop();
  }
}

/** @param {{ folder: string, log: string }} where */
async function measureStart({ folder, log }) {
  const app = await startApp({ folder, port: await freePort(), log });
  try {
    return { secondsToFirstPage: app.secondsToFirstPage, memory: await idleMemory(app.pid) };
  } finally {
    await app.stop();
  }
}

/** @param {number} pid */
async function idleMemory(pid) {
  await new Promise((done) => setTimeout(done, secondsIdle * 1000));
  return readMemory(pid);
}

/** @param {string} what */
function say(what) {
  console.log(`• ${what} …`);
}
