// How soon an invitee sees the page: Chromium's slow 3G with a processor four times slower, beside a static file of
// the same bytes from a bare server in the same browser.
import { createServer } from "node:http";
import { chromium } from "@playwright/test";
import { ensureChromium } from "../run/chromium.mjs";
import { fetchRaw } from "./app.mjs";

/** Chromium's own preset "Slow 3G": 400 kbit/s each way, two seconds a round trip. */
const slow3g = { offline: false, latency: 2000, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const slowdown = 4;
const rounds = 3;

/** @typedef {{ ms: number, requests: number, bytes: number }} Paint median largest paint; what went over the wire */

/**
 * @param {number} port of the app
 * @param {string} path of a personal link
 * @returns {Promise<{ app: Paint, floor: Paint }>}
 */
export async function measurePaint(port, path) {
  const page = await fetchRaw(port, path, { headers: { Accept: "text/html", "Accept-Encoding": "gzip" } });
  const headers = {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Encoding": page.headers["content-encoding"] ?? "identity",
  };
  const bare = createServer((_, response) => response.writeHead(200, headers).end(page.body));
  await new Promise((done) => bare.listen(0, "127.0.0.1", () => done(undefined)));
  const address = bare.address();
  const barePort = typeof address === "object" && address ? address.port : 0;
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: [
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
    ],
  });
  try {
    /** @type {Paint[]} */
    const app = [];
    /** @type {Paint[]} */
    const floor = [];
    for (let round = 0; round < rounds; round += 1) {
      app.push(await paint(browser, `http://127.0.0.1:${port}${path}`));
      floor.push(await paint(browser, `http://127.0.0.1:${barePort}/`));
    }
    return { app: median(app), floor: median(floor) };
  } finally {
    await browser.close();
    bare.close();
  }
}

/** @param {import("@playwright/test").Browser} browser @param {string} url @returns {Promise<Paint>} */
async function paint(browser, url) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    let requests = 0;
    let bytes = 0;
    session.on("Network.loadingFinished", ({ encodedDataLength }) => {
      requests += 1;
      bytes += encodedDataLength;
    });
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", slow3g);
    await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    await page.goto(url, { waitUntil: "load", timeout: 60_000 });
    const ms = await page.evaluate(
      () =>
        new Promise((done) => {
          new PerformanceObserver((list) => done(list.getEntries().at(-1)?.startTime ?? 0)).observe({
            type: "largest-contentful-paint",
            buffered: true,
          });
        }),
    );
    return { ms: Number(ms), requests, bytes };
  } finally {
    await context.close();
  }
}

/** @param {Paint[]} paints @returns {Paint} */
function median(paints) {
  const sorted = paints.toSorted((a, b) => a.ms - b.ms);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (!middle) throw new Error("Nothing was painted");
  return middle;
}
