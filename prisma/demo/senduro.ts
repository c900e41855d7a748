import { quarterlyAgenda } from "./agendas";
import { addPhotos } from "./approvals";
import { calendarOf, dayInQuarterBefore, daysOfYearBefore } from "./calendar";
import { addMeeting } from "./demo-meeting";
import { addDirectory } from "./directory";
import { answer, invite } from "./guests";
import { addMonthlies, monthsOfYear } from "./monthly";
import { addOffice, addPuskesmas, addStaff } from "./offices";
import { plan, remark } from "./plan";
import { addQuarterHeld } from "./quarterly";
import { addSenduro2025, emergencyObjectives } from "./senduro-2025";
import { senduroPeople } from "./senduro-people";
import type { Setting } from "./setting";
import { addRegister, senduroRegister } from "./staff";
import { link, named, type Shown, type Stage, seatOf, titled } from "./stage";
import { addTraining } from "./trainings";

const room = "Ruang pertemuan UPTD Puskesmas Senduro";

/** Case 0: kalakarya at UPTD Puskesmas Senduro, Kabupaten Lumajang. */
export function playSenduro(stage: Stage): Shown {
  const { rows, passwordHash, now } = stage;
  const villages = stage.villagesOf("35.08.12");
  const dinkes = addOffice(rows, {
    kind: "DISTRICT_DINKES",
    name: "Dinas Kesehatan Kabupaten Lumajang",
    areaCode: "35.08",
  });
  const puskesmas = addPuskesmas(rows, dinkes, { name: "UPTD Puskesmas Senduro", areaCode: "35.08.12" }, villages);
  const staffOf = (
    office: typeof dinkes,
    role: Parameters<typeof addStaff>[2],
    email: string,
    name: string,
    position: string,
  ) => addStaff(rows, office, role, { email, name, position }, passwordHash);
  staffOf(dinkes, "DINKES_ADMIN", "admin@lumajang", "Rizky Adiningrat", "Pengelola data");
  const reviewer = staffOf(
    dinkes,
    "DINKES_REVIEWER",
    "pembina@lumajang",
    "Sulasih Kartodirejo, S.K.M.",
    "Tim Pembina Cluster Binaan",
  );
  staffOf(puskesmas, "PUSKESMAS_ADMIN", "admin@senduro", "Heru Cahyonugroho, S.K.M.", "Kepala Subbagian Tata Usaha");
  staffOf(puskesmas, "PUSKESMAS_HEAD", "kepala@senduro", "dr. Anindya Sekarputri", "Kepala Puskesmas");
  const by = staffOf(puskesmas, "PUSKESMAS_STAFF", "tu@senduro", "Maya Kusumadewati", "Staf Tata Usaha");
  const directory = addDirectory(rows, puskesmas, { kecamatan: "Senduro", dinkes, villages }, senduroPeople);
  addRegister(rows, puskesmas, senduroRegister, now);
  const setting = { rows, calendar: calendarOf(now, puskesmas.timeZone), by, reviewer, directory, villages };
  const held = addSenduro2025(setting);
  addPhotos(rows, { clerk: by, photos: stage.photos, now }, held.meeting);
  addQuarters(setting);
  const { today } = setting.calendar;
  addMonthlies(rows, setting, [...directory.staff, ...directory.bidanDesa], {
    day: today,
    months: monthsOfYear(today),
    place: room,
  });
  return { accounts: [by, reviewer], links: addKalakarya(setting) };
}

function addKalakarya({ rows, calendar, by, directory }: Setting) {
  const { camat, sekcam, bidanDesa, staff } = directory;
  const day = calendar.ahead(19);
  const demo = addMeeting(rows, { calendar, by }, "SCHEDULED", {
    kind: "KALAKARYA",
    title: `Kalakarya Penanganan Kegawatdaruratan Terpadu Tahun ${day.slice(0, 4)}`,
    startsAt: calendar.at(day, "08:00"),
    endsAt: calendar.at(day, "14:00"),
    place: room,
    leader: "Kepala Puskesmas",
    agenda: [
      { topic: "Teori: bantuan hidup dasar dan pertolongan pertama trauma", minutes: 120, presenter: "Dokter Umum" },
      {
        topic: "Simulasi kasus: kerja sama tim dan kecepatan tanggap",
        minutes: 120,
        presenter: "Koordinator Unit Gawat Darurat",
      },
      {
        topic: "Evaluasi sistem: alur gawat darurat yang dipakai sekarang",
        minutes: 90,
        presenter: "Kepala Puskesmas",
      },
    ],
  });
  invite(rows, demo, [camat, ...staff, ...bidanDesa], 17);
  const instructor = [titled(staff, "Dokter Umum").holders[0]?.name ?? "", "Dokter Umum", by.office.name] as const;
  const coordinator = titled(staff, "Koordinator Unit Gawat Darurat").holders[0]?.name ?? "";
  addTraining(rows, demo, {
    objectives: emergencyObjectives,
    requiredScore: 70,
    sessions: [
      {
        ...{
          form: "THEORY",
          topic: "Bantuan hidup dasar dan pertolongan pertama trauma",
          day,
          from: "08:00",
          to: "10:15",
        },
        ...{ room: "Ruang pertemuan", speakers: [instructor] },
      },
      {
        ...{
          form: "SIMULATION",
          topic: "Simulasi kasus: kerja sama tim",
          day,
          from: "10:15",
          to: "12:30",
          room: "UGD",
        },
        speakers: [[coordinator, "Koordinator Unit Gawat Darurat", by.office.name], instructor],
      },
      {
        ...{ form: "EVALUATION", topic: "Evaluasi alur gawat darurat", day, from: "12:30", to: "14:00" },
        room: "Ruang pertemuan",
      },
    ],
  });
  const secretary = { name: senduroSecretary(sekcam), title: "Sekretaris Kecamatan", institution: "Kecamatan Senduro" };
  answer(rows, demo, camat, "REPRESENTED", { delegate: secretary });
  for (const seat of staff.slice(0, 7)) answer(rows, demo, seat, "PRESENT");
  answer(rows, demo, titled(staff, "Perawat Pustu Argosari"), "ABSENT", { reason: "Jaga pustu sendirian" });
  return [
    link(demo, titled(staff, "Petugas Farmasi"), "belum menjawab"),
    link(demo, titled(staff, "Dokter Umum"), "menjawab hadir"),
    link(demo, camat, "diwakili"),
  ];
}

function senduroSecretary(seat: Setting["directory"]["sekcam"]): string {
  return seat.holders[0]?.name ?? "";
}

function addQuarters({ rows, calendar, by, reviewer, directory, villages }: Setting) {
  const { camat, sekcam, kadinkes, danramil, kapolsek, pendidikan, kepalaDesa, bidanDesa, staff } = directory;
  const invited = [camat, kadinkes, danramil, kapolsek, pendidikan, ...kepalaDesa, ...bidanDesa];
  const day = calendar.ahead(9);
  const next = addMeeting(rows, { calendar, by }, "POSTPONED", {
    startsAt: calendar.at(day, "09:00"),
    endsAt: calendar.at(day, "12:30"),
    place: "Pendopo Kecamatan Senduro",
    leader: "Camat Senduro",
    agenda: quarterlyAgenda,
    statusReason: "Pendopo dipakai pelantikan perangkat desa; tanggal baru menunggu Camat",
  });
  invite(rows, next, invited);
  for (const seat of [kapolsek, ...kepalaDesa.slice(0, 4)]) answer(rows, next, seat, "PRESENT");
  const held = { place: "Pendopo Kecamatan Senduro", leader: "Camat Senduro" };
  const lastDay = dayInQuarterBefore(day, 12);
  for (const earlier of daysOfYearBefore(lastDay, 11))
    addQuarterHeld(rows, { calendar, by }, invited, { ...held, day: earlier });
  const secretary = { name: senduroSecretary(sekcam), title: "Sekretaris Kecamatan", institution: "Kecamatan Senduro" };
  const last = addQuarterHeld(rows, { calendar, by }, invited, {
    ...held,
    day: lastDay,
    leader: "Sekretaris Kecamatan Senduro",
    represented: [[camat, secretary]],
  });
  const overdue = plan(rows, last, {
    problem: "Warga lereng sulit dijangkau saat darurat malam hari",
    activity: "Daftar kendaraan siaga desa dan nomor sopir di tiap balai desa",
    owner: seatOf(kepalaDesa, "Ranupani"),
    support: "Babinsa, Bhabinkamtibmas",
    villages: named(villages, "Argosari", "Ranupani", "Burno"),
    deadline: calendar.back(6),
    indicator: "Desa dengan daftar kendaraan siaga",
    baseline: 0,
    target: 3,
    unit: "desa",
    fundingSource: "NO_COST",
    priority: "HIGH",
    reports: [[-13, 65, "Argosari dan Burno sudah ada; Ranupani belum"]],
  });
  remark(rows, overdue, reviewer, -3, "Bila Ranupani belum punya kendaraan, usulkan pinjam ke kecamatan.");
  plan(rows, last, {
    problem: "Ibu hamil risiko tinggi belum punya rencana persalinan",
    activity: "Stiker dan rencana persalinan untuk semua ibu hamil risiko tinggi",
    owner: titled(staff, "Bidan Koordinator"),
    support: "Bidan desa, kader",
    deadline: calendar.ahead(12),
    indicator: "Ibu hamil risiko tinggi dengan rencana persalinan",
    baseline: 54,
    target: 100,
    unit: "%",
    fundingSource: "BOK",
    reports: [[-8, 80, "43 dari 54 ibu hamil"]],
  });
}
