// The Dockerfile followed in a plain Debian, where no Docker is: its steps in a folder of its own made by debootstrap.
// Minutes and a gigabyte, so only when asked.
import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { root } from "@/prisma/run/prepare.mjs";
import { freePort, pause } from "@/prisma/run/processes.mjs";
import { ensurePrograms, findProgram, runLimited } from "@/tests/setup/programs";
import { emptyFolder } from "./folder";

const isAsked = process.env.LOKMIN_CONTAINER === "1";
const limit = 40 * 60_000;

type Step = { name: string; rest: string };

const steps: Step[] = readFileSync(join(root, "deploy/Dockerfile"), "utf8")
  .split("\n")
  .filter((line) => /^[A-Z]+ /.test(line))
  .map((line) => ({ name: line.split(" ", 1)[0] ?? "", rest: line.slice(line.indexOf(" ") + 1) }));

let mounted = "";

/** Before the folder is taken away: of hooks the last one runs first. */
afterEach(() => {
  if (mounted) execFileSync("umount", ["-l", mounted]);
});

test.runIf(isAsked)(
  "a plain Debian builds and starts the app by the steps of the Dockerfile",
  { timeout: limit },
  async () => {
    await ensurePrograms("debootstrap");
    const debian = join(emptyFolder(), "debian");
    await runLimited(
      findProgram("debootstrap") ?? "debootstrap",
      ["--variant=minbase", "--include=ca-certificates,libstdc++6,libatomic1", "bookworm", debian, mirror()],
      { signal: AbortSignal.timeout(limit) },
    );
    placeNode(debian);
    const env: Record<string, string> = {
      PATH: "/usr/sbin:/usr/bin:/sbin:/bin",
      HOME: "/root",
      ...certificates(debian),
    };
    const place = { folder: "/", user: "root", env };
    const inside = (command: string[]) => [
      ...[debian, "/usr/bin/env", "-i", "-C", place.folder],
      ...Object.entries(place.env).map(([name, value]) => `${name}=${value}`),
      ...(place.user === "root" ? [] : ["setpriv", `--reuid=${place.user}`, `--regid=${place.user}`, "--clear-groups"]),
      ...command,
    ];
    // As in a container: Node reads there how much memory it has.
    execFileSync("mount", ["-t", "proc", "proc", join(debian, "proc")]);
    mounted = join(debian, "proc");
    let start: string[] = [];
    for (const { name, rest } of steps) {
      if (name === "WORKDIR") place.folder = rest;
      if (name === "USER") [place.user, place.env.HOME] = [rest, homeOf(debian, rest)];
      if (name === "ENV") Object.assign(place.env, Object.fromEntries(rest.split(" ").map((pair) => pair.split("="))));
      if (name === "COPY") copySources(join(debian, place.folder), debian);
      if (name === "RUN") execFileSync("chroot", inside(["/bin/sh", "-c", rest]), { stdio: "inherit", timeout: limit });
      if (name === "CMD") start = JSON.parse(rest);
    }
    const port = await freePort();
    place.env.PORT = String(port);
    const server = spawn("chroot", inside(start), { stdio: "inherit" });
    const ended = new Promise<number | null>((done) => server.once("exit", done));
    try {
      for (const until = Date.now() + 600_000; Date.now() < until && server.exitCode === null; await pause(500))
        if ((await fetch(`http://127.0.0.1:${port}/api/sehat/siap`).catch(() => null))?.ok) break;
      expect(await (await fetch(`http://127.0.0.1:${port}/masuk`)).text()).toContain("Lokmin");
    } finally {
      server.kill("SIGTERM");
    }
    expect(await ended).toBe(0);
  },
);

/** Where this machine's own packages come from. */
function mirror(): string {
  const lists = ["/etc/apt/sources.list", "/etc/apt/sources.list.d/debian.sources"].filter((file) => existsSync(file));
  const text = lists.map((file) => readFileSync(file, "utf8")).join("\n");
  return /(?:^URIs:\s*|^deb(?:\s+\[[^\]]*\])?\s+)(\S+)/m.exec(text)?.[1] ?? "";
}

/** What the image brings: Node and npm, and here the registry's settings of this machine. */
function placeNode(debian: string) {
  cpSync(realpathSync(process.execPath), join(debian, "usr/bin/node"));
  const npm = dirname(dirname(realpathSync(execFileSync("which", ["npm"], { encoding: "utf8" }).trim())));
  cpSync(npm, join(debian, "usr/lib/node_modules/npm"), { recursive: true, verbatimSymlinks: true });
  execFileSync("ln", ["-sf", "../lib/node_modules/npm/bin/npm-cli.js", join(debian, "usr/bin/npm")]);
  const settings = join(process.env.HOME ?? "/root", ".npmrc");
  mkdirSync(join(debian, "etc"), { recursive: true });
  for (const file of ["/etc/hosts", "/etc/resolv.conf"]) if (existsSync(file)) cpSync(file, join(debian, file));
  if (existsSync(settings)) cpSync(settings, join(debian, "usr/lib/node_modules/npm/npmrc"));
}

/** Whom this machine trusts beside what Debian ships, where npm's registry is behind an authority of its own. */
function certificates(debian: string): Record<string, string> {
  const own = process.env.NODE_EXTRA_CA_CERTS;
  if (!own || !existsSync(own)) return {};
  const inside = "/etc/lokmin-test-authorities.crt";
  cpSync(realpathSync(own), join(debian, inside));
  return { NODE_EXTRA_CA_CERTS: inside, npm_config_cafile: inside };
}

function homeOf(debian: string, user: string): string {
  return execFileSync("chroot", [debian, "getent", "passwd", user], { encoding: "utf8" }).split(":")[5] ?? "/";
}

function copySources(to: string, debian: string) {
  execFileSync("git", ["-C", root, "checkout-index", "-a", `--prefix=${to}/`]);
  execFileSync("chroot", [debian, "chown", "-R", "lokmin:", to.slice(debian.length)]);
}
