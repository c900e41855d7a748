import { monthlyAgenda, quarterlyAgenda } from "./agendas";
import { dayInMonthBefore } from "./calendar";
import { answer, invite, mark } from "./guests";
import type { Setting } from "./setting";
import { tellLastQuarter } from "./sragi-last";
import { tellRunningNotes } from "./sragi-notes";
import { tellNextProblems, tellRunningProblems } from "./sragi-problems";
import { tellPostponedPromise } from "./sragi-promises";
import { tellSragiYear } from "./sragi-year";
import { type DemoFile, link, seatOf, titled } from "./stage";
import { tellMeeting } from "./story";

const hall = "Aula Kantor Kecamatan Sragi";
const room = "Ruang rapat UPTD Puskesmas Rawat Inap Sragi";

/** What Puskesmas Sragi has before it today: last quarter's plan, the next Lokmin, this month's, a draft. */
export function tellSragiNow(setting: Setting): DemoFile["links"] {
  const { rows, calendar, by } = setting;
  const next = tellNextQuarter(setting);
  const last = tellLastQuarter(setting, next.day);
  const running = calendar.latest("08:00");
  const quarters = tellSragiYear(setting, { running, lastQuarter: last.day });
  tellPostponedPromise(setting, [...quarters.toReversed(), last.story]);
  tellRunningMonthly(setting, running);
  const draft = dayInMonthBefore(running, -1, 4);
  tellMeeting(rows, { calendar, by }, "DRAFT", {
    kind: "MONTHLY_LOKMIN",
    startsAt: calendar.at(draft, "08:00"),
    place: room,
    leader: "Kepala Puskesmas",
    agenda: monthlyAgenda,
  });
  tellMeeting(rows, { calendar, by }, "CANCELLED", {
    kind: "KALAKARYA",
    title: "Kalakarya Pemantauan Tumbuh Kembang Balita",
    startsAt: calendar.at(calendar.ahead(12), "08:30"),
    place: room,
    statusReason: "Narasumber berhalangan; digabung dengan pelatihan kabupaten",
    agenda: ["Pengukuran panjang dan berat badan", "Praktik di posyandu"],
  });
  return [...next.links, ...last.links];
}

function tellNextQuarter(setting: Setting) {
  const { rows, calendar, by, directory } = setting;
  const { camat, danramil, kapolsek, pendidikan, agama, kb, pkk, kadinkes, kepalaDesa, bidanDesa, staff } = directory;
  const day = calendar.ahead(6);
  const story = tellMeeting(rows, { calendar, by }, "SCHEDULED", {
    startsAt: calendar.at(day, "09:00"),
    endsAt: calendar.at(day, "12:30"),
    place: hall,
    leader: "Camat Sragi",
    agenda: quarterlyAgenda,
  });
  invite(
    rows,
    story,
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
  for (const seat of [camat, kapolsek, agama, pkk, ...kepalaDesa.slice(1, 5)]) answer(rows, story, seat, "PRESENT");
  answer(rows, story, kadinkes, "REPRESENTED", {
    delegate: {
      name: "Lidya Kusumastuti, S.K.M.",
      title: "Tim Pembina Cluster Binaan",
      institution: "Dinas Kesehatan Kabupaten Lampung Selatan",
    },
  });
  const represented = seatOf(kepalaDesa, "Kedaung");
  answer(rows, story, represented, "REPRESENTED", {
    delegate: { name: "Sri Wahyuningrum", title: "Sekretaris Desa", institution: "Pemerintah Desa Kedaung" },
  });
  answer(rows, story, danramil, "ABSENT", { reason: "Apel gelar pasukan di kabupaten pada hari yang sama" });
  tellNextProblems(setting, story);
  return {
    day,
    links: [
      link(story, seatOf(kepalaDesa, "Bandar Agung"), "belum menjawab"),
      link(story, camat, "menjawab hadir"),
      link(story, represented, "diwakili"),
    ],
  };
}

function tellRunningMonthly(setting: Setting, day: string) {
  const { rows, calendar, by, directory } = setting;
  const { staff, bidanDesa } = directory;
  const story = tellMeeting(rows, { calendar, by }, "IN_PROGRESS", {
    kind: "MONTHLY_LOKMIN",
    startsAt: calendar.at(day, "08:00"),
    place: room,
    leader: "Kepala Puskesmas",
    agenda: monthlyAgenda,
  });
  invite(rows, story, [...staff, ...bidanDesa]);
  for (const seat of [...staff.slice(0, 7), ...bidanDesa.slice(0, 5)]) mark(rows, story, seat);
  mark(rows, story, titled(staff, "Pengelola Imunisasi"), "OFFICIAL_TRAVEL", { note: "Mengambil vaksin di kabupaten" });
  tellRunningProblems(setting, story);
  tellRunningNotes(setting, story);
}
