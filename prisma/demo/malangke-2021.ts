import { answerByLetter, escalate } from "./carry-over";
import { addMeeting, type DemoMeeting } from "./demo-meeting";
import { answer, invite, mark } from "./guests";
import { addInvitationLetter } from "./letters";
import { takeNotes } from "./notes";
import { plan, remark } from "./plan";
import type { Setting } from "./setting";
import { named, seatOf, titled } from "./stage";

const administrator = {
  name: "Baso Amrullah Sikki, S.E.",
  title: "KTU",
  institution: "RSUD Andi Djemma",
};

/** Thursday, 24 June 2021. The hour is not reported: 09.00 represents it, and no end. */
export function addMalangke2021({ rows, calendar, by, reviewer, directory, villages }: Setting): DemoMeeting {
  const { camat, kapolsek, kadinkes, kepalaDesa, bidanDesa, staff } = directory;
  const head = titled(staff, "Kepala Puskesmas");
  const midwife = titled(staff, "Bidan Koordinator");
  const demo = addMeeting(rows, { calendar, by }, "CLOSED", {
    startsAt: calendar.at("2021-06-24", "09:00"),
    place: "Aula Kantor Camat Malangke",
    leader: "Plt. Camat Malangke",
    agenda: [
      "Penanganan dan vaksinasi Covid-19",
      "Keluarga berencana",
      "Kelas ibu hamil",
      "Imunisasi",
      "Posyandu lansia",
      "Stunting",
    ],
  });
  const invited = [camat, kadinkes, kapolsek, head, ...kepalaDesa, ...bidanDesa];
  invite(rows, demo, invited);
  answer(rows, demo, kadinkes, "REPRESENTED", { delegate: administrator });
  for (const seat of [camat, kapolsek, ...kepalaDesa.slice(0, 9)]) answer(rows, demo, seat, "PRESENT");
  for (const seat of invited) {
    if (seat === kadinkes) mark(rows, demo, seat, "REPRESENTED", { delegate: administrator, fromPaper: true });
    else mark(rows, demo, seat, "PRESENT", { fromPaper: true });
  }

  plan(rows, demo, {
    problem: "Cakupan vaksinasi Covid-19 rendah karena jarak ke tempat layanan",
    activity: "Vaksinasi Covid-19 keliling di 14 desa",
    owner: camat,
    support: "Polsek Malangke, semua kepala desa",
    villages,
    deadline: "2021-09-30",
    indicator: "Desa yang sudah dilayani",
    baseline: 0,
    target: 14,
    unit: "desa",
    fundingSource: "APBD",
    priority: "HIGH",
    reports: [
      [35, 45, "6 desa sudah dilayani"],
      [91, 100, "Semua desa dilayani sekurangnya satu kali"],
    ],
  });
  const escalated = plan(rows, demo, {
    problem: "Vaksin dan vaksinator tidak cukup; puskesmas tidak dapat menyelesaikan sendiri",
    activity: "Penambahan alokasi vaksin dan vaksinator untuk Kecamatan Malangke",
    owner: kadinkes,
    support: "RSUD Andi Djemma",
    deadline: "2021-07-30",
    indicator: "Vaksinator yang diperbantukan",
    baseline: 2,
    target: 6,
    unit: "orang",
    fundingSource: "APBD",
    priority: "HIGH",
    reports: [
      [14, 30, "Usulan disampaikan melalui wakil Kepala Dinas"],
      [35, 100, "Empat vaksinator tambahan bertugas; alokasi vaksin naik"],
    ],
  });
  const raised = escalate(rows, escalated, {
    dinkes: reviewer,
    days: 7,
    reason: "Kami tidak dapat menambah vaksinator sendiri. Mohon dukungan Dinas Kesehatan dan rumah sakit.",
  });
  answerByLetter(rows, raised, {
    days: 15,
    letterNumber: "440/2215/Dinkes/VII/2021",
    contact: "Seksi Surveilans dan Imunisasi",
    text: "Sudah disampaikan kepada pimpinan dan dikoordinasikan dengan rumah sakit. Empat vaksinator diperbantukan mulai pekan ketiga Juli 2021, dan alokasi vaksin disesuaikan dengan sasaran kecamatan.",
  });
  remark(rows, escalated, by, 22, "Surat sudah kami terima. Vaksinator akan dijemput dari rumah sakit.");
  plan(rows, demo, {
    problem: "Peserta KB baru menurun selama pandemi",
    activity: "Hari pelayanan KB sebulan sekali di puskesmas",
    owner: midwife,
    deadline: "2021-09-24",
    indicator: "Hari pelayanan",
    baseline: 0,
    target: 3,
    unit: "kali",
    fundingSource: "BOK",
    reports: [[84, 100, "Terlaksana Juli, Agustus, dan September"]],
  });
  plan(rows, demo, {
    problem: "Kelas ibu hamil berhenti di lima desa",
    activity: "Membuka kembali kelas ibu hamil dengan peserta terbatas",
    owner: midwife,
    support: "Bidan desa",
    villages: named(villages, "Pute Mata", "Tingkara", "Ladongi", "Tandung", "Pettalandung"),
    deadline: "2021-08-31",
    indicator: "Desa dengan kelas ibu hamil",
    baseline: 9,
    target: 14,
    unit: "desa",
    fundingSource: "BOK",
    reports: [
      [42, 60, "Tiga desa sudah mulai"],
      [70, 100, "Kelas berjalan di semua desa"],
    ],
  });
  plan(rows, demo, {
    problem: "Imunisasi bayi tertunda di desa pesisir",
    activity: "Imunisasi kejar dari rumah ke rumah",
    owner: seatOf(bidanDesa, "Tokke"),
    villages: named(villages, "Tokke", "Benteng"),
    deadline: "2021-08-20",
    fundingSource: "BOK",
    reports: [[56, 100, "Semua bayi yang tertunda sudah diimunisasi"]],
  });
  plan(rows, demo, {
    problem: "Posyandu lansia tidak berjalan",
    activity: "Senam dan pemeriksaan lansia tiap bulan di balai desa",
    owner: seatOf(kepalaDesa, "Takkalala"),
    villages: named(villages, "Takkalala"),
    deadline: "2021-09-17",
    fundingSource: "VILLAGE_FUND",
    priority: "LOW",
    reports: [[28, 0, "Tidak dapat dilaksanakan selama pembatasan kegiatan; lansia dikunjungi di rumah"]],
    cancelled: true,
  });
  plan(rows, demo, {
    problem: "Balita stunting memerlukan makanan tambahan",
    activity: "Makanan tambahan balita stunting dari Dana Desa",
    owner: seatOf(kepalaDesa, "Pince Pute"),
    support: "Pengelola gizi puskesmas",
    villages: named(villages, "Pince Pute", "Giri Kusuma"),
    deadline: "2021-12-17",
    indicator: "Balita yang menerima makanan tambahan 90 hari",
    baseline: 0,
    target: 18,
    unit: "balita",
    fundingSource: "VILLAGE_FUND",
    reports: [
      [63, 40, "Pengadaan selesai; 18 balita mulai menerima"],
      [161, 100, "18 balita menerima 90 hari; 11 keluar dari kategori stunting"],
    ],
  });
  addInvitationLetter(rows, demo, {
    number: "005/118/PKM-Mlk/VI/2021",
    place: "Malangke",
    signatoryPrefix: "PLT",
    signatorySeat: "Camat Malangke",
    signatoryName: "Rustan Palewai, S.STP.",
    copies: ["Kepala Dinas Kesehatan Kabupaten Luwu Utara", "Arsip"],
  });
  takeNotes(rows, demo, [
    { section: "ACHIEVEMENT", text: "Vaksinasi Covid-19 dosis pertama baru menjangkau sasaran di desa terdekat." },
    { section: "ACHIEVEMENT", text: "Kelas ibu hamil berjalan di sembilan dari empat belas desa." },
    { section: "PROBLEMS", text: "Warga desa pesisir jauh dari tempat vaksinasi, dan vaksinator hanya dua orang" },
    { section: "PROBLEMS", text: "Imunisasi bayi tertunda selama pandemi di dua desa pesisir" },
    { section: "OBSTACLES", text: "Alokasi vaksin kecamatan belum sesuai sasaran; kendaraan puskesmas terbatas." },
    {
      section: "QUESTIONS",
      text: "Apakah vaksinasi dapat dilaksanakan di balai desa?",
      asker: seatOf(kepalaDesa, "Tokke"),
      answer: "Dapat, bergiliran; jadwalnya disusun puskesmas bersama kecamatan.",
    },
    {
      section: "DECISIONS",
      text: "Vaksinasi dilaksanakan keliling di semua desa, dipimpin kecamatan bersama Polsek.",
    },
    { section: "RECOMMENDATIONS", text: "Kepala desa mendata lansia dan ibu hamil yang belum terjangkau layanan." },
  ]);
  return demo;
}
