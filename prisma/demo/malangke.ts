import { quarterlyAgenda } from "./agendas";
import { addPhotos } from "./approvals";
import { calendarOf, dayInQuarterBefore, daysOfYearBefore } from "./calendar";
import { answerByLetter, escalate } from "./carry-over";
import { addMeeting } from "./demo-meeting";
import { addDirectory } from "./directory";
import { addMoved, answer, invite } from "./guests";
import { addMalangke2021 } from "./malangke-2021";
import { malangkePeople } from "./malangke-people";
import { addMonthlies, monthsOfYear } from "./monthly";
import { addOffice, addPuskesmas, addStaff } from "./offices";
import { plan, remark } from "./plan";
import { addQuarterHeld } from "./quarterly";
import type { Setting } from "./setting";
import { link, named, type Shown, type Stage, seatOf, titled } from "./stage";

const venue = "Aula Kantor Camat Malangke";

/** Case 2: Lokmin lintas sektor at UPT Puskesmas Malangke, Kabupaten Luwu Utara, in WITA. */
export function playMalangke(stage: Stage): Shown {
  const { rows, passwordHash, now } = stage;
  const villages = stage.villagesOf("73.22.01");
  const dinkes = addOffice(rows, {
    kind: "DISTRICT_DINKES",
    name: "Dinas Kesehatan Kabupaten Luwu Utara",
    areaCode: "73.22",
    timeZone: "Asia/Makassar",
  });
  const puskesmas = addPuskesmas(rows, dinkes, { name: "UPT Puskesmas Malangke", areaCode: "73.22.01" }, villages);
  const staffOf = (
    office: typeof dinkes,
    role: Parameters<typeof addStaff>[2],
    email: string,
    name: string,
    position: string,
  ) => addStaff(rows, office, role, { email, name, position }, passwordHash);
  staffOf(dinkes, "DINKES_ADMIN", "admin@luwuutara", "Asriadi Pammana", "Pengelola data");
  const reviewer = staffOf(
    dinkes,
    "DINKES_REVIEWER",
    "pembina@luwuutara",
    "Hj. Suriani Lambogo, S.K.M., M.Kes.",
    "Tim Pembina Cluster Binaan",
  );
  staffOf(puskesmas, "PUSKESMAS_HEAD", "kepala@malangke", "H. Anwar Lembang, S.K.M., M.Kes.", "Kepala Puskesmas");
  staffOf(
    puskesmas,
    "PUSKESMAS_ADMIN",
    "admin@malangke",
    "Risnawati Pakambanan, S.K.M.",
    "Kepala Subbagian Tata Usaha",
  );
  const by = staffOf(puskesmas, "PUSKESMAS_STAFF", "tu@malangke", "Indrawati Salassa", "Staf Tata Usaha");
  const directory = addDirectory(rows, puskesmas, { kecamatan: "Malangke", dinkes, villages }, malangkePeople(now));
  const setting = { rows, calendar: calendarOf(now, puskesmas.timeZone), by, reviewer, directory, villages };
  const held = addMalangke2021(setting);
  addPhotos(rows, { clerk: by, photos: stage.photos, now }, held.meeting);
  const links = addNext(setting);
  return { accounts: [by, reviewer], links };
}

function addNext(setting: Setting) {
  const { rows, calendar, by, directory } = setting;
  const { camat, kadinkes, danramil, kapolsek, pendidikan, kb, kepalaDesa, bidanDesa, staff } = directory;
  const day = calendar.ahead(12);
  const everybody = [camat, kadinkes, danramil, kapolsek, pendidikan, kb, ...kepalaDesa, ...bidanDesa];
  const demo = addMeeting(rows, { calendar, by }, "SCHEDULED", {
    startsAt: calendar.at(day, "09:00"),
    endsAt: calendar.at(day, "12:30"),
    place: venue,
    leader: "Plt. Camat Malangke",
    agenda: quarterlyAgenda,
  });
  invite(rows, demo, everybody, 22);
  addMoved(rows, demo, { startsAt: calendar.at(day, "08:00"), place: "Aula UPT Puskesmas Malangke" }, 14);
  answer(rows, demo, camat, "PRESENT");
  answer(rows, demo, kadinkes, "REPRESENTED", {
    delegate: {
      name: "Andi Rismawati Pakki, S.E., M.M.",
      title: "KTU",
      institution: "RSUD Andi Djemma",
    },
  });
  for (const seat of [kapolsek, ...kepalaDesa.slice(0, 6)]) answer(rows, demo, seat, "PRESENT");
  answer(rows, demo, seatOf(kepalaDesa, "Ladongi"), "ABSENT", { reason: "Musyawarah desa pada hari yang sama" });
  const last = dayInQuarterBefore(day, 24);
  addLast(setting, last);
  for (const earlier of daysOfYearBefore(last, 23))
    addQuarterHeld(rows, setting, everybody, { day: earlier, place: venue, leader: "Camat Malangke" });
  addMonthlies(rows, { calendar, by }, [...staff, ...bidanDesa], {
    day: calendar.today,
    months: monthsOfYear(calendar.today),
    place: "Ruang rapat UPT Puskesmas Malangke",
  });
  return [
    link(demo, seatOf(kepalaDesa, "Giri Kusuma"), "belum menjawab"),
    link(demo, camat, "menjawab hadir"),
    link(demo, kadinkes, "diwakili"),
  ];
}

function addLast({ rows, calendar, by, reviewer, directory, villages }: Setting, day: string) {
  const { camat, kadinkes, danramil, kapolsek, kb, kepalaDesa, bidanDesa, staff } = directory;
  const represented = seatOf(kepalaDesa, "Tolada");
  const demo = addQuarterHeld(
    rows,
    { calendar, by },
    [camat, kadinkes, danramil, kapolsek, kb, ...kepalaDesa, ...bidanDesa],
    {
      day,
      place: venue,
      leader: "Camat Malangke",
      represented: [
        [represented, { name: "Hamsinah Wellangi", title: "Sekretaris Desa", institution: "Pemerintah Desa Tolada" }],
      ],
    },
  );
  const needsDinkes = plan(rows, demo, {
    problem: "Rujukan ibu bersalin dari desa pesisir terlambat karena kendaraan rusak",
    activity: "Perbaikan kendaraan puskesmas keliling dan pinjaman ambulans selama perbaikan",
    owner: kadinkes,
    support: "UPT Puskesmas Malangke",
    villages: named(villages, "Tokke", "Benteng", "Pattimang"),
    deadline: calendar.back(7),
    indicator: "Kendaraan rujukan yang siap jalan",
    baseline: 1,
    target: 2,
    unit: "kendaraan",
    fundingSource: "APBD",
    priority: "HIGH",
    reports: [[-20, 30, "Kendaraan di bengkel kabupaten; menunggu suku cadang"]],
  });
  const raised = escalate(rows, needsDinkes, {
    dinkes: reviewer,
    days: -18,
    reason: "Puskesmas tidak punya anggaran suku cadang kendaraan rujukan. Mohon jawaban Dinas Kesehatan.",
  });
  answerByLetter(rows, raised, {
    days: -4,
    letterNumber: "440/1187/Dinkes",
    contact: "Seksi Pelayanan Kesehatan Primer",
    text: "Sudah dibahas dengan pimpinan. Ambulans cadangan dinas dipinjamkan sampai perbaikan selesai; suku cadang dibayar dari anggaran perubahan.",
  });
  remark(rows, needsDinkes, reviewer, -3, "Mohon dikabari kapan ambulans cadangan diterima.");
  plan(rows, demo, {
    problem: "Kunjungan posyandu lansia masih rendah",
    activity: "Posyandu lansia terpadu dengan arisan desa",
    owner: seatOf(kepalaDesa, "Takkalala"),
    villages: named(villages, "Takkalala", "Salekoe"),
    deadline: calendar.ahead(9),
    indicator: "Lansia yang berkunjung tiap bulan",
    baseline: 41,
    target: 80,
    unit: "orang",
    fundingSource: "VILLAGE_FUND",
    reports: [[-10, 65, "68 lansia berkunjung bulan lalu"]],
  });
  plan(rows, demo, {
    problem: "Balita tidak ditimbang di tiga desa",
    activity: "Kunjungan rumah balita yang tidak datang ke posyandu",
    owner: titled(staff, "Pengelola Gizi"),
    villages: named(villages, "Ladongi", "Tandung", "Pettalandung"),
    deadline: calendar.back(14),
    indicator: "Balita ditimbang",
    baseline: 71,
    target: 85,
    unit: "%",
    fundingSource: "BOK",
    reports: [[-16, 100, "86 % balita ditimbang"]],
  });
}
