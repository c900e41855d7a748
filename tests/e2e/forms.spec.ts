import type { Page } from "@playwright/test";
import { demoList, findMeeting, firstLink, planRowAddress } from "./addresses";
import { complaintOf, draft, invite, messageTo, ownName, ownOf, ownYear, rowOf, schedule, start } from "./meetings";
import { expectAccessible, signIn } from "./support";
import { expect, test } from "./test";

/** Empties every line of the form and sends it; the sentence must come, accessible and without a word of English. */
async function expectComplaint(page: Page, address: string, button: string) {
  await page.goto(address);
  const form = page.locator("main form").filter({ has: page.getByRole("button", { name: button, exact: true }) });
  for (const field of await form.getByRole("textbox").all()) await field.fill("");
  await form.getByRole("button", { name: button, exact: true }).click();
  const complaint = complaintOf(page);
  await expect(complaint, address).toBeVisible();
  await expect(complaint, address).not.toContainText(/invalid|expected|required|undefined|error/i);
  await expectAccessible(page);
}

test("forms of a puskesmas say what is missing @tanpa-js", async ({ page }) => {
  test.slow();
  await signIn(page, { role: "PUSKESMAS_ADMIN", organisation: "Sragi" });
  await page.goto("/mitra");
  const seat = await firstLink(page, /^\/mitra\/[0-9a-f-]{36}$/);
  await page.goto("/pengguna");
  const user = await firstLink(page, /^\/pengguna\/[0-9a-f-]{36}$/);
  const next = await findMeeting(page, await demoList(page, "keadaan=SCHEDULED&jenis=QUARTERLY_LOKMIN"));
  for (const [address, button] of [
    ["/mitra/baru", "Simpan"],
    [`${seat}/jabatan`, "Simpan jabatan"],
    [`${seat}/ganti`, "Simpan pejabat baru"],
    [`${seat}/pejabat`, "Simpan perbaikan"],
    ["/pengguna/baru", "Tambah dan buat tautan masuk"],
    [user ?? "", "Simpan"],
    ["/akun", "Ganti kata sandi"],
    [`/kegiatan/${next.id}/ubah`, "Simpan perubahan"],
  ] as const)
    await expectComplaint(page, address, button);

  await page.goto(`/kegiatan/${next.id}`);
  await page.getByText("Tunda …").click();
  await page.getByRole("button", { name: "Tunda kegiatan" }).click();
  await expect(complaintOf(page)).toContainText("Isi alasan");
  await expectAccessible(page);
});

test("an uploaded directory is shown row by row before anything of it is saved", async ({ page }) => {
  await signIn(page, { role: "PUSKESMAS_ADMIN", organisation: "Katibung" });
  const csv = await page.request.get("/mitra/ekspor?bentuk=csv");
  await page.goto("/impor/mitra");
  await page.getByLabel("Berkas mitra").setInputFiles({
    name: "mitra.csv",
    mimeType: "text/csv",
    buffer: Buffer.concat([await csv.body(), Buffer.from("\r\nJabatan tanpa instansi\r\n")]),
  });
  await page.getByRole("button", { name: "Unggah dan periksa" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Periksa sebelum mengimpor" })).toBeVisible();
  await expect(page.locator("main")).toContainText("Jabatan tanpa instansi");
  await expectAccessible(page);
});

test("forms of a Dinkes say what is missing @tanpa-js", async ({ page }) => {
  await signIn(page, { role: "DINKES_ADMIN", organisation: "Kabupaten Lampung Selatan" });
  await page.goto("/organisasi");
  const puskesmas = page
    .locator("main")
    .getByRole("link", { name: /Puskesmas/ })
    .locator("visible=true")
    .last();
  const address = await puskesmas.getAttribute("href");
  await expectComplaint(page, "/organisasi/baru", "Tambah puskesmas");
  await expectComplaint(page, `${address}/ubah`, "Simpan");
});

test("long names fit everywhere: a seat, its holder, a meeting, a guest, a row, the invitee's page", async ({
  page,
  somebodyElse,
}) => {
  test.slow();
  const year = ownYear(11);
  const name = `Prof. Dr. dr. H. Raden Mas ${ownName("Kusumanegara")} Adiwinatadiningrat, Sp.A(K)., M.Kes.`;
  const word = "Penyelenggaraanpertemuanlintassektorpercepatanpenurunanstunting";
  expect([name.length, word.length].every((length) => length >= 60)).toBe(true);
  const post = `${ownOf(["Kepala", "Ketua", "Sekretaris", "Koordinator"])} ${word}`;
  await signIn(page, { role: "PUSKESMAS_ADMIN", organisation: "Katibung" });

  await page.goto("/mitra/baru");
  const institution = ownName(`Kelompok Kerja ${word}`);
  await page.getByLabel("Jabatan", { exact: true }).fill(post);
  await page.getByLabel("Instansi", { exact: true }).fill(institution);
  await page.getByLabel("Sektor").selectOption({ index: 1 });
  await page.getByLabel("Nama pejabat").fill(name);
  await page.getByLabel("Nomor HP").fill(`0840-0000-${year}`);
  await page.getByRole("button", { name: "Simpan", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.goto(`/mitra?q=${encodeURIComponent(institution)}`);
  await expectAccessible(page);
  await page.goto((await firstLink(page, /^\/mitra\/[0-9a-f-]{36}$/)) ?? "");
  await expectAccessible(page);

  const address = await draft(page, {
    kind: "Kalakarya",
    title: `${word} ${year}`,
    day: `${year}-09-15`,
    place: `Aula ${word}`,
    leader: name,
    agenda: [[word, "30", name]],
  });
  await page.goto(`${address}/undangan/tambah`);
  await expectAccessible(page);
  await invite(page, address, new RegExp(`^${post} ${name.slice(0, 20)}`), /^Camat/);
  await schedule(page, address);
  const { link } = await messageTo(page, address, post);
  await expectAccessible(page);
  const invitee = await somebodyElse();
  await invitee.goto(link);
  await invitee.getByText("Diwakili orang lain").click();
  await invitee.getByLabel("Nama wakil").fill(name);
  await invitee.getByLabel("Jabatan wakil").fill(post);
  await invitee.getByRole("button", { name: "Kirim nama wakil" }).click();
  await expect(invitee.getByRole("status")).toContainText(name);
  await expectAccessible(invitee);

  await start(page, address);
  await page.goto(`${address}/kehadiran`);
  await page.getByLabel("Nama tamu").fill(name);
  await page.getByLabel("Jabatan tamu").fill(post);
  await page.getByLabel("Instansi tamu").fill(word);
  await page.getByRole("button", { name: "Tambah tamu" }).click();
  // The office knows somebody of this name: the holder of the seat.
  await page.getByLabel("Bukan, catat sebagai orang baru").check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Tambah tamu" }).click();
  await expect(rowOf(page, name)).toHaveCount(1);
  await page.goto(`${address}/rtl/tambah`);
  await page.getByLabel("Kegiatan", { exact: true }).fill(`${word} ${word}`);
  await page.getByLabel("Instansi", { exact: true }).fill(`Dinas ${word}`);
  await page.getByLabel("Batas waktu").fill(`${year}-12-01`);
  await page.getByRole("button", { name: "Simpan RTL" }).click();
  await expect(page).toHaveURL(/\/rtl$/);
  const item = await firstLink(page, planRowAddress);
  // Both offer to do as in the one before, which they name.
  const next = await draft(page, { kind: "Kalakarya", title: `Sesudahnya ${year}`, day: `${year}-10-15` });
  for (const place of [
    "/kegiatan/baru",
    `${next}/undangan/tambah`,
    address,
    `${address}/undangan`,
    `${address}/kehadiran`,
    `${address}/kehadiran/kertas`,
    `${address}/daftar-hadir`,
    `${address}/rtl`,
    `${address}/riwayat`,
    item ?? "",
    `${item}/ubah`,
    `/kegiatan?tahun=${year}`,
    "/tindak-lanjut?status=semua",
    "/riwayat",
    "/beranda",
  ]) {
    await page.goto(place);
    await expectAccessible(page);
  }
});
