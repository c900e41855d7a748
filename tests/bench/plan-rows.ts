// A puskesmas of many promises: 5,000 rows of 50 meetings, 20 invited each, with desa and two reports a row. Every
// tenth row of the last meetings waits for a check.
import { randomUUID } from "node:crypto";
import { findActor } from "@/lib/actor";
import { db, pool } from "@/lib/db";
import { followUpStatements } from "@/lib/follow-up/reads";
import { followUpSchema } from "@/lib/follow-up/schema";
import { dayOf } from "@/lib/time";
import { personRow } from "@/tests/factories/persons";
import { makeUser } from "@/tests/factories/users";

const timeZone = "Asia/Jakarta";
const meetings = 50;

export type Planner = {
  email: string;
  /** What the list asks of the database, as the bare server asks it. */
  statements: { text: string; values: unknown[] }[];
};

/** @param rowsPerMeeting 100: 5,000 rows */
export async function addPlans(dinkesId: string, passwordHash: string, rowsPerMeeting = 100): Promise<Planner> {
  const puskesmas = await db.organisation.create({
    data: { kind: "PUSKESMAS", name: "UPTD Puskesmas Ukur RTL", parentId: dinkesId, areaCode: "18.01.15", timeZone },
  });
  const email = "rtl@contoh.id";
  const organisationId = puskesmas.id;
  const user = await makeUser("PUSKESMAS_STAFF", { email, name: "Petugas RTL", organisationId, passwordHash });
  await pool.query(`INSERT INTO "WorkingArea" SELECT $1, code FROM "Area" WHERE "parentCode" = '18.01.15' LIMIT 10`, [
    puskesmas.id,
  ]);
  const seats = Array.from({ length: 20 }, (_, index) => ({
    id: randomUUID(),
    organisationId: puskesmas.id,
    title: `Kepala Desa Ukur ${index + 1}`,
    institution: `Pemerintah Desa Ukur ${index + 1}`,
    sector: "DESA" as const,
    protocolOrder: 50,
  }));
  await db.seat.createMany({ data: seats });
  const people = seats.map((_, index) => personRow({ organisationId, name: `Pejabat Contoh ${index + 1}` }));
  await db.person.createMany({ data: people });
  await db.seatHolder.createMany({
    data: seats.map((seat, index) => ({
      seatId: seat.id,
      personId: people[index]?.id ?? "",
      name: `Pejabat Contoh ${index + 1}`,
    })),
  });
  await pool.query(
    `WITH made AS (
       INSERT INTO "Meeting" (id, kind, status, title, year, period, "startsAt", "timeZone", place, "hostId")
       SELECT gen_random_uuid(), 'MONTHLY_LOKMIN', 'CLOSED', 'Lokakarya Mini Bulanan ke-' || n, 2020, 1, now() - n * interval '30 days', $2,
         'Aula UPTD Puskesmas', $1::uuid
       FROM generate_series(1, ${meetings}) n RETURNING id, "startsAt"
     ), organised AS (
       INSERT INTO "MeetingOrganiser" ("meetingId", "puskesmasId", "startsAt", "agreedAt")
       SELECT id, $1::uuid, "startsAt", "startsAt" FROM made
     )
     INSERT INTO "Invitation" (id, "meetingId", "seatId", title, institution, sector, "protocolOrder", "tokenHash", "tokenSealed")
     SELECT gen_random_uuid(), m.id, s.id, s.title, s.institution, s.sector, 50, m.id || s.title, '-'
     FROM made m CROSS JOIN "Seat" s WHERE s."organisationId" = $1::uuid`,
    [puskesmas.id, timeZone],
  );
  await pool.query(
    `INSERT INTO "ActionItem" (id, "meetingId", number, problem, activity, "responsibleInstitution", "responsibleTitle", "responsibleName",
       "responsibleSeatId", deadline, indicator, baseline, target, unit, status, percent)
     SELECT gen_random_uuid(), m.id, n, 'Cakupan belum sampai target di beberapa desa', 'Kunjungan rumah dan penyuluhan bersama kader, putaran ' || n,
       s.institution, s.title, 'Pejabat Contoh', s.id, (m."startsAt" + (20 + n % 60) * interval '1 day')::date, 'Keluarga yang dikunjungi', 40, 95, 'persen',
       CASE WHEN m."startsAt" > now() - interval '300 days' AND n % 2 = 0 THEN 'IN_PROGRESS' ELSE 'DONE' END::"ProgressStatus",
       CASE WHEN m."startsAt" > now() - interval '300 days' AND n % 2 = 0 THEN 40 ELSE 100 END
     FROM "Meeting" m CROSS JOIN generate_series(1, $2::int) n
     JOIN LATERAL (SELECT * FROM "Seat" WHERE "organisationId" = $1 ORDER BY id OFFSET n % 20 LIMIT 1) s ON true
     WHERE m."hostId" = $1::uuid`,
    [puskesmas.id, rowsPerMeeting],
  );
  await pool.query(
    `INSERT INTO "ActionItemVillage" SELECT t.id, a.code FROM "ActionItem" t JOIN "Meeting" m ON m.id = t."meetingId"
     JOIN LATERAL (SELECT "villageCode" AS code FROM "WorkingArea" WHERE "puskesmasId" = $1 ORDER BY 1 OFFSET t.number % 8 LIMIT 2) a ON true
     WHERE m."hostId" = $1::uuid`,
    [puskesmas.id],
  );
  await pool.query(
    `WITH link AS (
       INSERT INTO "OwnerLink" (id, "organisationId", "seatId", institution, "tokenHash", "tokenSealed")
       SELECT gen_random_uuid(), $1::uuid, id, institution, 'rtl' || id, '-' FROM "Seat" WHERE "organisationId" = $1::uuid
       RETURNING id, "seatId"
     )
     INSERT INTO "ProgressReport" (id, "itemId", percent, status, note, reporter, "ownerLinkId", "createdAt")
     SELECT gen_random_uuid(), t.id, t.percent, t.status, 'Sudah dilaksanakan bersama kader', 'Petugas RTL',
       CASE WHEN k = 2 AND t.status = 'IN_PROGRESS' AND t.number % 10 = 0 THEN l.id END, m."startsAt" + k * interval '10 days'
     FROM "ActionItem" t JOIN "Meeting" m ON m.id = t."meetingId" JOIN link l ON l."seatId" = t."responsibleSeatId" CROSS JOIN generate_series(1, 2) k
     WHERE m."hostId" = $1::uuid`,
    [puskesmas.id],
  );
  const actor = await findActor(user.id);
  if (!actor) throw new Error("The planner may not act");
  const scope = [{ id: puskesmas.id, name: puskesmas.name }];
  const { counts, rows } = followUpStatements(actor, scope, followUpSchema.parse({}), dayOf(new Date(), timeZone));
  return { email, statements: [counts, rows].map(({ text, values }) => ({ text, values })) };
}
