// A year's evidence of one puskesmas, made by its one button while invitees open their pages, then downloaded.
import { readdirSync, readFileSync } from "node:fs";
import { request } from "node:http";
import { fetchRaw } from "./app.mjs";

const visitsPerSecond = 20;
const secondsAlone = 15;
const askAgainMs = 2000;
const mostMinutes = 10;

/**
 * @typedef {object} PackFigures
 * @property {number} seconds from the button until all is made
 * @property {number} parts
 * @property {number} missing parts that could not be made
 * @property {number} megabytes of the ZIP
 * @property {number} download seconds
 * @property {number} memoryBefore MB of the app's process and those it started for papers
 * @property {number} memoryPeak
 * @property {number} memoryDownload the highest while it is downloaded
 * @property {number} p95Alone ms of an invitee's page before
 * @property {number} p95Meanwhile
 */

/**
 * @param {number} port @param {number} pid of the app
 * @param {import("./fixture-pack").Collector} collector
 * @param {string} cookie of its session @param {string[]} tokens of invitees
 * @returns {Promise<PackFigures>}
 */
export async function measurePack(port, pid, { year }, cookie, tokens) {
  const path = `/berkas-akreditasi?tahun=${year}`;
  const open = async () => {
    const reply = await fetchRaw(port, path, { headers: { Cookie: cookie, Accept: "text/html" } });
    return reply.body.toString("utf8").replaceAll("<!-- -->", "");
  };
  const alone = visit(port, tokens);
  await later(secondsAlone * 1000);
  const p95Alone = p95(await alone.end());
  const memory = watchMemory(pid);
  const memoryBefore = memory.now();
  const meanwhile = visit(port, tokens);
  const from = performance.now();
  await press(port, path, cookie, await open());
  let link = "";
  while (!link) {
    if (performance.now() - from > mostMinutes * 60_000) throw new Error("The pack was not made");
    await later(askAgainMs);
    [, link = ""] = /href="(\/berkas-akreditasi\/[0-9a-f-]+\/unduh)"/.exec(await open()) ?? [];
  }
  const seconds = (performance.now() - from) / 1000;
  const p95Meanwhile = p95(await meanwhile.end());
  const memoryPeak = memory.peak();
  const page = await open();
  const counts = [...page.matchAll(/(\d+) bagian(?:, (\d+) tidak ada)?/g)];
  const sum = (/** @type {number} */ group) => counts.reduce((all, found) => all + Number(found[group] ?? 0), 0);
  memory.forget();
  const began = performance.now();
  const bytes = await download(port, link, cookie);
  const figures = {
    ...{ seconds, parts: sum(1), missing: sum(2), megabytes: bytes / 1024 / 1024 },
    ...{ download: (performance.now() - began) / 1000, memoryBefore, memoryPeak, memoryDownload: memory.peak() },
    ...{ p95Alone, p95Meanwhile },
  };
  memory.end();
  return figures;
}

/** Sends the form of the page as a browser without script does. @param {number} port @param {string} path @param {string} cookie @param {string} page */
async function press(port, path, cookie, page) {
  const form = page.split("<form").find((part) => /Buat (berkas|lagi)/.test(part.split("</form>", 1)[0] ?? "")) ?? "";
  const boundary = "ukur-ukur-ukur";
  const fields = [...(form.split("</form>", 1)[0]?.matchAll(/<input type="hidden"([^>]*)>/g) ?? [])].map(
    ([, attributes = ""]) => {
      const [, name = ""] = /name="([^"]*)"/.exec(attributes) ?? [];
      const [, value = ""] = /value="([^"]*)"/.exec(attributes) ?? [];
      return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value.replaceAll("&quot;", '"').replaceAll("&amp;", "&")}\r\n`;
    },
  );
  const body = `${fields.join("")}--${boundary}--\r\n`;
  const reply = await fetchRaw(port, path, {
    method: "POST",
    headers: {
      Cookie: cookie,
      "Content-Type": `multipart/form-data; boundary=${boundary}`,
      "Content-Length": String(Buffer.byteLength(body)),
      "Sec-Fetch-Site": "same-origin",
      Origin: `http://127.0.0.1:${port}`,
    },
    body,
  });
  if (reply.status !== 303) throw new Error(`The pack was not asked for: ${reply.status}`);
}

/** Invitees who open their pages at a steady pace, whatever the app does. @param {number} port @param {string[]} tokens */
function visit(port, tokens) {
  /** @type {number[]} */
  const times = [];
  /** @type {Promise<void>[]} */
  const open = [];
  let number = 0;
  const clock = setInterval(() => {
    const visitor = number++ % tokens.length;
    const asked = performance.now();
    const headers = { Accept: "text/html", "X-Forwarded-For": `10.9.${(visitor >> 8) & 255}.${visitor & 255}` };
    open.push(
      fetchRaw(port, `/u/${tokens[visitor]}`, { headers }).then(({ status }) => {
        if (status !== 200) throw new Error(`An invitee's page answered ${status}`);
        times.push(performance.now() - asked);
      }),
    );
  }, 1000 / visitsPerSecond);
  return {
    async end() {
      clearInterval(clock);
      await Promise.all(open);
      return times;
    },
  };
}

/** @param {number[]} times */
function p95(times) {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
}

/** @param {number} port @param {string} path @param {string} cookie @returns {Promise<number>} bytes, none of them kept */
function download(port, path, cookie) {
  return new Promise((done, fail) => {
    const sent = request({ host: "127.0.0.1", port, path, headers: { Cookie: cookie }, agent: false }, (response) => {
      let bytes = 0;
      response.on("data", (chunk) => {
        bytes += chunk.length;
      });
      response.once("end", () =>
        response.statusCode === 200 ? done(bytes) : fail(new Error(`${response.statusCode}`)),
      );
    });
    sent.once("error", fail);
    sent.end();
  });
}

/** @param {number} pid */
function watchMemory(pid) {
  let highest = 0;
  const now = () => [pid, ...nodeChildren(pid)].reduce((sum, one) => sum + megabytesOf(one), 0);
  const clock = setInterval(() => {
    highest = Math.max(highest, now());
  }, 100);
  return {
    now,
    peak: () => highest,
    forget: () => {
      highest = 0;
    },
    end: () => clearInterval(clock),
  };
}

/** The processes that the app started for papers and pictures. @param {number} pid */
function nodeChildren(pid) {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((one) => {
      const status = read(`/proc/${one}/status`);
      return status.includes(`\nPPid:\t${pid}\n`) && status.startsWith("Name:\tnode");
    });
}

/** @param {number} pid */
function megabytesOf(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** @param {number} ms */
function later(ms) {
  return new Promise((done) => setTimeout(done, ms));
}
