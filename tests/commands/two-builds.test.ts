// An installation is updated while a page of the version before is open: its form is taken, its scripts are there.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildOfSources } from "@/prisma/run/build.mjs";
import { root } from "@/prisma/run/prepare.mjs";
import { dataFolderCopy, emptyFolder } from "./folder";
import { startLokmin } from "./lokmin";
import { formWith, page, signIn } from "./visit";

const sources = ["app", "components", "lib", "prisma", "public", "tests/factories", "instrumentation.ts"];
const settings = ["next.config.ts", "package.json", "package-lock.json", "tsconfig.json"];
const changed = "app/(staf)/mitra/baru/page.tsx";

/** The same installation with another version of its sources. */
function nextVersion(): string {
  const tree = join(emptyFolder(), "lokmin");
  mkdirSync(join(tree, ".builds"), { recursive: true });
  for (const path of [...sources, ...settings]) cpSync(join(root, path), join(tree, path), { recursive: true });
  for (const path of ["node_modules", join(".builds", buildOfSources().folder.split(/[\\/]/).at(-1) ?? "")])
    linkFolder(join(root, path), join(tree, path));
  const text = readFileSync(join(tree, changed), "utf8");
  expect(text).toContain("Tambah jabatan");
  writeFileSync(join(tree, changed), text.replaceAll("Tambah jabatan", "Catat jabatan baru"));
  return tree;
}

/** Files in common are quick to copy; between two disks they have to be copied. */
function linkFolder(from: string, to: string) {
  try {
    execFileSync("cp", ["-al", from, to], { stdio: "ignore" });
  } catch {
    execFileSync("cp", ["-a", from, to]);
  }
}

const scriptsOf = (html: string) => [
  ...new Set([...html.matchAll(/"(\/_next\/static\/[^"\\]+)"/g)].map(([, path = ""]) => path)),
];

test.skipIf(process.platform === "win32")(
  "a form opened before an update is taken after it, and what was typed wrongly comes back",
  async () => {
    const data = dataFolderCopy();
    const first = await startLokmin({ data });
    await first.ready();
    const { accounts, password } = JSON.parse(readFileSync(join(data, "demo.json"), "utf8"));
    const { email } = accounts.find(({ role }: { role: string }) => role === "PUSKESMAS_ADMIN");
    const cookie = await signIn(first.url, email, password);
    const { body: opened } = await page(first.url, "/mitra/baru", cookie);
    await first.stop("SIGTERM");

    const second = await startLokmin({ data, tree: nextVersion() });
    expect(await second.ready()).toContain("Membangun aplikasi");
    const { body: newer } = await page(second.url, "/mitra/baru", cookie);
    expect(newer).toContain("Catat jabatan baru");
    for (const path of scriptsOf(opened)) expect((await fetch(second.url + path)).status, path).toBe(200);

    const send = (typed: Record<string, string>) =>
      fetch(`${second.url}/mitra/baru`, {
        method: "POST",
        headers: { accept: "text/html", cookie, origin: second.url },
        body: formWith(opened, typed),
        redirect: "manual",
      });
    const words = { title: "Ketua Karang Taruna", institution: "Karang Taruna Uji Coba", sector: "OTHER" };
    const refused = await send({ ...words, title: "" });
    expect(refused.status).toBe(200);
    expect(await refused.text()).toContain('value="Karang Taruna Uji Coba"');
    const saved = await send(words);
    expect(saved.status).toBe(303);
    const seat = await page(second.url, saved.headers.get("location") ?? "", cookie);
    expect(seat.body).toContain("Karang Taruna Uji Coba");
    await second.stop("SIGTERM");
  },
  600_000,
);
