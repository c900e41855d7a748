import { monthlyAgenda, quarterlyAgenda } from "./agendas";
import { dayInMonthBefore } from "./calendar";
import { addMeeting } from "./demo-meeting";
import { answer, invite, mark } from "./guests";
import type { Setting } from "./setting";
import { addPostponedItem } from "./sragi-carry-over";
import { addLastQuarter } from "./sragi-last";
import { addRunningNotes } from "./sragi-notes";
import { addNextProblems, addRunningProblems } from "./sragi-problems";
import { addSragiYear } from "./sragi-year";
import { type DemoFile, link, seatOf, titled } from "./stage";

const venue = "Aula Kantor Kecamatan Sragi";
const room = "Ruang rapat UPTD Puskesmas Rawat Inap Sragi";

/** What Puskesmas Sragi has before it today: last quarter's plan, the next Lokmin, this month's, a draft. */
export function addSragiNow(setting: Setting): DemoFile["links"] {
  const { rows, calendar, by } = setting;
  const next = addNextQuarter(setting);
  const last = addLastQuarter(setting, next.day);
  const running = calendar.latest("08:00");
  const quarters = addSragiYear(setting, { running, lastQuarter: last.day });
  addPostponedItem(setting, [...quarters.toReversed(), last.demo]);
  addRunningMonthly(setting, running);
  const draft = dayInMonthBefore(running, -1, 4);
  addMeeting(rows, { calendar, by }, "DRAFT", {
    kind: "MONTHLY_LOKMIN",
    startsAt: calendar.at(draft, "08:00"),
    place: room,
    leader: "Kepala Puskesmas",
    agenda: monthlyAgenda,
  });
  addMeeting(rows, { calendar, by }, "CANCELLED", {
    kind: "KALAKARYA",
    title: "Kalakarya Pemantauan Tumbuh Kembang Balita",
    startsAt: calendar.at(calendar.ahead(12), "08:30"),
    place: room,
    statusReason: "Narasumber berhalangan; digabung dengan pelatihan kabupaten",
    agenda: ["Pengukuran panjang dan berat badan", "Praktik di posyandu"],
  });
  return [...next.links, ...last.links];
}

function addNextQuarter(setting: Setting) {
  const { rows, calendar, by, directory } = setting;
  const { camat, danramil, kapolsek, pendidikan, agama, kb, pkk, kadinkes, kepalaDesa, bidanDesa, staff } = directory;
  const day = calendar.ahead(6);
  const demo = addMeeting(rows, { calendar, by }, "SCHEDULED", {
    startsAt: calendar.at(day, "09:00"),
    endsAt: calendar.at(day, "12:30"),
    place: venue,
    leader: "Camat Sragi",
    contactName: "Ibu Rahma, bagian umum puskesmas",
    contactPhone: "6284000000777",
    agenda: quarterlyAgenda,
  });
  invite(
    rows,
    demo,
    [
      camat,
      kadinkes,
      danramil,
      kapolsek,
      pendidikan,
      agama,
      kb,
      pkk,
      ...kepalaDesa,
      ...staff.slice(0, 3),
      ...bidanDesa,
    ],
    19,
  );
  for (const seat of [camat, kapolsek, agama, pkk, ...kepalaDesa.slice(1, 5)]) answer(rows, demo, seat, "PRESENT");
  answer(rows, demo, kadinkes, "REPRESENTED", {
    delegate: {
      name: "Lidya Kusumastuti, S.K.M.",
      title: "Tim Pembina Cluster Binaan",
      institution: "Dinas Kesehatan Kabupaten Lampung Selatan",
    },
  });
  const represented = seatOf(kepalaDesa, "Kedaung");
  answer(rows, demo, represented, "REPRESENTED", {
    delegate: { name: "Sri Wahyuningrum", title: "Sekretaris Desa", institution: "Pemerintah Desa Kedaung" },
  });
  answer(rows, demo, danramil, "ABSENT", { reason: "Apel gelar pasukan di kabupaten pada hari yang sama" });
  addNextProblems(setting, demo);
  return {
    day,
    links: [
      link(demo, seatOf(kepalaDesa, "Bandar Agung"), "belum menjawab"),
      link(demo, camat, "menjawab hadir"),
      link(demo, represented, "diwakili"),
    ],
  };
}

function addRunningMonthly(setting: Setting, day: string) {
  const { rows, calendar, by, directory } = setting;
  const { staff, bidanDesa } = directory;
  const demo = addMeeting(rows, { calendar, by }, "IN_PROGRESS", {
    kind: "MONTHLY_LOKMIN",
    startsAt: calendar.at(day, "08:00"),
    place: room,
    leader: "Kepala Puskesmas",
    agenda: monthlyAgenda,
  });
  invite(rows, demo, [...staff, ...bidanDesa]);
  for (const seat of [...staff.slice(0, 7), ...bidanDesa.slice(0, 5)]) mark(rows, demo, seat);
  mark(rows, demo, titled(staff, "Pengelola Imunisasi"), "OFFICIAL_TRAVEL", { note: "Mengambil vaksin di kabupaten" });
  addRunningProblems(setting, demo);
  addRunningNotes(setting, demo);
}
