import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig, devices } from "@playwright/test";
import { freePort } from "./prisma/run/processes.mjs";
import { findChromium } from "./tests/run/chromium.mjs";

// Settled once, in the main process: the workers read this file again and inherit what it put in the environment.
const chromium = process.env.CHROMIUM_PATH ?? (await findChromium());
process.env.LOKMIN_E2E_PORT ??= String(await freePort());
process.env.LOKMIN_E2E_DATA ??= join(tmpdir(), `lokmin-e2e-${process.env.LOKMIN_E2E_PORT}`);

export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.spec.ts",
  globalSetup: "./tests/setup/server.ts",
  outputDir: "test-results",
  forbidOnly: process.env.CI === "true",
  // Twice for CI's sake alone; the report calls such a test flaky, and it has a fault, or the app has.
  retries: process.env.CI === "true" ? 1 : 0,
  workers: 2,
  // None of the tests is about how fast the machine is: the limits only end what hangs.
  timeout: 180_000,
  globalTimeout: 75 * 60_000,
  expect: { timeout: 30_000 },
  reporter: "list",
  use: {
    baseURL: `http://localhost:${process.env.LOKMIN_E2E_PORT}`,
    locale: "id-ID",
    // Far from Indonesia, so that a time taken from the browser's zone shows.
    timezoneId: "Pacific/Kiritimati",
    // A trace costs half as much again as opening a page does: --trace on, where a picture does not tell enough.
    screenshot: "only-on-failure",
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
      ],
    },
  },
  // Most tests run with script. Those tagged @tanpa-js run again without it, on a phone: there a form is posted, and a
  // page answers, by other code. @hanya-tanpa-js is what is there only without script.
  projects: [
    { name: "dengan-js", grepInvert: /@hanya-tanpa-js/, use: { viewport: { width: 1280, height: 800 } } },
    {
      name: "tanpa-js",
      grep: /@tanpa-js/,
      use: {
        ...devices["Galaxy S8"],
        viewport: { width: 360, height: 740 },
        javaScriptEnabled: false,
      },
    },
  ],
});
