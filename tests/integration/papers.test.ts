// Every paper made of the demo's data: what it must say, and what no paper may say.
import pg from "pg";
import { expect, test, vi } from "vitest";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { paperKinds } from "@/lib/papers/kinds";
import { listMeetingPapers, papersOfMeetings } from "@/lib/papers/meeting-papers";
import { readMeeting } from "@/lib/papers/parts/meeting";
import { sharingReads } from "@/lib/papers/parts/shared-reads";
import { fillDemo } from "@/prisma/demo/demo";
import type { Meeting } from "@/prisma/generated/client";
import { paperText, plainSettings } from "@/tests/factories/papers";
import { makeActor } from "@/tests/factories/users";

// Filling takes a moment, and longer beside other work.
vi.setConfig({ testTimeout: 180_000 });

type Opened = { text: string; missing: string[] };

async function openPaper(actor: Actor, slug: string, subject: string, options = {}): Promise<Opened> {
  const kind = paperKinds.find((one) => one.slug === slug);
  const opened = await kind?.open(actor, subject, options);
  if (!kind || !opened) throw new Error(`No paper ${slug} of ${subject}`);
  return { text: paperText(opened.compose(plainSettings(kind))), missing: opened.missing() };
}

const staffOf = (meeting: { hostId: string }) =>
  makeActor("PUSKESMAS_STAFF", { organisationId: meeting.hostId, name: "Petugas Uji" });

const meetingAt = (startsAt: string) => db.meeting.findFirstOrThrow({ where: { startsAt: new Date(startsAt) } });

/** Words of the app's own screens, and what is left where somebody forgot to fill something in. */
const neverOnPaper =
  /Belum disahkan|tanpa undangan|belum menyetujui|hadir sendiri|Terlambat \d|foto \d+\.jpg|undefined|\bnull\b|NaN|\[object|\{[a-z_]+\}|Petugas Uji/;

test("the papers of the demo's events say what they must", async () => {
  await fillDemo("only-for-tests-and-long-enough");
  await malangkeOfJune();
  await sragiOfFebruary();
  await escalationOfJuly();
  await sragiYear();
  await kalakaryaOfNovember();
  await listOfPapers();
  await nothingOfTheApp();
});

/** Thursday, 24 June 2021, WITA: a Plt. Camat led, the Kepala Dinas was represented by somebody of a hospital. */
async function malangkeOfJune() {
  const meeting = await meetingAt("2021-06-24T01:00:00Z");
  const actor = await staffOf(meeting);
  const letter = await openPaper(actor, "undangan", meeting.id);
  expect(letter.text).toContain("Hari/Tanggal: Kamis, 24 Juni 2021");
  expect(letter.text).toContain("Waktu: 09.00 WITA s.d. selesai");
  expect(letter.text).toContain("Hal: Undangan Lokakarya Mini Lintas Sektor Triwulan II 2021");
  expect(letter.text).toContain("(daftar terlampir)");
  expect(letter.text).toContain("1 | Plt. Camat Malangke | Kecamatan Malangke | Rustan Palewai, S.STP.");
  expect(letter.text).toContain("32 | Bidan Desa Pince Pute");
  expect(letter.missing).toEqual([]);
  expect(letter.text).toContain("Malangke, 10 Juni 2021\nNomor: 005/118/PKM-Mlk/VI/2021\nSifat: Penting");
  expect(letter.text).toContain(
    "Hal: Undangan Lokakarya Mini Lintas Sektor Triwulan II 2021\nYth. Bapak/Ibu\n(daftar terlampir)",
  );
  expect(letter.text).toContain(
    "Plt. Camat Malangke, / Rustan Palewai, S.STP.\nTembusan:\n1. Kepala Dinas Kesehatan Kabupaten Luwu Utara\n2. Arsip",
  );
  expect(letter.text).toContain("Nomor: 005/118/PKM-Mlk/VI/2021\nTanggal: 10 Juni 2021\nDAFTAR UNDANGAN");
  const minutes = await openPaper(actor, "notulen", meeting.id);
  expect(minutes.missing).toEqual([]);
  expect(minutes.text).toContain("Notulis: Indrawati Salassa, Staf Tata Usaha UPT Puskesmas Malangke");
  expect(minutes.text).toContain("Pimpinan Rapat: Rustan Palewai, S.STP., Plt. Camat Malangke");
  expect(minutes.text).toContain(
    "Kepala Dinas Kesehatan Kabupaten Luwu Utara (diwakili Baso Amrullah Sikki, S.E., KTU RSUD Andi Djemma)",
  );
  const agreement = await openPaper(actor, "berita-acara", meeting.id);
  expect(agreement.text).toContain(
    "Pada hari ini Kamis tanggal dua puluh empat bulan Juni tahun dua ribu dua puluh satu, bertempat di Aula Kantor Camat Malangke",
  );
  expect(agreement.text).toContain(
    "a.n. Kepala Dinas Kesehatan Kabupaten Luwu Utara / KTU RSUD Andi Djemma, / Baso Amrullah Sikki, S.E.",
  );
  expect(agreement.text).toContain("Mengetahui / Plt. Camat Malangke, / Rustan Palewai, S.STP.");
  expect(agreement.text).not.toContain("Nurlela Mappiasse");
  expect((await openPaper(actor, "rtl", meeting.id)).text).toContain("| Semua desa wilayah kerja (14) |");
  const evaluation = await openPaper(actor, "evaluasi-rtl", meeting.id);
  expect(evaluation.text).toContain("| TW II 2021 | TW III 2021 | TW IV 2021");
  expect(evaluation.text).toMatch(/Berjalan, 40 %\nPengadaan selesai[^|]* \| Selesai, 100 %/);
}

/** 26 February 2025: led by the Kepala Puskesmas, two guests of another puskesmas, minutes with questions. */
async function sragiOfFebruary() {
  const meeting = await meetingAt("2025-02-26T02:00:00Z");
  const actor = await staffOf(meeting);
  const minutes = await openPaper(actor, "notulen", meeting.id);
  expect(minutes.missing).toEqual([]);
  expect(minutes.text).toMatch(
    /Pimpinan Rapat \/ Kepala UPTD Puskesmas Rawat Inap Sragi, \/ dr\. Retno Palupi Ningrum \/ Pembina, IV\/a \/ NIP 1978/,
  );
  expect(minutes.text).toContain("Notulis / Staf Tata Usaha UPTD Puskesmas Rawat Inap Sragi, / Wahyuni Lestari");
  expect(minutes.text).toContain("Peserta: 26 orang");
  expect(minutes.text).toContain("Nurdiansyah Ba'u\nPemerintah Desa Margasari");
  expect(minutes.text).toContain("Bayi dengan imunisasi dasar lengkap: 68\u00a0→\u00a090 %");
  expect(minutes.text).toContain("Suasana lokakarya mini");
  const matrix = await openPaper(actor, "rtl", meeting.id);
  expect(matrix.missing).toEqual([]);
  expect(matrix.text).toContain("Danramil Sragi, Kapten Inf Wiratno Baskoro | Polsek Sragi, pengelola TBC puskesmas");
  expect(matrix.text).toContain("Dana Desa/ADD");
  expect(matrix.text).not.toContain("Penyebab");
  const report = await openPaper(actor, "laporan", meeting.id);
  expect(report.missing).toEqual([]);
  expect(report.text).toMatch(/BAB I PENDAHULUAN.*BAB II .*BAB III .*BAB IV .*BAB V PENUTUP/s);
  expect(report.text).toContain("Tamu | 0 | 2 | 0 | 0");
  expect(report.text).toContain("| Rahmat Sulaksono, A.Md.Kep. | Perawat | Puskesmas Rawat Inap Katibung");
  expect(report.text).toMatch(/Lampiran 1\. Daftar Peserta.*Lampiran 2\. Matriks.*Lampiran 3\. Dokumentasi/s);
  const terms = await openPaper(actor, "kak", meeting.id);
  expect(terms.missing).toEqual([]);
  expect(terms.text).toContain("Desa dan kelurahan: 10 orang");
  expect(terms.text).toContain("Dinas Kesehatan Kabupaten Lampung Selatan");
  const photos = await openPaper(actor, "foto", meeting.id);
  expect(photos.missing).toEqual([]);
  expect(photos.text).toContain("Pembukaan oleh pimpinan rapat di depan spanduk kegiatan\nRabu, 26 Februari 2025");
}

/** What Malangke could not solve in 2021, and the formal answer of its Dinkes. */
async function escalationOfJuly() {
  const answer = await db.escalationAnswer.findFirstOrThrow({
    where: { letterNumber: "440/2215/Dinkes/VII/2021" },
    select: { escalation: { select: { id: true, dinkesId: true, item: { select: { meeting: true } } } } },
  });
  const { id, dinkesId, item } = answer.escalation;
  for (const actor of [await staffOf(item.meeting), await makeActor("DINKES_REVIEWER", { organisationId: dinkesId })]) {
    const letter = await openPaper(actor, "pengantar-eskalasi", id);
    expect(letter.text).toContain("Yth. Kepala Dinas Kesehatan Kabupaten Luwu Utara");
    expect(letter.text).toContain("Kegiatan: Lokakarya Mini Lintas Sektor Triwulan II 2021, Kamis, 24 Juni 2021");
    expect(letter.text).toContain("Yang dimohon: Kami tidak dapat menambah vaksinator sendiri.");
    const reply = await openPaper(actor, "balasan-eskalasi", id);
    expect(reply.text).toContain("Nomor: 440/2215/Dinkes/VII/2021");
    expect(reply.text).toContain("Yth. Kepala UPT Puskesmas Malangke");
    expect(reply.text).toContain("Empat vaksinator diperbantukan mulai pekan ketiga Juli 2021");
    const record = await openPaper(actor, "eskalasi", id);
    expect(record.missing).toEqual([]);
    expect(record.text).toContain("Jawaban: Ditindaklanjuti\nNomor surat: 440/2215/Dinkes/VII/2021");
    const list = await openPaper(actor, "daftar-eskalasi", `${actor.organisation.id}:2021`);
    expect(list.missing).toEqual([]);
    expect(list.text).toContain("Ditindaklanjuti: surat 440/2215/Dinkes/VII/2021");
    expect(list.text).toContain("1 eskalasi, 1 selesai dijawab.");
    for (const { text } of [letter, reply, record, list]) expect(text).not.toMatch(neverOnPaper);
  }
  const waiting = await db.escalation.findFirstOrThrow({ where: { answers: { none: {} } } });
  const reader = await makeActor("DINKES_ADMIN", { organisationId: waiting.dinkesId });
  expect((await openPaper(reader, "balasan-eskalasi", waiting.id)).missing.join()).toContain("belum menjawab");
}

/** Three sessions whose hours nobody told; the Camat was represented. */
async function kalakaryaOfNovember() {
  const meeting = await meetingAt("2025-11-20T02:00:00Z");
  const actor = await staffOf(meeting);
  const sessions = await openPaper(actor, "jadwal-sesi", meeting.id);
  expect(sessions.missing).toEqual([]);
  expect(sessions.text).toContain("1 | 09.00–11.15 WIB | Protokol terbaru kegawatdaruratan | Materi | Ruang pertemuan");
  expect((await openPaper(actor, "notulen", meeting.id)).missing).toEqual([]);
  expect((await openPaper(actor, "undangan", meeting.id)).missing).toEqual([]);
  const roll = await openPaper(actor, "daftar-hadir-sesi", meeting.id);
  expect(roll.missing).toEqual([]);
  expect(roll.text).toContain("No. | Nama | Jabatan | Sesi 1 | Sesi 2 | Sesi 3");
  // The Sekcam was a guest: who learns is on the roll, and who was in each session.
  expect(roll.text).not.toContain("Camat Senduro");
  expect(roll.text).toMatch(/1 \| [^|]+ \| [^|]+, UPTD Puskesmas Senduro \| Hadir \| Hadir \| Hadir/);
}

async function sragiYear() {
  const meeting = await meetingAt("2025-02-26T02:00:00Z");
  const actor = await staffOf(meeting);
  const schedule = await openPaper(actor, "jadwal", `${meeting.hostId}:2025`);
  expect(schedule.missing).toEqual([]);
  expect(schedule.text).toContain("Lokakarya Mini Lintas Sektor Triwulan I 2025 | Rabu, 26 Februari 2025");
  expect(schedule.text).toContain("dr. Retno Palupi Ningrum");
  expect((await openPaper(actor, "jadwal", `${meeting.hostId}:2019`)).missing).toHaveLength(1);
}

/** The papers of a meeting in one list: what each lacks, and no statement for each row of anything. */
async function listOfPapers() {
  const sragi = await meetingAt("2025-02-26T02:00:00Z");
  const actor = await staffOf(sragi);
  const papers = await listMeetingPapers(actor, sragi);
  const lacking = papers.filter(({ missing }) => missing.length > 0).map(({ slug }) => slug);
  expect(papers.map(({ slug }) => slug)).toEqual(
    expect.arrayContaining(["kak", "undangan", "notulen", "usulan-musrenbang"]),
  );
  expect(papers.map(({ slug }) => slug)).not.toContain("jadwal-sesi");
  expect(lacking.filter((slug) => !["surat-tugas", "masalah-usg"].includes(slug))).toEqual([]);
  const statements = vi.spyOn(pg.Client.prototype, "query");
  const countOf = async (meeting: Meeting) => {
    const reader = await staffOf(meeting);
    statements.mockClear();
    await listMeetingPapers(reader, meeting);
    return statements.mock.calls.length;
  };
  const [few, many] = [await countOf(sragi), await countOf(await meetingAt("2021-06-24T01:00:00Z"))];
  statements.mockRestore();
  // 24 and 32 invited, plans of 6 and 7 rows: one statement for each of any would be more.
  expect(Math.max(few, many)).toBeLessThan(125);
  const stranger = await makeActor("PUSKESMAS_ADMIN");
  expect(await listMeetingPapers(stranger, sragi)).toEqual([]);
  const [own, foreign] = await sharingReads(async () => [
    await readMeeting(actor, sragi.id),
    await readMeeting(stranger, sragi.id),
  ]);
  expect([own?.title, foreign]).toEqual([sragi.title, null]);
}

/** Every paper of every meeting that is over: nothing of the screens, no gap. */
async function nothingOfTheApp() {
  const meetings = await db.meeting.findMany({
    where: { OR: [{ status: "CLOSED", year: { lt: 2026 } }, { status: "IN_PROGRESS" }] },
  });
  expect(meetings.length).toBeGreaterThan(3);
  for (const meeting of meetings) {
    const actor = await staffOf(meeting);
    await sharingReads(async () => {
      for (const { slug } of papersOfMeetings(meeting.kind)) {
        const { text } = await openPaper(actor, slug, meeting.id);
        expect(text, `${meeting.title}, ${slug}`).not.toMatch(neverOnPaper);
        expect(text.length, `${meeting.title}, ${slug}`).toBeGreaterThan(60);
      }
    });
  }
}
