// A participant takes a test on his phone, without a script and with one; the office reads what came of it.
import "./plan-rows";
import { db } from "@/lib/db";
import { makeMeeting } from "@/tests/factories/meetings";
import { makeTest } from "@/tests/factories/training-tests";
import { makeTraining, makeTrainingParticipant } from "@/tests/factories/trainings";
import { demoAccount, expectAccessible, expectAccessibleOnBoth, signIn } from "./support";
import { expect, test } from "./test";

const office = { role: "PUSKESMAS_STAFF", organisation: "Senduro" };

async function makeRunningTest() {
  const { organisation: name } = demoAccount(office);
  const host = await db.organisation.findFirstOrThrow({ where: { name } });
  const meeting = await makeMeeting("IN_PROGRESS", { host, kind: "KALAKARYA", title: "Kalakarya uji tes" });
  await makeTraining(meeting);
  const participant = await makeTrainingParticipant({ meetingId: meeting.id, name: "Peserta Uji" });
  await makeTest([], { meetingId: meeting.id });
  return { meeting, participant };
}

test("without a script a participant begins, answers, checks and hands in", async ({ browser }) => {
  const { participant } = await makeRunningTest();
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  const phone = await context.newPage();
  await phone.goto(`/u/${participant.token}`);
  await phone.getByRole("link", { name: "Kerjakan tes pelatihan" }).click();
  await phone.getByRole("link", { name: "Post-test" }).click();
  await phone.getByRole("button", { name: "Mulai post-test" }).click();
  await phone.getByLabel("Dua", { exact: true }).check();
  await phone.getByLabel("Jawaban Anda").fill("119");
  await phone.getByRole("button", { name: "Simpan, lalu periksa" }).click();
  await expect(phone.getByText("Semua 2 soal sudah dijawab")).toBeVisible();
  await phone.getByRole("button", { name: "Kumpulkan post-test" }).click();
  await expect(phone.getByText("sudah dikumpulkan")).toBeVisible();
  await context.close();
});

test("with a script each answer is kept at once and is there after a reload", async ({ page, somebodyElse }) => {
  const { meeting, participant } = await makeRunningTest();
  const phone = await somebodyElse();
  await phone.goto(`/u/${participant.token}/tes/post`);
  await phone.getByRole("button", { name: "Mulai post-test" }).click();
  await phone.getByLabel("Dua", { exact: true }).check();
  await expect(phone.getByText("Tersimpan", { exact: true })).toBeVisible();
  await expectAccessible(phone);
  await phone.reload();
  await expect(phone.getByLabel("Dua", { exact: true })).toBeChecked();
  await signIn(page, office);
  await page.goto(`/kegiatan/${meeting.id}/tes/nilai`);
  await page.getByLabel("Pre-test").fill("55");
  await page.getByRole("button", { name: "Simpan nilai" }).click();
  await expect(page.getByRole("row", { name: /Peserta Uji/ })).toContainText("55");
});

test("the office sees gain, falls and who has no post-test", async ({ page }) => {
  await signIn(page, office);
  const { meetingId } = await db.trainingTest.findFirstOrThrow({
    where: { kind: "POST", training: { meeting: { title: { startsWith: "Kalakarya Penanganan" } } } },
  });
  await page.goto(`/kegiatan/${meetingId}/tes`);
  await expect(page.getByText("nilainya turun")).toBeVisible();
  await expect(page.getByText("tanpa post-test")).toBeVisible();
  await expectAccessibleOnBoth(page);
  await page.goto(`/kegiatan/${meetingId}/tes/post`);
  await expect(page.getByRole("heading", { name: "Hasil per soal" })).toBeVisible();
  await expectAccessibleOnBoth(page);
  await page.goto("/bank-soal");
  await page.getByRole("link", { name: "Nomor darurat medis nasional" }).click();
  await expect(page.getByRole("heading", { name: "Ubah soal" })).toBeVisible();
  await expectAccessibleOnBoth(page);
});
