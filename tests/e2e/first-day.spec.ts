// The first day of an office: what is proposed, kept without a script too, and what the steps say of it.
import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { makeKabupaten, makePuskesmas } from "@/tests/factories/organisations";
import { makeUser } from "@/tests/factories/users";
import { openAs, password } from "./running-meeting";
import { expectAccessible } from "./support";
import { expect, test } from "./test";

const email = () => `${randomUUID()}@lokmin.example`;

test("a puskesmas fills its directory and indicators from what is proposed @tanpa-js", async ({ page }) => {
  const host = await makePuskesmas({ villageCodes: ["18.01.15.2001", "18.01.15.2002"] });
  const admin = await makeUser("PUSKESMAS_ADMIN", { organisationId: host.id, email: email(), password });
  await openAs(page, admin, "/mulai");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Tentukan bulannya" }).click();
  await page.getByLabel("Tahun").fill("2026");
  await page.getByRole("button", { name: "Simpan", exact: true }).click();
  await page.getByRole("link", { name: "Lihat langkah hari pertama" }).click();
  await page.getByRole("link", { name: "Isi daftar mitra" }).click();
  await expect(page.getByRole("heading", { name: "Usulan mitra" })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel(/^Nomor HP Camat,/).fill("0840-0000-0007");
  await page.getByRole("checkbox", { name: /^Kapolsek/ }).uncheck();
  await page.getByRole("button", { name: "Simpan ke daftar mitra" }).click();
  await expect(page.getByText("Isi nama pejabat pemilik nomor HP ini").first()).toBeVisible();
  await expect(page.getByRole("checkbox", { name: /^Kapolsek/ })).not.toBeChecked();
  await page.getByLabel(/^Nama Camat,/).fill("Arisandi Wijayakusuma");
  await page.getByRole("button", { name: "Simpan ke daftar mitra" }).click();
  await expect(page.getByText("19 jabatan ditambahkan")).toBeVisible();
  expect(await db.seat.count({ where: { organisationId: host.id } })).toBe(19);

  await page.getByRole("link", { name: "lanjut ke langkah berikutnya" }).click();
  await page.getByRole("link", { name: "Pilih indikator" }).click();
  await expect(page.getByRole("heading", { name: "Daftar baku indikator" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("checkbox", { name: /^SPM balita/ }).check();
  await page.getByRole("checkbox", { name: /^Pelayanan antenatal K6/ }).check();
  await page.getByRole("button", { name: "Pakai yang dipilih" }).click();
  await expect(page.getByText("2 indikator dipakai.")).toBeVisible();
  await page.goto("/capaian/indikator/baku");
  await expect(page.getByRole("checkbox", { name: /^SPM balita/ })).toBeDisabled();
  await page.goto("/beranda");
  await expect(page.getByRole("heading", { name: "Hari pertama: 4 dari 6 langkah selesai" })).toBeVisible();
});

test("a list of names is pasted down the grid, and all can be taken back at once", async ({ page }) => {
  const host = await makePuskesmas({ villageCodes: ["18.01.15.2001", "18.01.15.2002"] });
  const admin = await makeUser("PUSKESMAS_STAFF", { organisationId: host.id, email: email(), password });
  await openAs(page, admin, "/mitra/usulan");
  await page.getByRole("button", { name: "Kosongkan pilihan" }).click();
  await expect(page.getByText("0 dari 20 usulan dipilih")).toBeVisible();
  await page
    .getByLabel(/^Nama Kepala Desa/)
    .first()
    .click();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData("text/plain", "Suhartono\t0840-0000-0001\r\nMarlina\t0840-0000-0002\r\n");
    const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  });
  await expect(page.getByLabel(/^Nama Kepala Desa/).nth(1)).toHaveValue("Marlina");
  await page.getByRole("button", { name: "Simpan ke daftar mitra" }).click();
  await expect(page.getByText("2 jabatan ditambahkan")).toBeVisible();
  expect(await db.seatHolder.findMany({ where: { seat: { organisationId: host.id } } })).toHaveLength(2);
});

test("a Dinkes is led from its puskesmas to their users", async ({ page }) => {
  const dinkes = await makeKabupaten();
  const admin = await makeUser("DINKES_ADMIN", { organisationId: dinkes.id, email: email(), password });
  await openAs(page, admin, "/beranda");
  await expect(page.getByRole("heading", { name: "Hari pertama: 1 dari 6 langkah selesai" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Semua langkah" }).click();
  await expect(page.getByRole("heading", { name: "Hari pertama", exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Tentukan bulannya" }).click();
  await page.getByRole("button", { name: "Simpan", exact: true }).click();
  await page.getByRole("link", { name: "Lihat langkah hari pertama" }).click();
  await page.getByRole("link", { name: "Tambah semua puskesmas" }).click();
  await expect(page.getByRole("heading", { name: "Usulan puskesmas" })).toBeVisible();
  await expectAccessible(page);
  const first = page.getByLabel(/^Nama puskesmas, Kecamatan /).first();
  await first.fill("UPTD Puskesmas Satu");
  await page
    .getByLabel(/^Nama admin, /)
    .first()
    .fill("Ratna");
  await page
    .getByLabel(/^Email admin, /)
    .first()
    .fill(email());
  await page.getByRole("button", { name: "Tambah puskesmas yang dipilih" }).click();
  await expect(page.getByText(/\d+ puskesmas ditambahkan/)).toBeVisible();
  await expect(page.getByText("Setiap kecamatan sudah punya puskesmas")).toBeVisible();
  expect(await db.organisation.count({ where: { parentId: dinkes.id, workingArea: { some: {} } } })).toBeGreaterThan(5);
  await page.goto("/mulai");
  await expect(page.getByRole("link", { name: "Tambah pengguna pertama" })).toBeVisible();
});
