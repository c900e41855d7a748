// Packages of Debian for programs that tests need, where this process may install them.
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { command } from "../../prisma/run/prepare.mjs";
import { step } from "../../prisma/run/say.mjs";

let isListRead = false;

/**
 * Tries to install, and reads Debian's list once where that fails; whether it worked shows in what is found afterwards.
 * @param {string[]} packages
 */
export async function installFromDebian(packages) {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  const install = () =>
    tryTo(`Memasang ${packages.join(", ")} dari Debian`, () =>
      aptGet(["install", "-y", "--no-install-recommends", ...packages]),
    );
  if ((await install()) || isListRead) return;
  isListRead = true;
  await tryTo("Membaca daftar paket Debian", () => aptGet(["update"]));
  await install();
}

/** One at a time on this machine: test workers may need the same package at once. @param {string[]} args */
function aptGet(args) {
  return command("flock", [join(tmpdir(), "lokmin-apt.lock"), "apt-get", "-o", "DPkg::Lock::Timeout=300", ...args], {
    quiet: true,
    limit: 600_000,
    env: { DEBIAN_FRONTEND: "noninteractive" },
  });
}

/** An attempt that may fail; whether it worked. @param {string} what @param {() => Promise<void>} work */
export async function tryTo(what, work) {
  try {
    await step(what, work);
    return true;
  } catch (error) {
    console.log(`  ${what}: tidak berhasil (${error instanceof Error ? error.message : error})`);
    return false;
  }
}
