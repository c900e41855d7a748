// npm start -- kantor: out of the demo into an office of one's own, as far as its directory.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dataFolderCopy } from "./folder";
import { endOf, expectSentence, startLokmin } from "./lokmin";
import { formWith, page } from "./visit";

const admin = {
  ...{ kind: "PUSKESMAS", area: "18.01.15", organisationName: "", name: "Ratna", email: "ratna@lokmin.example" },
  ...{ newPassword: "sandi kantor pertama", repeatPassword: "sandi kantor pertama" },
};

async function send(url: string, path: string, cookie: string, typed: Record<string, string>) {
  const { body } = await page(url, path, cookie);
  const answer = await fetch(url + path, {
    ...{ method: "POST", redirect: "manual", body: formWith(body, typed) },
    headers: { cookie, origin: url },
  });
  const given = answer.headers.getSetCookie().map((one) => one.split(";", 1)[0]);
  return { status: answer.status, location: answer.headers.get("location") ?? "", cookie: given.join("; ") };
}

test("an office leaves the demo behind in one confirmed step, and has its first mitra on the third page", async () => {
  const data = dataFolderCopy();
  expectSentence(
    await endOf({ data, args: ["kantor"] }),
    /data contoh.+ \d+ instansi, .+ kegiatan, .+npm run cadangan/,
  );
  expectSentence(await endOf({ data, args: ["kantro"] }), /npm start tidak mengenal "kantro"/);
  expect(existsSync(join(data, "demo.json"))).toBe(true);

  const office = await startLokmin({ data, args: ["kantor", "--tinggalkan-contoh"] });
  const said = await office.ready();
  expect(said).not.toContain("Akun contoh");
  const [, path = ""] = /(\/pasang\/\S+)/.exec(said) ?? [];
  expect((await page(office.url, "/masuk", "")).body).toContain("Belum ada pengguna.");
  // Page 1: the office and its admin; page 2: the steps; page 3: the directory, all of it ticked.
  const begun = await send(office.url, path, "", admin);
  expect(begun).toMatchObject({ status: 303, location: "/mulai" });
  const steps = await page(office.url, "/mulai", begun.cookie);
  expect(steps.body).toContain("Kecamatan Sragi, 10 desa, WIB.");
  expect(steps.body).toContain(`href="/mitra/usulan"`);
  const grid = await page(office.url, "/mitra/usulan", begun.cookie);
  const keys = [...grid.body.matchAll(/name="rows\.(\d+)\.key" value="([^"]+)"/g)];
  const typed = Object.fromEntries(keys.map(([, index]) => [`rows.${index}.chosen`, "ya"]));
  const made = await send(office.url, "/mitra/usulan", begun.cookie, { ...typed, "rows.0.name": "Arisandi" });
  expect(made.location).toMatch(/^\/mitra\/usulan\?dibuat=36&/);
  expect((await page(office.url, "/mitra", begun.cookie)).body).toContain("Arisandi");
  expect((await page(office.url, path, "")).status).toBe(404);
  await office.stop("SIGTERM");

  const next = await startLokmin({ data });
  expect(await next.ready()).not.toMatch(/Mengisi data contoh|Akun contoh|\/pasang\//);
  expect((await page(next.url, "/mitra", begun.cookie)).body).toContain("Arisandi");
  await next.stop("SIGTERM");
});
