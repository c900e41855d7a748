// The fixed data the measurements run on: 10 puskesmas, each with 20 seats and 30 meetings (15 held, 15 ahead),
// every seat invited to every meeting: 6,000 personal links, 600 of them of the puskesmas whose pages are opened.
import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { db, pool } from "@/lib/db";
import { loadAreas } from "@/lib/organisations/areas";
import { hashToken, newToken, sealToken } from "@/lib/secrets";
import { addDays, dayOf, dayToDate, toInstant } from "@/lib/time";
import { hashPassword } from "@/lib/users/sign-in";
import { personRow } from "@/tests/factories/persons";
import { makeUser } from "@/tests/factories/users";
import { type Importer, makeImporter } from "./fixture-import";
import { type Collector, makeCollector } from "./fixture-pack";
import { addPlans, type Planner } from "./plan-rows";
import { addFigures } from "./pws-rows";

export type Fixture = {
  email: string;
  password: string;
  /** A held meeting of the signed-in user's puskesmas, with agenda, answers, attendance and action items. */
  meetingId: string;
  /** Every personal link, and those of meetings ahead, which take answers. */
  tokens: string[];
  openTokens: string[];
  /** A meeting that runs now, with 800 invited and nobody marked. */
  rollMeetingId: string;
  /** Who keeps notes there together with the first, with the same password. */
  colleagueEmail: string;
  userIds: [string, string];
  /** Who imports figures, with the same password. */
  importer: Importer;
  /** One of the 30 indicators with figures of 20 desa over 36 months. */
  indicatorId: string;
  /** Who reads a list of 5,000 rows of action plans, with the same password. */
  planner: Planner;
  /** Who collects the evidence of a year, with the same password. */
  collector: Collector;
};

const timeZone = "Asia/Jakarta";
const monthsEachWay = 15;
const actionItemsPerMeeting = 8;
const villages = ["18.01.15.2001", "18.01.15.2002", "18.01.15.2003", "18.01.15.2004"];

const agenda = [
  ["Pembukaan dan doa", 10, "Petugas puskesmas"],
  ["Sambutan Camat", 15, "Camat"],
  ["Evaluasi kesepakatan pertemuan yang lalu", 30, "Kepala Puskesmas"],
  ["Capaian program dan masalah kesehatan di setiap desa", 40, "Penanggung jawab program"],
  ["Pembahasan masalah bersama lintas sektor", 45, "Kepala Puskesmas"],
  ["Kesepakatan peran setiap sektor", 30, "Camat"],
  ["Penyusunan rencana tindak lanjut", 30, "Kepala Tata Usaha"],
  ["Penutupan", 10, null],
] as const;

const activities = [
  "Sweeping imunisasi bayi dan balita",
  "Pemberian makanan tambahan balita gizi kurang",
  "Pemeriksaan jentik berkala bersama kader",
  "Kelas ibu hamil di balai desa",
  "Penyuluhan hipertensi pada pertemuan PKK",
  "Perbaikan jamban keluarga",
  "Penjaringan kesehatan anak sekolah",
  "Pelacakan kasus TBC dan kontak serumah",
];

type Seat = { id: string; title: string; institution: string; villageCode: string | null; order: number; name: string };

async function makePuskesmas(dinkesId: string, number: number) {
  return db.organisation.create({
    data: {
      kind: "PUSKESMAS",
      name: `UPTD Puskesmas Ukur ${String(number).padStart(2, "0")}`,
      parentId: dinkesId,
      areaCode: "18.01.15",
      timeZone,
    },
  });
}

/** Twenty seats: the kecamatan's four, and four of each village. */
async function makeSeats(organisationId: string): Promise<Seat[]> {
  const ofDistrict = ["Camat", "Danramil", "Kapolsek", "Kepala KUA"].map((title, index) => ({
    title,
    institution: "Kecamatan Sragi",
    villageCode: null,
    order: 10 + index,
  }));
  const ofVillages = villages.flatMap((villageCode, village) =>
    ["Kepala Desa", "Ketua TP PKK", "Bidan Desa", "Ketua Kader Posyandu"].map((title, index) => ({
      title,
      institution: `Desa Ukur ${village + 1}`,
      villageCode,
      order: 50 + index * 10,
    })),
  );
  const seats = [...ofDistrict, ...ofVillages].map((seat, index) => ({
    ...seat,
    id: randomUUID(),
    name: `Pejabat Contoh ${index + 1}`,
  }));
  await db.seat.createMany({
    data: seats.map(({ order, name, ...seat }) => ({ ...seat, organisationId, sector: "DESA", protocolOrder: order })),
  });
  const people = seats.map(({ name }, index) => personRow({ organisationId, name, phone: phoneOf(index) }));
  await db.person.createMany({ data: people });
  await db.seatHolder.createMany({
    data: seats.map(({ id, name }, index) => ({
      seatId: id,
      personId: people[index]?.id ?? "",
      name,
      phone: phoneOf(index),
    })),
  });
  return seats;
}

/** From a prefix that no operator has been given. */
function phoneOf(index: number): string {
  return `6284000000${String(100 + index)}`;
}

/** The 12th of a month before or after this one. */
function dayOfMonth(offset: number): string {
  const now = new Date();
  return dayOf(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + offset, 12)), timeZone);
}

async function makeMeeting(puskesmasId: string, seats: Seat[], offset: number) {
  const day = dayOfMonth(offset);
  const [year = 0, period = 0] = day.split("-").map(Number);
  const isHeld = offset < 0;
  const startsAt = toInstant(day, "09:00", timeZone);
  const meeting = await db.meeting.create({
    data: {
      id: randomUUID(),
      kind: "MONTHLY_LOKMIN",
      status: isHeld ? "CLOSED" : "SCHEDULED",
      title: `Lokakarya Mini Bulanan ${period}/${year}`,
      year,
      period,
      startsAt,
      endsAt: toInstant(day, "12:30", timeZone),
      timeZone,
      place: "Aula UPTD Puskesmas, Jalan Raya Kuala Sekampung",
      leader: "Camat",
      hostId: puskesmasId,
      organisers: {
        create: { puskesmasId, startsAt, agreedAt: startsAt, holdsPeriod: `MONTHLY_LOKMIN ${year}-${period}` },
      },
      agenda: {
        create: agenda.map(([topic, minutes, presenter], index) => ({
          position: index + 1,
          topic,
          minutes,
          presenter,
        })),
      },
    },
  });
  const invitations = seats.map((seat, index) => ({ id: randomUUID(), token: newToken(), seat, index }));
  await db.invitation.createMany({
    data: invitations.map(({ id, token, seat, index }) => ({
      id,
      meetingId: meeting.id,
      seatId: seat.id,
      title: seat.title,
      institution: seat.institution,
      sector: "DESA",
      villageCode: seat.villageCode,
      protocolOrder: seat.order,
      holderName: seat.name,
      phone: phoneOf(index),
      tokenHash: hashToken(token),
      tokenSealed: sealToken(token),
      handedOutAt: startsAt,
    })),
  });
  // Four of five have answered; one of ten sends somebody.
  await db.answer.createMany({
    data: invitations
      .filter(({ index }) => index % 5 !== 4)
      .map(({ id, index }) => ({
        invitationId: id,
        answeredAt: new Date(),
        ...(index % 10 === 3
          ? {
              choice: "REPRESENTED" as const,
              delegateName: `Wakil Contoh ${index}`,
              delegateTitle: "Sekretaris",
              delegateInstitution: "Desa Ukur",
            }
          : { choice: "PRESENT" as const }),
      })),
  });
  if (isHeld) await addResults(meeting.id, startsAt, invitations, day);
  return { id: meeting.id, isHeld, tokens: invitations.map(({ token }) => token) };
}

/** A great Lokmin that began half an hour ago. */
async function makeLargeMeeting(puskesmasId: string): Promise<string> {
  const startsAt = new Date(Date.now() - 30 * 60_000);
  const meeting = await db.meeting.create({
    data: {
      id: randomUUID(),
      kind: "KALAKARYA",
      status: "IN_PROGRESS",
      title: "Kalakarya Besar Ukur",
      year: startsAt.getUTCFullYear(),
      period: startsAt.getUTCMonth() + 1,
      startsAt,
      timeZone,
      place: "Gedung serbaguna",
      hostId: puskesmasId,
      organisers: { create: { puskesmasId, startsAt, agreedAt: startsAt } },
    },
  });
  await db.invitation.createMany({
    data: Array.from({ length: 800 }, (_, index) => {
      const token = newToken();
      return {
        meetingId: meeting.id,
        title: `Kader Posyandu ${index + 1}`,
        institution: `Desa Ukur ${(index % 40) + 1}`,
        sector: "DESA" as const,
        protocolOrder: 60,
        holderName: `Kader Contoh ${index + 1}`,
        tokenHash: hashToken(token),
        tokenSealed: sealToken(token),
      };
    }),
  });
  return meeting.id;
}

async function addResults(
  meetingId: string,
  startsAt: Date,
  invitations: { id: string; seat: Seat; index: number }[],
  day: string,
) {
  await db.attendance.createMany({
    data: invitations.map(({ id, seat, index }) => ({
      id: randomUUID(),
      meetingId,
      invitationId: id,
      status: index % 5 === 4 ? "UNEXCUSED" : "PRESENT",
      name: seat.name,
      title: seat.title,
      institution: seat.institution,
      arrivedAt: index % 5 === 4 ? null : startsAt,
      source: "OFFICER",
    })),
  });
  const monthsAgo = Math.round((Date.now() - startsAt.getTime()) / (30 * 86_400_000));
  const items = activities.slice(0, actionItemsPerMeeting).map((activity, index) => {
    const isDone = monthsAgo > 3 || index % 2 === 0;
    return {
      id: randomUUID(),
      meetingId,
      number: index + 1,
      activity,
      responsibleInstitution: invitations[index]?.seat.institution ?? "Puskesmas",
      responsibleSeatId: invitations[(index + monthsAgo) % invitations.length]?.seat.id ?? null,
      deadline: dayToDate(addDays(day, 30 + index * 7)),
      indicator: "Cakupan desa",
      target: 100,
      unit: "%",
      fundingSource: "BOK" as const,
      status: isDone ? ("DONE" as const) : ("IN_PROGRESS" as const),
      percent: isDone ? 100 : 40,
    };
  });
  await db.actionItem.createMany({ data: items });
  await db.progressReport.createMany({
    data: items.map(({ id, percent, status }) => ({
      id: randomUUID(),
      itemId: id,
      percent,
      status,
      reporter: "Kepala Tata Usaha",
    })),
  });
}

/** Fills an empty, migrated database. @returns what the measurements ask for */
export async function fillFixture(): Promise<Fixture> {
  await loadAreas();
  const dinkes = await db.organisation.create({
    data: { kind: "DISTRICT_DINKES", name: "Dinas Kesehatan Ukur", areaCode: "18.01", timeZone },
  });
  const password = newToken();
  const passwordHash = await hashPassword(password);
  const fixture: Fixture = {
    email: "ukur@contoh.id",
    password,
    meetingId: "",
    tokens: [],
    openTokens: [],
    rollMeetingId: "",
    colleagueEmail: "notulis@contoh.id",
    userIds: ["", ""],
    importer: await makeImporter(dinkes.id, passwordHash),
    indicatorId: "",
    planner: await addPlans(dinkes.id, passwordHash),
    collector: await makeCollector(dinkes.id, passwordHash),
  };
  for (let number = 1; number <= 10; number++) {
    const puskesmas = await makePuskesmas(dinkes.id, number);
    if (number === 1) {
      const account = { organisationId: puskesmas.id, passwordHash };
      const user = await makeUser("PUSKESMAS_ADMIN", { email: fixture.email, name: "Petugas Ukur", ...account });
      const noted = { email: fixture.colleagueEmail, name: "Notulis Ukur" };
      const colleague = await makeUser("PUSKESMAS_STAFF", { ...noted, ...account });
      fixture.userIds = [user.id, colleague.id];
    }
    if (number === 1) fixture.rollMeetingId = await makeLargeMeeting(puskesmas.id);
    if (number === 1) fixture.indicatorId = await addFigures(puskesmas.id);
    const seats = await makeSeats(puskesmas.id);
    for (let offset = -monthsEachWay; offset <= monthsEachWay; offset++) {
      if (offset === 0) continue;
      const meeting = await makeMeeting(puskesmas.id, seats, offset);
      fixture.tokens.push(...meeting.tokens);
      if (!meeting.isHeld) fixture.openTokens.push(...meeting.tokens);
      if (number === 1 && offset === -1) fixture.meetingId = meeting.id;
    }
  }
  await makeBareTables(fixture);
  await pool.query("VACUUM ANALYZE");
  await pool.query("CHECKPOINT");
  return fixture;
}

/** What the bare server reads and writes: one row by its key. */
async function makeBareTables({ tokens, meetingId, indicatorId, planner }: Fixture) {
  await pool.query(`
    CREATE SCHEMA bench;
    CREATE TABLE bench.page (key text PRIMARY KEY, title text NOT NULL);
    CREATE TABLE bench.answer (key text PRIMARY KEY, choice text NOT NULL, reason text, "delegateName" text,
      "delegateTitle" text, "delegateInstitution" text, "answeredAt" timestamptz NOT NULL)`);
  await pool.query("INSERT INTO bench.page SELECT key, 'Lokakarya Mini' FROM unnest($1::text[]) AS key", [
    [...tokens, meetingId, "kegiatan"],
  ]);
  await pool.query(
    `INSERT INTO bench.page SELECT key, (SELECT "puskesmasId"::text FROM "IndicatorValue" WHERE "indicatorId" = $2 LIMIT 1) FROM unnest($1::text[]) AS key`,
    [["capaian", indicatorId], indicatorId],
  );
  await pool.query("INSERT INTO bench.page VALUES ('tindak-lanjut', $1)", [JSON.stringify(planner.statements)]);
}

const out = process.argv[2];
if (out) {
  writeFileSync(out, JSON.stringify(await fillFixture()));
  await db.$disconnect();
  await pool.end();
}
