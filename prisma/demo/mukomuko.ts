import { randomUUID } from "node:crypto";
import { addDays, dayToDate } from "@/lib/time";
import { quarterlyAgenda } from "./agendas";
import { type Calendar, calendarOf, dayInQuarterBefore, daysOfYearBefore } from "./calendar";
import { addCluster } from "./clusters";
import { addMeeting } from "./demo-meeting";
import type { Rows } from "./demo-rows";
import { answer, invite } from "./guests";
import { addMonthlies } from "./monthly";
import { addProgrammes } from "./mukomuko-programmes";
import { addOffice, addPuskesmas, addSeat, addStaff, type DemoSeat, type Staff, type Village } from "./offices";
import { type Plan, plan } from "./plan";
import { addQuarterHeld } from "./quarterly";
import type { Shown, Stage } from "./stage";

/** The 15 kecamatan of Kabupaten Mukomuko, with the puskesmas each holds: 17. */
const districts: readonly (readonly [code: string, name: string, puskesmas: number])[] = [
  ["17.06.01", "Lubuk Pinang", 1],
  ["17.06.02", "Kota Mukomuko", 1],
  ["17.06.03", "Teras Terunjam", 1],
  ["17.06.04", "Pondok Suguh", 1],
  ["17.06.05", "Ipuh", 2],
  ["17.06.06", "Malin Deman", 1],
  ["17.06.07", "Air Rami", 1],
  ["17.06.08", "Teramang Jaya", 1],
  ["17.06.09", "Selagan Raya", 1],
  ["17.06.10", "Penarik", 2],
  ["17.06.11", "XIV Koto", 1],
  ["17.06.12", "V Koto", 1],
  ["17.06.13", "Air Manjunto", 1],
  ["17.06.14", "Air Dikit", 1],
  ["17.06.15", "Sungai Rumbai", 1],
];

// Invented, all of them: nobody of these places is meant.
const first = [
  "Yulfitri",
  "Zamhari",
  "Resti",
  "Hendrival",
  "Afrizon",
  "Meliza",
  "Syafwan",
  "Lensi",
  "Darmizal",
  "Okta",
];
const last = ["Andalusi", "Putri Bungsu", "Rantau", "Salimbado", "Kurniadi", "Mandaro", "Syaputri", "Tanjung Alam"];

function invented(number: number): string {
  return `${first[number % first.length]} ${last[Math.floor(number / 3) % last.length]}`;
}

type Post = { by: Staff; camat: DemoSeat; head: DemoSeat; midwife: DemoSeat; kecamatan: string };

/** Case 3: the 17 puskesmas of Kabupaten Mukomuko under their Dinkes. */
export function playMukomuko(stage: Stage): Shown {
  const { rows, passwordHash, now } = stage;
  const dinkes = addOffice(rows, {
    kind: "DISTRICT_DINKES",
    name: "Dinas Kesehatan Kabupaten Mukomuko",
    areaCode: "17.06",
  });
  const admin = addStaff(
    rows,
    dinkes,
    "DINKES_ADMIN",
    { email: "admin@mukomuko", name: "Nofriandi Salimbado", position: "Pengelola data" },
    passwordHash,
  );
  const reviewer = addStaff(
    rows,
    dinkes,
    "DINKES_REVIEWER",
    { email: "pembina@mukomuko", name: "Elsya Mandaro, S.K.M.", position: "Tim Pembina Cluster Binaan" },
    passwordHash,
  );
  const posts = districts.flatMap(([code, kecamatan, count]) =>
    splitVillages(stage.villagesOf(code), count).map((villages, index): Post => {
      const name = count === 1 ? kecamatan : `${kecamatan} ${"I".repeat(index + 1)}`;
      const puskesmas = addPuskesmas(rows, dinkes, { name: `Puskesmas ${name}`, areaCode: code }, villages);
      const number = rows.users.length;
      const by = addStaff(
        rows,
        puskesmas,
        "PUSKESMAS_ADMIN",
        {
          email: `admin@${name.toLowerCase().replaceAll(" ", "-")}`,
          name: `${invented(number * 7 + 4)}, S.K.M.`,
          position: "Kepala Subbagian Tata Usaha",
        },
        passwordHash,
      );
      const camat = invented(Number(code.slice(-2)) * 11);
      const seat = (title: string, holder: string, order: number) =>
        addSeat(rows, puskesmas, "HEALTH", [title, puskesmas.name], holder, { protocolOrder: order });
      return {
        by,
        kecamatan,
        camat: addSeat(rows, puskesmas, "KECAMATAN", [`Camat ${kecamatan}`, `Kecamatan ${kecamatan}`], camat),
        head: seat("Kepala Puskesmas", `dr. ${invented(number * 7 + 1)}`, 78),
        midwife: seat("Bidan Koordinator", `${invented(number * 7 + 2)}, S.Tr.Keb.`, 80),
      };
    }),
  );
  const calendar = calendarOf(now, dinkes.timeZone);
  addQuarters(rows, calendar, posts);
  addProgrammes(rows, calendar, admin, posts);
  const other = addStaff(
    rows,
    dinkes,
    "DINKES_REVIEWER",
    { email: "pembina-selatan@mukomuko", name: "Ridho Salimbado, S.K.M.", position: "Tim Pembina Cluster Binaan" },
    passwordHash,
  );
  addClusters(rows, calendar, { admin, reviewer, other }, posts);
  return { accounts: [admin, reviewer, ...posts.slice(4, 5).map((post) => post.by)], links: [] };
}

/** One of the two reviewers is on leave, and the other looks after both clusters meanwhile. */
function addClusters(
  rows: Rows,
  { today }: Calendar,
  { admin, reviewer, other }: Record<"admin" | "reviewer" | "other", Staff>,
  posts: readonly Post[],
) {
  const offices = posts.map(({ by }) => by.office);
  const hospitals = rows.organisations.filter(
    ({ kind, parentId }) => kind === "HOSPITAL" && parentId === admin.office.id,
  );
  addCluster(rows, "Klaster Utara", reviewer, [...offices.slice(0, 9), ...hospitals]);
  const clusterId = addCluster(rows, "Klaster Selatan", other, offices.slice(9));
  rows.standIns.push({
    ...{ id: randomUUID(), clusterId, userId: reviewer.user.id, createdById: admin.user.id, reason: "Cuti tahunan" },
    ...{ since: dayToDate(addDays(today, -3)), until: dayToDate(addDays(today, 10)) },
  });
}

/** The desa of a kecamatan in equal parts, one for each of its puskesmas. */
function splitVillages(villages: Village[], count: number): Village[][] {
  const size = Math.ceil(villages.length / count);
  return Array.from({ length: count }, (_, index) => villages.slice(index * size, (index + 1) * size));
}

/** Last quarter most held their Lokmin and some did not; two puskesmas of one kecamatan hold the next together. */
function addQuarters(rows: Rows, calendar: Calendar, posts: readonly Post[]) {
  const nextDay = calendar.ahead(10);
  posts.forEach((post, index) => {
    const { by, camat, head, midwife, kecamatan } = post;
    const seats = [camat, head, midwife];
    const place = `Aula Kantor Camat ${kecamatan}`;
    addMonthlies(rows, { calendar, by }, [head, midwife], {
      day: calendar.today,
      months: 2 + ((index * 5) % 7),
      place: by.office.name,
    });
    if (index % 6 !== 3) {
      const day = dayInQuarterBefore(nextDay, 5 + index);
      const held = { day, place, leader: `Camat ${kecamatan}` };
      const demo = addQuarterHeld(rows, { calendar, by }, seats, held);
      plan(rows, demo, planOf(calendar, index, midwife));
      for (const earlierDay of daysOfYearBefore(day, 6 + index).slice(0, index % 3))
        addQuarterHeld(rows, { calendar, by }, seats, { ...held, day: earlierDay });
    }
    const isGuestOfPartner = kecamatan === "Ipuh" && by.office.name.endsWith(" II");
    if (isGuestOfPartner || (index % 3 !== 0 && kecamatan !== "Ipuh")) return;
    const partners = posts.filter((other) => kecamatan === "Ipuh" && other.kecamatan === "Ipuh" && other !== post);
    const next = addMeeting(rows, { calendar, by }, "SCHEDULED", {
      startsAt: calendar.at(nextDay, "09:00"),
      place,
      leader: `Camat ${kecamatan}`,
      agenda: quarterlyAgenda,
      organisers: partners.map((other) => other.by.office),
    });
    invite(rows, next, [...seats, ...partners.flatMap((other) => [other.head, other.midwife])]);
    answer(rows, next, camat, "PRESENT");
  });
}

const reports: readonly NonNullable<Plan["reports"]>[] = [
  [[-21, 100, "Semua kelas berjalan"]],
  [[-15, 50, "Separuh sudah berjalan"]],
  [],
  [[-12, 80, "Menunggu satu desa"]],
];

function planOf(calendar: Calendar, index: number, owner: DemoSeat): Plan {
  const pick = index % reports.length;
  return {
    problem: index % 2 === 0 ? "Rujukan ibu bersalin sering terlambat" : "Kunjungan ibu hamil belum lengkap",
    activity:
      index % 2 === 0
        ? "Kesepakatan alur rujukan ibu dan bayi dengan rumah sakit"
        : "Kelas ibu hamil di setiap desa wilayah kerja",
    owner,
    support: "Bidan desa",
    deadline: pick === 3 ? calendar.back(5) : calendar.ahead(8 + index * 2),
    fundingSource: "BOK",
    priority: index % 2 === 0 ? "HIGH" : "MEDIUM",
    reports: reports[pick] ?? [],
  };
}
