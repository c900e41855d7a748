// What a Dinkes does in the browser from day to day; each test has an office of its own, and the rules are tried below.
import "./plan-rows";
import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { db } from "@/lib/db";
import { makeNotifications } from "@/lib/notifications/make";
import type { Role } from "@/prisma/generated/enums";
import { makeActionItem } from "@/tests/factories/action-items";
import { approvalRow, makeEvidence } from "@/tests/factories/evidence";
import { phonePhoto } from "@/tests/factories/files";
import { makeMeeting } from "@/tests/factories/meetings";
import { makeKabupaten, makePuskesmas, organisationRow } from "@/tests/factories/organisations";
import { makeReported } from "@/tests/factories/submissions";
import { makeUser } from "@/tests/factories/users";
import { complaintOf, ownOf } from "./meetings";
import { openAs, password } from "./running-meeting";
import { expectAccessible, expectNarrowEnough } from "./support";
import { expect, test } from "./test";

const memberOf = ({ id }: { id: string }, role: Role) =>
  makeUser(role, { organisationId: id, email: `${randomUUID()}@lokmin.example`, password });

const day = 86_400_000;

/** An approved Lokmin without a photo that is not reported yet, and two reports of a neighbour that wait longer. */
async function makeQueue() {
  const dinkes = await makeKabupaten();
  const [host, neighbour] = [
    await makePuskesmas({ parentId: dinkes.id }),
    await makePuskesmas({ parentId: dinkes.id }),
  ];
  const meeting = await makeMeeting("CLOSED", { host, title: "Lokmin yang diperbaiki" });
  await makeEvidence(meeting, ["foto"]);
  await db.approval.create({ data: approvalRow({ meetingId: meeting.id, approvedAt: new Date(Date.now() - day) }) });
  const waiting = (kind: "QUARTERLY_LOKMIN" | "MONTHLY_LOKMIN", days: number) =>
    makeReported(neighbour, {
      submittedAt: new Date(Date.now() - days * day),
      meeting: { kind, title: `Lokmin yang menunggu ${days} hari` },
    });
  await waiting("QUARTERLY_LOKMIN", 9);
  await waiting("MONTHLY_LOKMIN", 4);
  const [head, reviewer] = [await memberOf(host, "PUSKESMAS_HEAD"), await memberOf(dinkes, "DINKES_REVIEWER")];
  return { meeting, head, reviewer, address: `/kegiatan/${meeting.id}` };
}

test("reports are reviewed one after another by keyboard; one is returned, mended and compared @tanpa-js", async ({
  page,
  somebodyElse,
  javaScriptEnabled,
}) => {
  const { meeting, head, reviewer, address } = await makeQueue();
  const desk = await somebodyElse();
  await openAs(desk, head, `${address}/pengesahan`);
  await desk.getByLabel("Catatan untuk Dinkes").fill("Mohon ditinjau");
  await desk.getByRole("button", { name: "Laporkan ke Dinkes" }).click();
  await expect(desk.getByText("menunggu ditinjau")).toBeVisible();

  const decide = async (key: string, name: string) => {
    const button = page.getByRole("button", { name });
    if (javaScriptEnabled === false) return button.click();
    await expect(button.locator("kbd")).toHaveText(key);
    await page.locator("body").press(key);
    await expect(button).toBeFocused();
    await page.keyboard.press("Enter");
  };
  const heading = page.getByRole("heading", { level: 1 });
  const words = page.getByLabel("Catatan atau alasan");
  await openAs(page, reviewer, "/tinjauan");
  await expect(page.getByText("3 menunggu ditinjau, tertua 9 hari")).toBeVisible();
  await expectNarrowEnough(page);
  await page.getByRole("link", { name: "Mulai meninjau" }).click();
  await expect(heading).toHaveText("Lokmin yang menunggu 9 hari");
  await expectAccessible(page);
  await decide("T", "Terima dan lanjut");
  await expect(heading).toHaveText("Lokmin yang menunggu 4 hari");
  await expect(page.getByRole("status").filter({ hasText: "Lokmin yang menunggu 9 hari" })).toBeVisible();
  if (javaScriptEnabled === false) await page.getByRole("link", { name: /^Berikutnya/ }).click();
  else await page.locator("body").press("j");
  await expect(heading).toHaveText(meeting.title);
  await decide("K", "Kembalikan ke puskesmas");
  await expect(complaintOf(page)).toContainText("Isi alasan pengembalian");
  await words.fill("Foto kegiatan belum ada.");
  await words.press("Escape");
  await decide("T", "Terima dan lanjut");
  await expect(complaintOf(page)).toContainText("Anda menulis catatan");
  await expect(words).toHaveValue("Foto kegiatan belum ada.");
  await words.press("Escape");
  await decide("K", "Kembalikan ke puskesmas");
  await expect(heading).toHaveText("Lokmin yang menunggu 4 hari");

  await desk.goto(`${address}/pengesahan`);
  await expect(desk.getByText("Foto kegiatan belum ada.", { exact: true })).toBeVisible();
  await desk.getByText("Buka kembali pengesahan …").click();
  await desk.getByLabel("Alasan membuka kembali").fill("Dikembalikan Dinkes");
  await desk.getByRole("button", { name: "Buka kembali" }).click();
  await expect(desk.getByText("Pengesahan dibuka kembali", { exact: false })).toBeVisible();
  await addPhoto(desk, address);
  await desk.goto(`${address}/pengesahan`);
  await desk.getByRole("button", { name: "Sahkan notulen dan bukti" }).click();
  await desk.getByLabel("Catatan untuk Dinkes").fill("Foto sudah ada");
  await desk.getByRole("button", { name: "Kirim revisi 2 ke Dinkes" }).click();
  await expect(desk.getByText(/menunggu ditinjau.*revisi 2/)).toBeVisible();
  await expectNarrowEnough(desk);

  await page.reload();
  await page.getByRole("link", { name: /^Berikutnya/ }).click();
  await expect(heading).toHaveText(meeting.title);
  await page.getByRole("link", { name: "Bandingkan dengan revisi 1" }).click();
  await expect(page.getByText("hanya ada di revisi 2", { exact: false })).toBeVisible();
  await expect(page.locator("main").getByText("Pembukaan oleh Camat").first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Revisi 1: dikembalikan" }).click();
  await expect(page.locator("main").getByText("Foto kegiatan belum ada.", { exact: true })).toBeVisible();
});

async function addPhoto(page: Page, address: string) {
  await page.goto(`${address}/foto`);
  const file = { name: "pembukaan.jpg", mimeType: "image/jpeg", buffer: await phonePhoto(800, 600) };
  await page.locator("input[type=file]").setInputFiles([file]);
  await page.getByLabel("Keterangan untuk semua foto ini").fill("Pembukaan oleh Camat");
  await page.getByRole("button", { name: "Simpan foto" }).click();
  await expect(page.getByRole("img", { name: "Pembukaan oleh Camat" })).toBeVisible();
}

/** Presses and counts. */
function counted() {
  const count = { clicks: 0 };
  const click = async (target: Locator) => {
    count.clicks += 1;
    await target.click();
  };
  return { count, click };
}

test("a programme is made and its 17 visits are saved at once, then one is moved @tanpa-js", async ({ page }) => {
  const dinkes = await makeKabupaten();
  const visited = Array.from({ length: 17 }, (_, index) =>
    organisationRow({ parentId: dinkes.id, name: `Puskesmas Binaan ${String(index + 1).padStart(2, "0")}` }),
  );
  await db.organisation.createMany({ data: visited });
  const { count, click } = counted();
  await openAs(page, await memberOf(dinkes, "DINKES_ADMIN"), "/program");
  await click(page.getByRole("link", { name: "Buat program" }).first());
  await page.getByLabel("Nama program").fill("Pembinaan KIA");
  await page.getByLabel("Tujuan").fill("Menurunkan kematian ibu dan bayi");
  await click(page.getByRole("button", { name: "Simpan, lalu isi fasilitator" }));
  for (const title of ["Dokter anak", "Dokter kebidanan", "Bidan koordinator"]) {
    const form = page.getByRole("region", { name: "Tambah fasilitator" });
    await form.getByLabel("Nama").fill(`Fasilitator ${title}`);
    await form.getByLabel("Profesi atau jabatan").fill(title);
    await form.getByLabel("Instansi").fill("RSUD");
    await click(form.getByRole("button", { name: "Tambah" }));
    await expect(page.getByRole("listitem").filter({ hasText: `Fasilitator ${title}` })).toBeVisible();
  }
  await expectNarrowEnough(page);
  await click(page.getByRole("link", { name: "Jadwalkan kunjungan" }));
  await expect(page.getByRole("group", { name: /^Puskesmas Binaan/ })).toHaveCount(17);
  await expectAccessible(page);
  await click(page.getByRole("button", { name: "Jadwalkan yang dicentang" }));
  await expect(page.locator("main").getByRole("status")).toContainText("17 kunjungan dijadwalkan");
  console.log(`klik | program dan 17 kunjungan            | ${count.clicks} klik`);
  expect(count.clicks).toBeLessThan(10);

  await click(page.getByRole("link", { name: "Puskesmas Binaan 17" }));
  await expect(page).toHaveURL(/\/kegiatan\/[0-9a-f-]{36}$/);
  await page.getByRole("link", { name: /^Ubah/ }).first().click();
  const date = page.getByLabel("Tanggal kunjungan");
  const typed = await date.inputValue();
  const moved = new Date(Date.parse(typed) + 7 * day).toISOString().slice(0, 10);
  await date.fill(moved);
  await page.getByRole("button", { name: "Simpan perubahan" }).click();
  await expect(page).toHaveURL(/\/kegiatan\/[0-9a-f-]{36}$/);
  const visit = await db.programmeVisit.findFirstOrThrow({
    where: { organisation: { name: "Puskesmas Binaan 17", parentId: dinkes.id } },
    select: { programmeId: true, meeting: { select: { startsAt: true } } },
  });
  expect(visit.meeting.startsAt.toISOString().slice(0, 10)).toBe(moved);
  await page.goto(`/program/${visit.programmeId}`);
  await expect(page.getByRole("heading", { name: "0 dari 17 sudah dikunjungi" })).toBeVisible();
  await expect(page.getByRole("cell", { name: "dijadwalkan", exact: true })).toHaveCount(17);
  await expectAccessible(page);
});

test("puskesmas are imported with their desa, and their first users get links @tanpa-js", async ({ page }) => {
  const areaCode = ownOf(["18.02", "18.03", "18.04", "18.05"]);
  const dinkes = await makeKabupaten({ areaCode });
  const [one, other] = await db.area.findMany({ where: { parentCode: areaCode }, orderBy: { code: "asc" }, take: 2 });
  const csv = [
    "Nama;Jenis;Kode registrasi;Kecamatan;Wilayah kerja;Dilayani bersama;Alamat;Nama admin;Email admin",
    `Puskesmas Satu;;;${one?.code};semua;;;Ratna Dewi;${randomUUID()}@lokmin.example`,
    `Puskesmas Dua;;;${other?.code};semua;;;;`,
    "Puskesmas Tiga;;;Antah Berantah;;;;;",
  ].join("\n");
  await openAs(page, await memberOf(dinkes, "DINKES_ADMIN"), "/impor/instansi");
  const file = { name: "instansi.csv", mimeType: "text/csv", buffer: Buffer.from(csv) };
  await page.getByLabel("Berkas puskesmas dan rumah sakit").setInputFiles(file);
  await page.getByRole("button", { name: "Unggah dan periksa" }).click();
  await expect(page.getByText("Antah Berantah").first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Simpan 2 instansi" }).click();
  await expect(page.getByRole("link", { name: "Lihat daftar puskesmas" })).toBeVisible();
  const desa = await db.area.count({ where: { parentCode: { in: [one?.code ?? "", other?.code ?? ""] } } });
  expect(await db.workingArea.count({ where: { puskesmas: { parentId: dinkes.id } } })).toBe(desa);

  await page.goto("/pengguna/pertama");
  await expect(page.getByRole("group", { name: "Puskesmas Satu" })).toHaveCount(0);
  const row = page.getByRole("group", { name: "Puskesmas Dua" });
  await row.getByLabel("Nama").fill("Wayan Sudarma");
  await row.getByLabel("Alamat email").fill(`${randomUUID()}@lokmin.example`);
  await page.getByRole("button", { name: "Tambah dan buat tautan masuk" }).click();
  await expect(page.getByRole("heading", { name: "1 tautan masuk" })).toBeVisible();
  await expectNarrowEnough(page);
  await page.goto("/organisasi/periksa");
  await expectNarrowEnough(page);
});

test("a webhook is kept with its topics, and a token is shown once, reads and ends @tanpa-js", async ({ page }) => {
  const dinkes = await makeKabupaten();
  const host = await makePuskesmas({ parentId: dinkes.id });
  const { meeting } = await makeReported(host);
  await openAs(page, await memberOf(dinkes, "DINKES_ADMIN"), "/pengaturan/webhook/baru");
  await page.getByLabel("Alamat tujuan").fill("https://dasbor.lokmin.example/lokmin");
  await page.getByRole("checkbox", { name: /^Disahkan/ }).uncheck();
  await page.getByRole("button", { name: "Simpan webhook" }).click();
  await expect(page.getByLabel("Kunci", { exact: true })).toHaveValue(/^whsec_/);
  await expectNarrowEnough(page);
  await page.goto("/pengaturan/webhook");
  await expect(page.getByRole("link", { name: /dasbor\.lokmin\.example/ })).toContainText(
    "Dilaporkan, Dieskalasi, Ditinjau",
  );

  await page.goto("/akun/token");
  await page.getByLabel("Nama token").fill("Dasbor");
  await page.getByRole("button", { name: "Buat token" }).click();
  const token = await page.getByLabel("Token", { exact: true }).inputValue();
  await expectNarrowEnough(page);
  await page.goto("/akun/token");
  expect(await page.content()).not.toContain(token);
  const ask = async () => {
    const answer = await fetch(new URL("/api/v1/meetings", page.url()), {
      headers: { authorization: `Bearer ${token}` },
    });
    return { status: answer.status, text: await answer.text() };
  };
  const read = await ask();
  expect(read.status).toBe(200);
  expect(JSON.parse(read.text).data.map(({ id }: { id: string }) => id)).toEqual([meeting.id]);
  await page.getByRole("button", { name: "Cabut Dasbor" }).click();
  await expect(page.getByText("dicabut", { exact: true })).toBeVisible();
  expect((await ask()).status).toBe(401);
});

test("an escalation is news on the bell of the Dinkes, and waits there until it is answered @tanpa-js", async ({
  page,
  somebodyElse,
}) => {
  const dinkes = await makeKabupaten();
  const host = await makePuskesmas({ parentId: dinkes.id });
  const meeting = await makeMeeting("CLOSED", { host });
  const item = await makeActionItem({ meetingId: meeting.id, activity: "Perbaikan jalan ke poskesdes" });
  const desk = await somebodyElse();
  await openAs(page, await memberOf(dinkes, "DINKES_ADMIN"), "/pemberitahuan");
  const bell = page.getByRole("link", { name: /belum dibaca/ }).locator("visible=true");
  await expect(page.getByText("Tidak ada yang menunggu.")).toBeVisible();
  await expect(bell).toHaveCount(0);

  await openAs(desk, await memberOf(host, "PUSKESMAS_STAFF"), `/kegiatan/${meeting.id}/rtl/${item.id}`);
  await desk.getByText("Eskalasikan ke Dinkes").click();
  await desk.getByLabel("Alasan eskalasi").fill("Perlu anggaran kabupaten");
  await desk.getByRole("button", { name: "Kirim eskalasi" }).click();
  await expect(desk.getByText("Eskalasi terkirim.", { exact: false })).toBeVisible();

  // What the job does each minute.
  await makeNotifications(new Date());
  await page.reload();
  await expect(bell).toContainText("1");
  const waiting = page.getByRole("region", { name: "Menunggu Anda" }).getByRole("link");
  await expect(waiting).toHaveCount(1);
  await expectNarrowEnough(page);
  await page
    .getByRole("region", { name: "Kabar" })
    .getByRole("button", { name: /eskalasi/i })
    .click();
  await expect(page).toHaveURL(/\/eskalasi\//);
  await expect(bell).toHaveCount(0);
  await page.getByRole("radio", { name: /^Dikembalikan/ }).check();
  await page.getByLabel("Keterangan").fill("Diusulkan lewat dana desa");
  await page.getByRole("button", { name: "Simpan jawaban" }).click();
  await expect(page.getByText("Diusulkan lewat dana desa")).toBeVisible();
  await expectAccessible(page);
  await page.goto("/pemberitahuan");
  await expect(page.getByText("Tidak ada yang menunggu.")).toBeVisible();
  await desk.reload();
  await expect(desk.getByText("Diusulkan lewat dana desa")).toBeVisible();
});
