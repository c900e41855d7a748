import { complaintOf, dayInWords, draft, fillMeeting, ownYear } from "./meetings";
import { expectAccessible, signIn } from "./support";
import { expect, test } from "./test";

const staff = { role: "PUSKESMAS_STAFF", organisation: "Sragi" };

test("a new Lokmin: each field says what it needs, nothing typed is lost, the end may stay open @tanpa-js", async ({
  page,
}) => {
  const day = `${ownYear(0)}-02-26`;
  await signIn(page, staff);
  await page.goto("/beranda");
  await page.getByRole("link", { name: "Buat kegiatan" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Buat kegiatan" })).toBeVisible();
  const save = page.getByRole("button", { name: "Simpan draf" });

  await page.getByLabel("Jam mulai").fill("");
  await page.getByLabel("Pimpinan rapat").fill("Kepala Puskesmas");
  await page.getByLabel("Acara 1", { exact: true }).fill("Masalah per desa");
  await page.getByLabel("Menit").first().fill("45");
  await save.click();
  const summary = complaintOf(page).filter({ hasText: "isian perlu diperbaiki" });
  await expect(summary.getByRole("link")).toHaveText([
    "Pilih jenis kegiatan",
    "Isi tanggal kegiatan",
    "Isi jam mulai",
    "Isi tempat",
  ]);
  await expect(page.getByLabel("Tanggal", { exact: true })).toHaveAccessibleDescription("Isi tanggal kegiatan");
  await expect(page.getByLabel("Jam mulai")).toHaveAccessibleDescription("Isi jam mulai");
  await expect(page.getByLabel("Tempat", { exact: true })).toHaveAccessibleDescription("Isi tempat");
  await expect(page.getByRole("group", { name: "Jenis kegiatan" })).toHaveAccessibleDescription("Pilih jenis kegiatan");
  await expect(page.getByLabel("Pimpinan rapat")).toHaveValue("Kepala Puskesmas");
  await expect(page.getByLabel("Acara 1", { exact: true })).toHaveValue("Masalah per desa");
  await expect(page.getByLabel("Menit").first()).toHaveValue("45");
  await expectAccessible(page);

  await fillMeeting(page, { day, from: "09:00", to: "08:00", place: "Aula Kantor Kecamatan Sragi" });
  await save.click();
  await expect(complaintOf(page)).toContainText("Jam selesai harus sesudah jam mulai (09.00)");
  await expect(page.getByRole("radio", { name: "Lokmin Triwulanan" })).toBeChecked();
  await expect(page.getByLabel("Tanggal", { exact: true })).toHaveValue(day);
  await expect(page.getByLabel("Tempat", { exact: true })).toHaveValue("Aula Kantor Kecamatan Sragi");

  await page.getByLabel("Jam selesai").fill("");
  await save.click();
  const title = `Lokakarya Mini Lintas Sektor Triwulan I ${ownYear(0)}`;
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.getByText(`${dayInWords(day)}, 09.00 WIB s.d. selesai`)).toBeVisible();
  await expect(page.getByText("Draf", { exact: true })).toBeVisible();
  await expect(page.getByText("Masalah per desa")).toBeVisible();
  await expect(page.getByText("45 menit")).toBeVisible();
});

test("a second Lokmin of the same triwulan names the first and asks for a reason", async ({ page }) => {
  const day = `${ownYear(1)}-05-20`;
  const title = `Lokakarya Mini Lintas Sektor Triwulan II ${ownYear(1)}`;
  await signIn(page, staff);
  const first = await draft(page, { day });

  await page.goto("/kegiatan/baru");
  await fillMeeting(page, { day, leader: "Camat Sragi" });
  await page.getByRole("button", { name: "Simpan draf" }).click();
  await expect(complaintOf(page)).toContainText(`Triwulan II ${ownYear(1)} sudah punya kegiatan`);
  await expect(page.getByRole("link", { name: `Buka ${title}` })).toHaveAttribute("href", first);
  await expect(page.getByLabel("Pimpinan rapat")).toHaveValue("Camat Sragi");
  await page.getByLabel("Alasan mengadakan yang kedua").fill("Kejadian luar biasa campak");
  await page.getByRole("button", { name: "Simpan draf" }).click();
  await expect(page.getByText("Kejadian luar biasa campak")).toBeVisible();
  expect(new URL(page.url()).pathname).not.toBe(first);
});

test("the same form sent twice makes one meeting @tanpa-js", async ({ page }) => {
  const year = ownYear(2);
  const title = `Kalakarya kirim dua kali ${year}`;
  await signIn(page, staff);
  await page.goto("/kegiatan/baru");
  await fillMeeting(page, { kind: "Kalakarya", title, day: `${year}-03-10` });
  const posted = page.waitForRequest((request) => request.method() === "POST");
  await page.getByRole("button", { name: "Simpan draf" }).dblclick();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();

  const request = await posted;
  const { cookie, "content-length": length, ...headers } = await request.allHeaders();
  const data = request.postDataBuffer();
  expect(data, "the form as it was sent").not.toBeNull();
  const again = await Promise.all(
    [1, 2].map(() => page.request.post(request.url(), { headers, data: data ?? "", maxRedirects: 0 })),
  );
  for (const answer of again) expect(answer.status()).toBeLessThan(400);

  await page.goto(`/kegiatan?tahun=${year}`);
  await expect(page.getByRole("link", { name: title })).toHaveCount(1);
});

test("the weekday comes from the date: 28 November 2025 is a Friday", async ({ page }) => {
  const title = `Kalakarya hari yang benar ${ownYear(3)}`;
  await signIn(page, staff);
  const address = await draft(page, { kind: "Kalakarya", title, day: "2025-11-28", to: "12:00" });
  await expect(page.getByText("Jumat, 28 November 2025, 09.00–12.00 WIB")).toBeVisible();

  await page.goto(`${address}/ubah`);
  await page.getByLabel("Tanggal", { exact: true }).fill("2025-11-27");
  await page.getByRole("button", { name: "Simpan perubahan" }).click();
  await expect(page.getByText("Kamis, 27 November 2025, 09.00–12.00 WIB")).toBeVisible();
  const rooms = page.getByRole("navigation", { name: "Bagian kegiatan" });
  await rooms.getByRole("link", { name: "Riwayat" }).click();
  await expect(page.getByText("Jumat, 28 November 2025")).toBeVisible();
});
