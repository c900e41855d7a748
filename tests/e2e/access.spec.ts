import { sessionCookie } from "@/lib/web/session-cookie";
import { demoList, filled, findMeeting, firstLink, linkOn, staffPages } from "./addresses";
import { ownName } from "./meetings";
import { demo, expectAccessible, signIn } from "./support";
import { expect, test } from "./test";

const sragi = { role: "PUSKESMAS_STAFF", organisation: "Sragi" };
const originalOf2025 = "/kegiatan?tahun=2025&jenis=QUARTERLY_LOKMIN";

/** As a browser asks for a page. */
const asPage = { headers: { accept: "text/html" } };

test("who is not signed in is sent to sign in, at every address of the staff", async ({ request }) => {
  for (const address of staffPages()) {
    const answer = await request.get(filled(address, {}), { ...asPage, maxRedirects: 0 });
    expect(answer.status(), address).toBe(307);
    // The first page is only a way to another one, which asks by itself.
    expect(answer.headers().location, address).toMatch(address === "/" ? /^\/beranda$/ : /^\/masuk(\?|$)/);
    expect(await answer.text(), address).not.toContain("<main");
  }
});

const strangers = [
  { name: "another puskesmas of the same kabupaten", who: { organisation: "Katibung" } },
  { name: "a puskesmas elsewhere", who: { organisation: "Puskesmas Malangke" } },
  { name: "the Dinkes of another kabupaten", who: { role: "DINKES_REVIEWER", organisation: "Luwu Utara" } },
];

for (const { name, who } of strangers) {
  test(`a meeting, its rooms and its plan do not exist for ${name}`, async ({ page, somebodyElse }) => {
    const staff = await somebodyElse();
    await signIn(staff, sragi);
    const { id, itemId } = await findMeeting(staff, originalOf2025);
    const seat = await linkOn(staff, "/mitra", /^\/mitra\/[0-9a-f-]{36}$/);
    expect(itemId).not.toBeNull();

    await signIn(page, who);
    const addresses = [
      ...staffPages()
        .filter((address) => address.startsWith("/kegiatan/[id]"))
        .map((address) => filled(address, { id, itemId: itemId ?? "" })),
      seat ?? "",
    ];
    for (const address of addresses) {
      const answer = await page.request.get(address, asPage);
      expect(answer.status(), address).toBe(404);
      const html = await answer.text();
      expect(html, address).toMatch(/<h1[^>]*>Halaman tidak ditemukan<\/h1>/);
      expect(html, address).not.toMatch(/Lokakarya|Sragi/);
    }
    await page.goto(addresses.at(-1) ?? "");
    await expect(page.getByRole("heading", { name: "Halaman tidak ditemukan" })).toBeVisible();
    await expectAccessible(page);
    expect(await linkOn(page, "/kegiatan?tahun=2025", new RegExp(id))).toBeNull();
  });
}

test("a row of somebody else's plan is not found under a meeting of one's own either", async ({
  page,
  somebodyElse,
}) => {
  const staff = await somebodyElse();
  await signIn(staff, sragi);
  const { id, itemId } = await findMeeting(staff, originalOf2025);
  await signIn(page, { organisation: "Puskesmas Malangke" });
  const own = await findMeeting(page, "/kegiatan?tahun=2021");
  for (const address of [`/kegiatan/${own.id}/rtl/${itemId}`, `/kegiatan/${id}/rtl/${own.itemId}`])
    expect((await page.request.get(address, asPage)).status(), address).toBe(404);
});

test("a reader reads everything of the puskesmas and finds nothing to change it with", async ({ page }) => {
  await signIn(page, { role: "PUSKESMAS_READER", organisation: "Sragi" });
  const { id, itemId } = await findMeeting(page, originalOf2025);
  const next = await findMeeting(page, await demoList(page, "keadaan=SCHEDULED&jenis=QUARTERLY_LOKMIN"));
  const running = await findMeeting(page, await demoList(page, "keadaan=IN_PROGRESS"));
  const reads = [
    "/beranda",
    "/kegiatan",
    "/tindak-lanjut",
    "/mitra",
    ...[id, next.id, running.id].flatMap((meeting) =>
      ["", "/undangan", "/kehadiran", "/rtl", "/riwayat"].map((room) => `/kegiatan/${meeting}${room}`),
    ),
    `/kegiatan/${id}/rtl/${itemId}`,
  ];
  for (const address of reads) {
    expect((await page.goto(address))?.status(), address).toBe(200);
    const buttons = await page.locator("main").getByRole("button").allInnerTexts();
    expect(
      buttons.filter((words) => !["Terapkan", "Cari", "Unduh Excel"].includes(words) && !/^Apa itu /.test(words)),
      address,
    ).toEqual([]);
    expect(await firstLink(page, /\/(baru|tambah|ubah|ganti|jabatan|pejabat|kirim|kertas|absen)$/), address).toBeNull();
    expect(await firstLink(page, /wa\.me|\/u\//), address).toBeNull();
  }
  const seat = await linkOn(page, "/mitra", /^\/mitra\/[0-9a-f-]{36}$/);
  for (const address of [
    "/kegiatan/baru",
    `/kegiatan/${next.id}/ubah`,
    `/kegiatan/${next.id}/undangan/tambah`,
    `/kegiatan/${next.id}/kirim`,
    `/kegiatan/${running.id}/kehadiran/kertas`,
    `/kegiatan/${running.id}/absen`,
    `/kegiatan/${running.id}/layar`,
    `/kegiatan/${running.id}/rtl/tambah`,
    `/kegiatan/${id}/rtl/${itemId}/ubah`,
    "/mitra/baru",
    ...["ganti", "jabatan", "pejabat"].map((form) => `${seat}/${form}`),
    "/pengguna",
    "/pengguna/baru",
  ])
    expect((await page.request.get(address, asPage)).status(), address).toBe(404);
});

test("a new colleague signs in by a link; deactivated, she is out at the next request @tanpa-js", async ({
  page,
  somebodyElse,
}) => {
  const email = `${ownName("rekan").replace(" ", "-")}@katibung.example`;
  const name = ownName("Nurul Azizah Fitri");
  const password = "pagi cerah di Katibung";
  await signIn(page, { role: "PUSKESMAS_ADMIN", organisation: "Katibung" });
  await page.goto("/pengguna/baru");
  await page.getByRole("button", { name: "Tambah dan buat tautan masuk" }).click();
  await expect(page.locator("main").getByRole("alert").getByRole("link")).toHaveText([
    "Isi nama",
    /alamat email/,
    "Pilih peran",
  ]);
  await page.getByLabel("Nama", { exact: true }).fill(name);
  await page.getByLabel("Alamat email").fill(email);
  await page.getByRole("radio", { name: /^Petugas puskesmas/ }).check();
  await page.getByRole("button", { name: "Tambah dan buat tautan masuk" }).click();
  const link = await page.getByRole("textbox", { name: /[Tt]autan/ }).inputValue();
  await expectAccessible(page);

  const colleague = await somebodyElse();
  await colleague.goto(link);
  await colleague.getByLabel("Kata sandi baru", { exact: true }).fill(password);
  await colleague.getByLabel("Ulangi kata sandi baru").fill("lain sekali");
  await colleague.getByRole("button", { name: "Simpan kata sandi" }).click();
  await expect(colleague.locator("main").getByRole("alert")).toBeVisible();
  await expectAccessible(colleague);
  await colleague.getByLabel("Kata sandi baru", { exact: true }).fill(password);
  await colleague.getByLabel("Ulangi kata sandi baru").fill(password);
  await colleague.getByRole("button", { name: "Simpan kata sandi" }).click();
  await expect(colleague).toHaveURL(/\/masuk\?baru$/);
  await colleague.getByLabel("Alamat email").fill(email);
  await colleague.getByLabel("Kata sandi").fill(password);
  await colleague.getByRole("button", { name: "Masuk", exact: true }).click();
  await expect(colleague).toHaveURL(/\/beranda$/);
  await colleague.goto("/kegiatan");
  await expect(colleague.getByRole("heading", { level: 1, name: "Kegiatan" })).toBeVisible();

  await page.goto(`/pengguna?q=${encodeURIComponent(email)}`);
  await page.getByRole("link", { name }).locator("visible=true").click();
  await page.getByText("Nonaktifkan pengguna …").click();
  await page.getByRole("button", { name: "Nonaktifkan pengguna" }).click();
  await expect(page.getByText(/^Nonaktif sejak/)).toBeVisible();
  await colleague.reload();
  await expect(colleague).toHaveURL(/\/masuk/);
});

test("the session's cookie is out of reach for scripts and other sites, and headers close what is not needed", async ({
  page,
  context,
}) => {
  await signIn(page, sragi);
  const cookies = await context.cookies();
  const session = cookies.filter(({ name }) => name === sessionCookie());
  expect(session).toHaveLength(1);
  for (const cookie of cookies) {
    expect(cookie.httpOnly, cookie.name).toBe(true);
    expect(["Lax", "Strict"], cookie.name).toContain(cookie.sameSite);
  }
  const link = demo().links[0]?.path ?? "";
  for (const [address, referrer] of [
    ["/beranda", "same-origin"],
    ["/kegiatan/tidak-ada", "same-origin"],
    [link, "no-referrer"],
    [`${link}x`, "no-referrer"],
  ] as const) {
    const headers = (await page.goto(address))?.headers() ?? {};
    expect(headers["content-security-policy"], address).not.toMatch(/unsafe-(inline|eval)/);
    expect(headers["content-security-policy"], address).toContain("default-src 'none'");
    expect(headers["content-security-policy"], address).toContain("frame-ancestors 'none'");
    expect(headers["x-content-type-options"], address).toBe("nosniff");
    expect(headers["referrer-policy"], address).toBe(referrer);
    if (address.startsWith("/u/")) {
      expect(headers["cache-control"], address).toBe("no-store");
      expect(headers["x-robots-tag"], address).toContain("noindex");
    }
  }
});

test("every kind of answer says what it is, and that nobody may guess it or frame it", async ({ page }) => {
  await signIn(page, sragi);
  const html = await (await page.request.get("/beranda")).text();
  const files = [/\/_next\/static\/[^"]+\.js/, /\/_next\/static\/[^"]+\.css/].map((form) => form.exec(html)?.[0] ?? "");
  const nobody = "00000000-0000-4000-8000-000000000000";
  for (const address of [
    ...[...files, "/_next/static/tidak-ada.js", "/favicon.ico", "/lokmin.svg", "/gagal.css", "/sw.js", "/"],
    ...["/api/sehat", "/api/sehat/hidup", "/api/cari?q=ra", "/api/v1/meetings", "/api/tidak-ada", "/api/auth/session"],
    ...["/tidak-ada", `/berkas/${nobody}`, `/kegiatan/${nobody}`, "/pegawai/ekspor", "/impor/mitra/templat"],
    ...["/u/aaaaaaaaaaaaaaaaaaaaaa", "/t/x", "/d/x", "/h", "/kalender/x.ics", "/periksa", "/privasi", "/masuk/isian"],
  ]) {
    const answer = await page.request.get(address, { maxRedirects: 0 });
    const headers = answer.headers();
    expect(headers["x-content-type-options"], address).toBe("nosniff");
    expect(headers["content-security-policy"], address).toContain("frame-ancestors 'none'");
    expect(headers["access-control-allow-origin"], address).toBeUndefined();
    const { length } = await answer.body();
    if (length === 0) continue;
    expect(headers["content-type"], address).toBeTruthy();
    if (/^text\/(html|plain|css|csv)/.test(headers["content-type"] ?? ""))
      expect(headers["content-type"], address).toMatch(/charset=utf-8/i);
  }
});
