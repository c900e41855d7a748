// What becomes of a training: certificates, what participants think of it, and its evaluation at work.
import "./plan-rows";
import { db } from "@/lib/db";
import { makeMeeting } from "@/tests/factories/meetings";
import { makeTraining, makeTrainingParticipant } from "@/tests/factories/trainings";
import { demoAccount, expectAccessibleOnBoth, signIn } from "./support";
import { expect, test } from "./test";

const office = { role: "PUSKESMAS_STAFF", organisation: "Senduro" };

async function makeClosedTraining() {
  const { organisation: name } = demoAccount(office);
  const host = await db.organisation.findFirstOrThrow({ where: { name } });
  const startsAt = new Date(Date.now() - 100 * 86_400_000);
  const meeting = await makeMeeting("CLOSED", { host, kind: "KALAKARYA", title: "Kalakarya uji hasil", startsAt });
  const sessions = await makeTraining(meeting);
  const participant = await makeTrainingParticipant({
    ...{ meetingId: meeting.id, name: "Ns. Peserta Lulus, S.Kep.", attended: sessions },
  });
  await makeTrainingParticipant({
    ...{ meetingId: meeting.id, name: "Ns. Peserta Separuh, S.Kep.", attended: sessions.slice(0, 1) },
  });
  return { meeting, participant };
}

test("certificates for those who meet the rule, on the participant's phone, and withdrawn", async ({
  page,
  browser,
}) => {
  const { meeting, participant } = await makeClosedTraining();
  await signIn(page, office);
  await page.goto(`/kegiatan/${meeting.id}/sertifikat`);
  await expect(page.getByRole("listitem").filter({ hasText: "Peserta Separuh" })).toContainText("JPL");
  await page.getByLabel("Pola nomor").fill("800/{nomor:3}/UJI/{tahun}");
  await page.getByLabel("Jabatan penanda tangan").fill("Kepala UPTD Puskesmas Senduro");
  await page.getByLabel("Nama penanda tangan").fill("dr. Kepala Uji");
  await page.getByRole("button", { name: "Terbitkan 1 sertifikat" }).click();
  await expect(page.getByText("Sertifikat terbit: 1")).toBeVisible();
  await expectAccessibleOnBoth(page);

  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  const phone = await context.newPage();
  await phone.goto(`/u/${participant.token}`);
  await expect(phone.getByText("Sertifikat Anda sudah terbit")).toBeVisible();
  const link = phone.getByRole("link", { name: "Unduh sertifikat (PDF)" });
  await expect(link).toBeVisible();
  const file = await phone.request.get((await link.getAttribute("href")) ?? "");
  expect(file.headers()["content-type"]).toBe("application/pdf");

  await page.getByText("Tarik sertifikat Ns. Peserta Lulus").click();
  await page.getByLabel("Alasan penarikan").fill("Salah orang");
  await page.getByRole("button", { name: "Tarik sertifikat ini" }).click();
  await expect(page.getByText("Ditarik", { exact: true })).toBeVisible();
  await phone.goto(`/u/${participant.token}`);
  await expect(phone.getByText("Salah orang")).toBeVisible();
  await context.close();
});

test("the evaluation at work, due 90 days later, is written for each participant and printed", async ({ page }) => {
  const { meeting } = await makeClosedTraining();
  await signIn(page, office);
  await page.goto(`/kegiatan/${meeting.id}/evaluasi`);
  await expect(page.getByText(/Jatuh tempo/)).toBeVisible();
  await page.getByRole("link", { name: "Ns. Peserta Lulus, S.Kep." }).click();
  await page.getByRole("radio").first().check();
  await page.getByLabel("Apa yang diterapkan dan buktinya").fill("Memimpin simulasi henti jantung di UGD");
  await page.getByLabel("Nama dan jabatan penilai").fill("dr. Kepala Uji, Kepala Puskesmas");
  await page.getByRole("button", { name: "Simpan penilaian" }).click();
  await expect(page.getByText("Penilaian peserta tersimpan.")).toBeVisible();
  await page.goto(`/kegiatan/${meeting.id}/evaluasi`);
  await expectAccessibleOnBoth(page);
  await page.getByRole("link", { name: "Cetak evaluasi penerapan" }).click();
  await expect(page.getByText("Memimpin simulasi henti jantung di UGD").first()).toBeVisible();
  await page.goto(`/kegiatan/${meeting.id}/simulasi`);
  await expectAccessibleOnBoth(page);
});

test("a Dinkes sees who is assigned, how the number moved, and where whom is needed first", async ({ page }) => {
  await signIn(page, { role: "DINKES_ADMIN", organisation: "Provinsi Banten" });
  for (const path of ["/penugasan", "/penugasan/perkembangan", "/penugasan/kebutuhan", "/kompetensi/rencana"]) {
    await page.goto(path);
    await expectAccessibleOnBoth(page);
  }
  await page.goto("/penugasan/perkembangan");
  await expect(page.getByRole("img", { name: /Yang bertugas pada akhir setiap tahun/ })).toBeVisible();
});
