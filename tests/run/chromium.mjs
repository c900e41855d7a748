// A Chromium for the end-to-end tests: the one named, Playwright's own, the system's, or one installed now. The
// headless shell comes first: a page costs it half the processor time of the whole browser.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { node, packageFile } from "../../prisma/run/prepare.mjs";
import { Stop } from "../../prisma/run/say.mjs";
import { installFromDebian, tryTo } from "./debian.mjs";

const systemPlaces = {
  linux: [
    "/usr/bin/chromium-headless-shell",
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/opt/google/chrome/chrome",
  ],
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA].flatMap((base) =>
    base
      ? [
          join(base, "Google\\Chrome\\Application\\chrome.exe"),
          join(base, "Chromium\\Application\\chrome.exe"),
          join(base, "Microsoft\\Edge\\Application\\msedge.exe"),
        ]
      : [],
  ),
};

/**
 * The program file of a Chromium that starts.
 * @returns {Promise<string>}
 */
export async function ensureChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (starts(named)) return named;
    throw new Stop(`CHROMIUM_PATH menunjuk ${named}, tetapi Chromium di situ tidak dapat dijalankan.`);
  }
  const found = await findChromium();
  if (found) return found;
  await tryTo("Memasang Chromium untuk uji peramban", () =>
    node([packageFile("playwright", "cli.js"), "install", "--only-shell", "chromium"], { quiet: true, limit: 300_000 }),
  );
  for (const name of ["chromium-headless-shell", "chromium"])
    if (!(await findChromium())) await installFromDebian([name]);
  const installed = await findChromium();
  if (installed) return installed;
  throw new Stop(
    "Tidak ada Chromium untuk uji peramban, dan tidak dapat dipasang dari sini. Pasang Chromium atau Google Chrome, lalu jalankan lagi; bila letaknya lain: CHROMIUM_PATH=/letak/chromium npm test",
  );
}

/** Playwright's own or the system's; undefined where there is none. */
export async function findChromium() {
  const { chromium } = await import("@playwright/test");
  const places = Object.entries(systemPlaces).find(([platform]) => platform === process.platform)?.[1] ?? [];
  return [...headlessShells(chromium.executablePath()), ...places, chromium.executablePath()].find(starts);
}

/** Playwright's headless shell, which it keeps beside its whole browser and names nowhere. @param {string} browser */
function headlessShells(browser) {
  const folder = dirname(dirname(browser)).replace(/chromium-(\d+)$/, "chromium_headless_shell-$1");
  if (!existsSync(folder)) return [];
  const names = ["chrome-headless-shell", "chrome-headless-shell.exe"];
  return readdirSync(folder).flatMap((inner) => names.map((name) => join(folder, inner, name)));
}

/** Whether the file is there and its libraries are too. @param {string} file */
function starts(file) {
  if (!existsSync(file)) return false;
  // On Windows the question would open a window.
  if (process.platform === "win32") return true;
  try {
    execFileSync(file, ["--version"], { stdio: "ignore", timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}
