// Programs of the system that tests look at papers with, or put before or behind the app: found, else installed, else
// named in the failure.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, parse } from "node:path";
import { pathToFileURL } from "node:url";
import { installFromDebian } from "@/tests/run/debian.mjs";

const poppler = { packages: ["poppler-utils"], files: [] };

const programs = {
  pdfinfo: poppler,
  pdffonts: poppler,
  pdfimages: poppler,
  pdftotext: poppler,
  pdftoppm: poppler,
  qpdf: { packages: ["qpdf"], files: [] },
  pgbouncer: { packages: ["pgbouncer"], files: [] },
  nginx: { packages: ["nginx-light"], files: [] },
  openssl: { packages: ["openssl"], files: [] },
  debootstrap: { packages: ["debootstrap"], files: [] },
  "systemd-analyze": { packages: ["systemd"], files: [] },
  // The program is there with either part alone; without fonts of Arial's widths a page breaks elsewhere.
  soffice: {
    packages: ["libreoffice-writer", "libreoffice-calc", "fonts-liberation"],
    files: ["libswlo.so", "libsclo.so", "/usr/share/fonts/truetype/liberation"],
  },
} as const;

export type Program = keyof typeof programs;

/** For the hook that calls ensurePrograms: an installation may take minutes. */
export const installLimit = 20 * 60_000;

const usualLimit = 180_000;

/** @throws naming the package, where a program is missing and cannot be installed */
export async function ensurePrograms(...names: Program[]): Promise<void> {
  for (const name of names) {
    if (findProgram(name)) continue;
    await installFromDebian([...programs[name].packages]);
    if (!findProgram(name)) throw new Error(missing(name));
  }
}

/** Runs a program and gives what it wrote; `input` is what it reads. @throws with its words, where it fails */
export function runProgram(name: Program, args: readonly string[], input?: Uint8Array): Promise<Buffer> {
  const file = findProgram(name);
  if (!file) throw new Error(missing(name));
  return runLimited(file, args, { input });
}

/** The files as LibreOffice converts them, in one start with a profile of its own. */
export async function convertOffice(
  files: readonly { name: string; bytes: Uint8Array }[],
  to: string = "pdf",
): Promise<Buffer[]> {
  return inFolder(async (folder) => {
    const converted = join(folder, "converted");
    mkdirSync(converted);
    for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`;
    const settings = [profile, "--headless", "--norestore", "--convert-to", to, "--outdir", converted];
    const output = await runProgram("soffice", [...settings, ...files.map(({ name }) => join(folder, name))]);
    return files.map(({ name }) => {
      const result = join(converted, `${parse(name).name}.${to.split(":", 1)[0]}`);
      // It ends with 0 also where it could not read the file.
      if (!existsSync(result)) throw new Error(`LibreOffice made no ${to} of ${name}: ${output}`);
      return readFileSync(result);
    });
  });
}

/** For programs that read no stream: the bytes as a file, gone afterwards. */
export async function onFile<T>(name: string, bytes: Uint8Array, work: (file: string) => Promise<T>): Promise<T> {
  return inFolder((folder) => {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    return work(file);
  });
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "lokmin-program-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Runs a program with all it starts, and ends all of it at the signal. */
export function runLimited(
  file: string,
  args: readonly string[],
  { input, signal = AbortSignal.timeout(usualLimit) }: { input?: Uint8Array; signal?: AbortSignal } = {},
): Promise<Buffer> {
  return new Promise((done, fail) => {
    const isGroup = process.platform !== "win32";
    const child = spawn(file, args, { detached: isGroup, stdio: ["pipe", "pipe", "pipe"] });
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on("data", (chunk) => output.push(chunk));
    child.stderr.on("data", (chunk) => errors.push(chunk));
    const end = () => (isGroup && child.pid ? process.kill(-child.pid, "SIGKILL") : child.kill("SIGKILL"));
    signal.addEventListener("abort", end, { once: true });
    child.once("error", fail);
    child.once("close", (code) => {
      signal.removeEventListener("abort", end);
      if (code === 0) return done(Buffer.concat(output));
      const why = signal.aborted ? "took too long" : `code ${code}`;
      fail(new Error(`${[file, ...args].join(" ")}: ${why}\n${Buffer.concat(errors)}${Buffer.concat(output)}`));
    });
    // A program that ends before it has read everything closes the pipe.
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}

/** The program file, with all it needs; undefined where any of it is missing. */
export function findProgram(name: Program): string | undefined {
  const { PATH = "" } = process.env;
  const folders = [...PATH.split(delimiter), "/usr/sbin", "/Applications/LibreOffice.app/Contents/MacOS"].filter(
    Boolean,
  );
  const file = folders
    .flatMap((folder) => [join(folder, name), join(folder, `${name}.exe`)])
    .find((place) => existsSync(place));
  if (!file || process.platform !== "linux") return file;
  const home = dirname(realpathSync(file));
  return programs[name].files.every((needed) => existsSync(needed.startsWith("/") ? needed : join(home, needed)))
    ? file
    : undefined;
}

function missing(name: Program): string {
  return `Tidak ada ${name} untuk uji ini, dan tidak dapat dipasang dari sini. Pasang ${programs[name].packages.join(", ")}, lalu jalankan lagi.`;
}
