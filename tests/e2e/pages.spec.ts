import { randomUUID } from "node:crypto";
import type { APIResponse, Page, Response } from "@playwright/test";
import type { Role } from "@/prisma/generated/enums";
import { demoList, filled, findMeeting, linkOn, linksIn } from "./addresses";
import { kindsIn, newKinds } from "./markup";
import { admins, type Kind, pages, puskesmas, writers } from "./page-list";
import {
  demo,
  expectAccessible,
  expectAccessibleOnBoth,
  expectNarrowEnough,
  expectServedAccessible,
  signIn,
} from "./support";
import { expect, test } from "./test";

const nobody = "00000000-0000-4000-8000-000000000000";

const onceClosed: Kind[] = ["closed"];

type Place = { pattern: string; kind: Kind; address: string; status: number };

const known = new Map<string, Place[]>();

/** Every page with real ids in its address, and whether the role finds it; looked up once per person. */
async function placesFor(page: Page, who: Person, email: string): Promise<Place[]> {
  const { role, organisation } = who;
  const before = known.get(email);
  if (before) return before;
  const isPuskesmas = puskesmas.includes(role);
  const isProvince = organisation.startsWith("Provinsi");
  const first = (address: string, link: RegExp) => linkOn(page, address, link);
  const closed = await findMeeting(page, "/kegiatan?tahun=2025&jenis=QUARTERLY_LOKMIN");
  const running = await findMeeting(page, await demoList(page, "keadaan=IN_PROGRESS"));
  const meetings = { closed, running };
  const ids = {
    jenis: "mitra",
    seat: idOf(isPuskesmas ? await first("/mitra", /^\/mitra\/[0-9a-f-]{36}$/) : null),
    staff: idOf(await first("/pegawai", /^\/pegawai\/[0-9a-f-]{36}$/)),
    person:
      (writers.includes(role) ? await first("/mitra/orang", /^\/mitra\/orang\/[0-9a-f-]{36}$/) : null)?.split("/")[3] ??
      "",
    user: idOf(admins.includes(role) ? await first("/pengguna", /^\/pengguna\/[0-9a-f-]{36}$/) : null),
    organisation: await puskesmasId(page, who),
    template: idOf(await first("/templat", /^\/templat\/[0-9a-f-]{36}$/)),
    kunci: "bulanan-rutin",
    webhook: "00000000-0000-4000-8000-000000000000",
    ...(isPuskesmas
      ? {
          indikator: idOf(await first("/capaian", /^\/capaian\/[0-9a-f-]{36}\b/)),
          kode: (await first("/capaian", /^\/capaian\/desa\//))?.split(/[/?]/)[3] ?? "",
        }
      : {}),
    definisi: (await first("/capaian/indikator", /^\/capaian\/indikator\/[0-9a-f-]{36}$/))?.split("/")[3] ?? "",
    laporan: idOf(await first("/tinjauan?keadaan=semua", /^\/tinjauan\/[0-9a-f-]{36}$/)),
    programme: idOf(await first("/program", /^\/program\/[0-9a-f-]{36}$/)),
    umpan: (await first("/tinjauan/umpan-balik", /^\/tinjauan\/umpan-balik\/[0-9a-f-]{36}$/))?.split("/")[3] ?? "",
    cluster: idOf(await first("/klaster", /^\/klaster\/[0-9a-f-]{36}$/)) || randomUUID(),
    // A province's own inbox holds what was handed on to it.
    escalation: idOf(
      await first(isProvince ? "/eskalasi?lingkup=bawahan" : "/eskalasi", /^\/eskalasi\/[0-9a-f-]{36}$/),
    ),
  };
  const places = Object.entries(pages).flatMap(([pattern, { roles, meetings: kinds = onceClosed, ...only }]) =>
    kinds.map((kind) => {
      const { id, itemId, problemId, noteId } = meetings[kind];
      const isFor = roles.includes(role) && !(isProvince ? only.notForProvince : only.onlyForProvince);
      const found = { itemId: itemId ?? "", problemId: problemId ?? "", noteId: noteId ?? nobody };
      const address = filled(pattern, { ...ids, id, ...found });
      return { pattern, kind, address, status: isFor ? 200 : 404 };
    }),
  );
  known.set(email, places);
  return places;
}

const idOf = (address: string | null) => address?.split(/[/?]/)[2] ?? "";

const anOrganisation = /^\/organisasi\/[0-9a-f-]{36}$/;

/** The puskesmas itself, or the last one below a Dinkes; below a province there is a kabupaten in between. */
async function puskesmasId(page: Page, { role, organisation }: Person): Promise<string> {
  if (puskesmas.includes(role)) return idOf(await linkOn(page, "/akun", anOrganisation));
  const below = await lastOrganisationOn(page, "/organisasi");
  return idOf(organisation.startsWith("Provinsi") ? await lastOrganisationOn(page, below) : below);
}

async function lastOrganisationOn(page: Page, address: string): Promise<string> {
  const answer = await page.request.get(address);
  return linksIn(await answer.text()).findLast((link) => anOrganisation.test(link)) ?? "";
}

/** What every document of the app keeps to. */
async function expectSound(answer: Response | APIResponse | null, place: string) {
  const headers = answer?.headers() ?? {};
  expect(headers["content-security-policy"], place).not.toMatch(/unsafe-(inline|eval)/);
  expect(headers["content-security-policy"], place).toContain("default-src 'none'");
  expect(headers["x-content-type-options"], place).toBe("nosniff");
  expect(headers["referrer-policy"], place).toMatch(/same-origin|no-referrer/);
  expect(await answer?.text(), place).not.toMatch(/<[^>]+ style="/);
}

/** Beside other tabs and in the history a page below a meeting says which meeting. */
function expectNamed(served: string, address: string) {
  const [, title = ""] = served.match(/<title>([^<]*)</) ?? [];
  expect(title, address).toMatch(/(Lokakarya|Lokmin|Kalakarya).+ · Lokmin$/);
}

type Person = { role: Role; organisation: string };

/** Who sees and may do most comes first. */
const people: Person[] = [
  ...puskesmas.map((role) => ({ role, organisation: "Sragi" })),
  { role: "DINKES_ADMIN", organisation: "Kabupaten Lampung Selatan" },
  { role: "DINKES_REVIEWER", organisation: "Kabupaten Lampung Selatan" },
  { role: "DINKES_ADMIN", organisation: "Provinsi Lampung" },
];

const isMeeting = ({ pattern }: Place) => /^\/(kegiatan|surat\/[^/]+)\/\[id\]/.test(pattern);
const isRegister = ({ pattern }: Place) => /^\/(mitra|organisasi|pengguna)\b/.test(pattern);

const areas = {
  "a meeting that is over": (place: Place) => isMeeting(place) && place.kind === "closed",
  "a meeting that runs": (place: Place) => isMeeting(place) && place.kind === "running",
  registers: isRegister,
  "the rest": (place: Place) => !isMeeting(place) && !isRegister(place),
};

/** The kinds of elements that were looked at on a page, whichever test looked. */
const seen = new Map<string, Set<string>>();

/**
 * Every page is asked for in every role's name; a browser opens it where the document has a kind of element that the
 * roles before have not shown there.
 */
async function lookAt(page: Page, { address, pattern, kind, status }: Place) {
  const answer = await page.request.get(address, { headers: { accept: "text/html" } });
  expect(answer.status(), address).toBe(status);
  await expectSound(answer, address);
  const served = await answer.text();
  if (status === 200 && pattern.startsWith("/kegiatan/[id]")) expectNamed(served, address);
  const before = seen.get(status === 404 ? "404" : `${pattern} ${kind}`) ?? new Set();
  if (newKinds(served, before).length === 0) return;
  seen.set(status === 404 ? "404" : `${pattern} ${kind}`, new Set([...before, ...kindsIn(served)]));
  await page.goto(address);
  await expectAccessibleOnBoth(page);
  if (newKinds(served, kindsIn(await page.content())).length > 0) await expectServedAccessible(page, served);
}

test.describe("every page opens or is not found, is accessible and fits the screen", () => {
  test.describe.configure({ mode: "parallel", timeout: 600_000 });
  for (const [area, isInside] of Object.entries(areas)) {
    test(area, async ({ page }) => {
      for (const who of people) {
        const { email } = await signIn(page, who);
        const places = await placesFor(page, who, email);
        await test.step(email, async () => {
          for (const place of places.filter(isInside)) await lookAt(page, place);
        });
        await page.context().clearCookies();
      }
    });
  }
});

test("the main pages are accessible in the dark as well", async ({ page }) => {
  test.slow();
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/masuk");
  await expectAccessible(page, "dark");
  for (const { path } of demo().links.slice(0, 3)) {
    await page.goto(path);
    await expectAccessible(page, "dark");
  }
  await signIn(page, { role: "PUSKESMAS_STAFF", organisation: "Sragi" });
  const { id, itemId } = await findMeeting(page, "/kegiatan?tahun=2025&jenis=QUARTERLY_LOKMIN");
  const running = await findMeeting(page, await demoList(page, "keadaan=IN_PROGRESS"));
  for (const address of [
    "/beranda",
    "/kegiatan",
    "/kegiatan/baru",
    `/kegiatan/${id}`,
    `/kegiatan/${id}/undangan`,
    `/kegiatan/${id}/rtl/${itemId}`,
    `/kegiatan/${running.id}/kehadiran`,
    "/tindak-lanjut",
    "/mitra",
    "/capaian",
    "/siapa-datang",
    "/bantuan",
    `/kegiatan/${running.id}/masalah`,
    "/tidak-ada",
  ]) {
    await page.goto(address);
    await expectAccessible(page, "dark");
  }
});

test("lists without a hit say what to do next", async ({ page }) => {
  await signIn(page, { role: "PUSKESMAS_ADMIN", organisation: "Sragi" });
  for (const address of [
    "/capaian?tahun=2019",
    "/eskalasi?status=ditarik",
    "/kegiatan?tahun=1999",
    "/tindak-lanjut?cari=tidakadasamasekali",
    "/mitra?q=tidakadasamasekali",
    "/mitra?arsip=1",
    "/pengguna?q=tidakadasamasekali",
    "/riwayat?before=1",
  ]) {
    await page.goto(address);
    await expect(page.locator("main")).toContainText(/Tidak ada|Belum ada|masih kosong/);
    await expectAccessible(page);
  }
});

test("every demo link opens a page that is accessible, closed or open", async ({ page }) => {
  const { links } = demo();
  expect(links.length).toBeGreaterThan(3);
  for (const { path } of links) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(200);
    await expectSound(answer, path);
    await expectAccessible(page);
  }
  const wrong = await page.goto("/masuk/tautan/tidakada");
  await expectSound(wrong, "/masuk/tautan/tidakada");
  await expectAccessible(page);
  expect((await page.goto("/pasang/tidakada"))?.status()).toBe(404);
  await expectNarrowEnough(page);
});
