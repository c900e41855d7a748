import { quarterlyAgenda } from "./agendas";
import { dayInQuarterBefore } from "./calendar";
import { escalate, handOn } from "./carry-over";
import { addMeeting, type DemoMeeting } from "./demo-meeting";
import { answer, invite, mark, welcome } from "./guests";
import { addCamatLetter } from "./letters";
import { handOutLink, ownerLink, reportByLink } from "./owner-links";
import { type PlannedItem, plan, remark } from "./plan";
import type { Setting } from "./setting";
import { addLastNotes } from "./sragi-notes";
import { link, named, seatOf } from "./stage";

const venue = "Aula Kantor Kecamatan Sragi";

/** The Lokmin of the quarter before, with its plan: done, running, due soon, overdue. */
export function addLastQuarter(setting: Setting, nextDay: string) {
  const { rows, calendar, by, directory, villages, reviewer } = setting;
  const { camat, danramil, kapolsek, pendidikan, kb, kadinkes, kepalaDesa, bidanDesa, staff } = directory;
  const day = dayInQuarterBefore(nextDay, 19);
  const demo = addMeeting(rows, { calendar, by }, "CLOSED", {
    startsAt: calendar.at(day, "09:00"),
    endsAt: calendar.at(day, "12:30"),
    place: venue,
    leader: "Camat Sragi",
    agenda: quarterlyAgenda,
  });
  const invited = [
    camat,
    kadinkes,
    danramil,
    kapolsek,
    pendidikan,
    kb,
    ...kepalaDesa,
    ...bidanDesa,
    ...staff.slice(0, 3),
  ];
  invite(rows, demo, invited);
  addCamatLetter(rows, demo, invited);
  const secretary = { name: "Laksmi Handayani, S.Sos.", title: "Sekretaris Kecamatan", institution: "Kecamatan Sragi" };
  answer(rows, demo, camat, "REPRESENTED", { delegate: secretary });
  answer(rows, demo, kb, "ABSENT", { reason: "Bertugas di kecamatan lain" });
  for (const seat of [kapolsek, ...kepalaDesa.slice(0, 7), ...bidanDesa.slice(0, 4)])
    answer(rows, demo, seat, "PRESENT");
  for (const seat of invited) {
    if (seat === camat) mark(rows, demo, seat, "REPRESENTED", { delegate: secretary });
    else if (seat === kb) mark(rows, demo, seat, "EXCUSED", { note: "Sudah menjawab tidak hadir" });
    else if (seat === kepalaDesa[8]) mark(rows, demo, seat, "UNEXCUSED");
    else mark(rows, demo, seat);
  }
  const guest = { name: "Winda Pramesti, S.Tr.Keb.", title: "Bidan", institution: "Puskesmas Rawat Inap Katibung" };
  welcome(rows, demo, guest);
  const feeding = addLastPlan(setting, demo);
  const overdue = plan(rows, demo, {
    problem: "Keluarga di tepi sungai belum punya septik tank",
    activity: "Perbaikan jamban keluarga tanpa septik tank",
    owner: seatOf(kepalaDesa, "Bandar Agung"),
    support: "Sanitarian puskesmas",
    villages: named(villages, "Bandar Agung"),
    deadline: calendar.back(9),
    indicator: "Jamban yang diperbaiki",
    baseline: 0,
    target: 15,
    unit: "jamban",
    fundingSource: "VILLAGE_FUND",
    priority: "HIGH",
    reports: [[-25, 60, "9 dari 15 jamban selesai; material untuk 6 jamban belum datang"]],
  });
  addLastNotes(setting, demo);
  remark(rows, overdue, reviewer, -6, "Mohon disampaikan kapan material tiba. Perlu surat Dinkes ke pemerintah desa?");
  const raised = escalate(rows, overdue, {
    dinkes: reviewer,
    days: -4,
    reason:
      "Material untuk 6 jamban dianggarkan di Dinas PUPR kabupaten dan belum dikirim. Mohon Dinas Kesehatan mengoordinasikannya; puskesmas dan desa tidak dapat mendahului.",
  });
  handOn(rows, raised, {
    days: -3,
    within: 10,
    institution: "Dinas Pekerjaan Umum dan Penataan Ruang Kabupaten Lampung Selatan",
    contact: "Kepala Bidang Cipta Karya, 0840 7200 3311",
    asked: "Kapan material untuk 6 jamban di Desa Bandar Agung dikirim, dan siapa yang mengantarnya?",
  });
  const [reporting, reminded] = [handOutLink(rows, feeding, 6), handOutLink(rows, overdue, 6)];
  reportByLink(rows, reporting, {
    daysAgo: 3,
    percent: 80,
    note: "Hari ke-49; 19 dari 24 balita naik berat badan, dua keluarga pindah",
    photo: "pmt baktirasa.png",
  });
  return {
    day,
    demo,
    links: [
      link(demo, seatOf(kepalaDesa, "Kuala Sekampung"), "kegiatan sudah selesai"),
      ownerLink(reporting, "melapor lewat tautan"),
      ownerLink(reminded, "RTL terlambat"),
    ],
  };
}

function addLastPlan({ rows, calendar, directory, villages }: Setting, demo: DemoMeeting): PlannedItem {
  const { camat, pendidikan, kepalaDesa, bidanDesa } = directory;
  plan(rows, demo, {
    problem: "Imunisasi dasar lengkap di dua desa di bawah target",
    activity: "Sweeping imunisasi bayi 9–11 bulan bersama kader",
    owner: seatOf(bidanDesa, "Kuala Sekampung"),
    support: "Kader posyandu",
    villages: named(villages, "Kuala Sekampung", "Margasari"),
    deadline: calendar.back(16),
    indicator: "Bayi dengan imunisasi dasar lengkap",
    baseline: 71.5,
    target: 90,
    unit: "%",
    fundingSource: "BOK",
    priority: "HIGH",
    reports: [
      [-30, 40, "Margasari selesai; Kuala Sekampung menunggu air pasang surut"],
      [-19, 100, "Cakupan 92 % di kedua desa"],
    ],
  });
  const feeding = plan(rows, demo, {
    problem: "Balita berisiko stunting bertambah di dua desa",
    activity: "Pemberian makanan tambahan lokal 56 hari untuk balita berisiko stunting",
    owner: seatOf(kepalaDesa, "Baktirasa"),
    support: "Pengelola gizi puskesmas, TP PKK",
    villages: named(villages, "Baktirasa", "Sukapura"),
    deadline: calendar.ahead(10),
    indicator: "Balita yang naik berat badan",
    baseline: 0,
    target: 24,
    unit: "balita",
    fundingSource: "BOK",
    priority: "HIGH",
    reports: [[-12, 70, "Hari ke-40; 17 dari 24 balita naik berat badan"]],
  });
  plan(rows, demo, {
    problem: "Angka bebas jentik turun menjelang musim hujan",
    activity: "Pemberantasan sarang nyamuk serentak setiap Jumat",
    owner: camat,
    support: "Semua desa, Babinsa, Bhabinkamtibmas",
    villages,
    deadline: calendar.ahead(35),
    indicator: "Angka bebas jentik",
    baseline: 82,
    target: 95,
    unit: "%",
    fundingSource: "NO_COST",
    reports: [[-5, 35, "Berjalan di 6 dari 10 desa; angka bebas jentik 88 %"]],
  });
  plan(rows, demo, {
    problem: "Penyuluhan PHBS belum menjangkau semua sekolah dasar",
    activity: "Penyuluhan PHBS dan cuci tangan di sekolah dasar",
    owner: pendidikan,
    support: "Pengelola promosi kesehatan",
    deadline: calendar.ahead(42),
    indicator: "Sekolah dasar yang mendapat penyuluhan",
    baseline: 0,
    target: 12,
    unit: "sekolah",
    fundingSource: "BOK",
    priority: "LOW",
  });
  return feeding;
}
