import { addMeeting, type DemoMeeting } from "./demo-meeting";
import { answer, invite, mark, welcome } from "./guests";
import { addInvitationLetter } from "./letters";
import { plan, remark } from "./plan";
import type { Setting } from "./setting";
import { addNotes2025 } from "./sragi-notes";
import { named, seatOf, titled } from "./stage";

/** 26 February 2025. The hour is not reported: 09.00 represents it, and no end. */
export function addSragi2025(setting: Setting): DemoMeeting {
  const { rows, calendar, by, reviewer, directory, villages } = setting;
  const { camat, danramil, kapolsek, pendidikan, kepalaDesa, bidanDesa, staff } = directory;
  const demo = addMeeting(rows, { calendar, by }, "CLOSED", {
    startsAt: calendar.at("2025-02-26", "09:00"),
    place: "UPTD Puskesmas Rawat Inap Sragi",
    leader: "Kepala Puskesmas",
    agenda: [
      "Masalah per desa: cakupan imunisasi, stunting, PHBS, penyakit menular, dan akses layanan primer",
      "Penyusunan rencana tindak lanjut lintas sektor",
    ],
  });
  const invited = [camat, danramil, kapolsek, pendidikan, ...kepalaDesa, ...bidanDesa];
  invite(rows, demo, invited);
  for (const seat of invited.slice(0, 18)) answer(rows, demo, seat, "PRESENT");
  for (const seat of invited) mark(rows, demo, seat, "PRESENT", { fromPaper: true });
  for (const [name, title] of [
    ["Winda Pramesti, S.Tr.Keb.", "Bidan"],
    ["Rahmat Sulaksono, A.Md.Kep.", "Perawat"],
  ] as const) {
    welcome(rows, demo, { name, title, institution: "Puskesmas Rawat Inap Katibung" }, { fromPaper: true });
  }

  plan(rows, demo, {
    problem: "Cakupan imunisasi dasar lengkap di desa pesisir belum mencapai target",
    activity: "Sweeping imunisasi bayi 9–11 bulan dari rumah ke rumah",
    owner: seatOf(bidanDesa, "Kuala Sekampung"),
    support: "Kader posyandu, Bhabinkamtibmas",
    villages: named(villages, "Kuala Sekampung", "Bandar Agung"),
    deadline: "2025-04-30",
    indicator: "Bayi dengan imunisasi dasar lengkap",
    baseline: 68,
    target: 90,
    unit: "%",
    fundingSource: "BOK",
    priority: "HIGH",
    reports: [
      [28, 45, "Sweeping selesai di 5 dusun; 11 bayi diimunisasi"],
      [56, 100, "Seluruh dusun dikunjungi; cakupan 91 %"],
    ],
  });
  plan(rows, demo, {
    problem: "Balita stunting belum semuanya dipantau tiap bulan",
    activity: "Pengukuran dan pendampingan balita stunting tiap bulan di posyandu",
    owner: titled(staff, "Pengelola Gizi"),
    support: "Kepala Desa, kader posyandu",
    villages: named(villages, "Baktirasa", "Sukapura", "Kedaung"),
    deadline: "2025-05-26",
    indicator: "Balita stunting yang diukur tiap bulan",
    baseline: 60,
    target: 100,
    unit: "%",
    fundingSource: "BOK",
    priority: "HIGH",
    reports: [
      [35, 70, "Baktirasa dan Sukapura berjalan; Kedaung mulai bulan depan"],
      [77, 100, "Semua balita stunting di tiga desa terukur"],
    ],
  });
  plan(rows, demo, {
    problem: "PHBS rumah tangga rendah karena jamban belum layak",
    activity: "Pembangunan jamban keluarga melalui Dana Desa",
    owner: seatOf(kepalaDesa, "Sumber Agung"),
    villages: named(villages, "Sumber Agung"),
    deadline: "2025-12-19",
    indicator: "Keluarga dengan jamban sehat",
    baseline: 212,
    target: 240,
    unit: "keluarga",
    fundingSource: "VILLAGE_FUND",
    reports: [
      [84, 20, "Masuk APBDes perubahan; pendataan keluarga selesai"],
      [238, 100, "28 jamban selesai dibangun"],
    ],
  });
  const tuberculosis = plan(rows, demo, {
    problem: "Pasien TBC mangkir berobat",
    activity: "Kunjungan rumah pasien TBC mangkir bersama Babinsa dan Bhabinkamtibmas",
    owner: danramil,
    support: "Polsek Sragi, pengelola TBC puskesmas",
    deadline: "2025-05-30",
    indicator: "Pasien mangkir yang kembali berobat",
    baseline: 0,
    target: 6,
    unit: "orang",
    fundingSource: "NO_COST",
    reports: [
      [42, 50, "3 dari 6 pasien kembali berobat"],
      [98, 100, "6 pasien kembali berobat, satu pekan lewat batas waktu"],
    ],
  });
  remark(
    rows,
    tuberculosis,
    reviewer,
    100,
    "Baik. Catat pasien yang pindah domisili agar dilanjutkan puskesmas tujuan.",
  );
  plan(rows, demo, {
    problem: "Akses layanan primer warga dusun terjauh terbatas",
    activity: "Jadwal puskesmas keliling dua kali sebulan ke dusun terjauh",
    owner: titled(staff, "Kepala Subbagian Tata Usaha"),
    villages: named(villages, "Kuala Sekampung", "Margasari"),
    deadline: "2025-03-28",
    indicator: "Kunjungan puskesmas keliling per bulan",
    baseline: 0,
    target: 4,
    unit: "kunjungan",
    fundingSource: "BOK",
    reports: [[21, 100, "Jadwal berjalan sejak Maret 2025"]],
  });
  plan(rows, demo, {
    problem: "Penyuluhan PHBS di sekolah belum terjadwal",
    activity: "Lomba sekolah sehat tingkat kecamatan",
    owner: pendidikan,
    deadline: "2025-06-20",
    fundingSource: "OTHER",
    priority: "LOW",
    reports: [
      [49, 10, "Panitia belum terbentuk"],
      [91, 10, "Diganti penyuluhan PHBS di tiap sekolah, tanpa lomba"],
    ],
    cancelled: true,
  });
  addNotes2025(setting, demo);
  addInvitationLetter(rows, demo, {
    number: "445.4/06/Admen/II/2025",
    place: "Sragi",
    signatorySeat: "Kepala UPTD Puskesmas Rawat Inap Sragi",
    signatoryName: titled(staff, "Kepala Puskesmas").holders[0]?.name ?? "",
    copies: ["Kepala Dinas Kesehatan Kabupaten Lampung Selatan", "Arsip"],
  });
  return demo;
}
