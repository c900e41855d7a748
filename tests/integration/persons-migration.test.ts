import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { listMigrations } from "@/prisma/run/migrate.mjs";
import { root } from "@/prisma/run/prepare.mjs";

/** The first migration that knows persons; what is written below is as the version before it wrote. */
const first = "20261128055501_persons";

const before = `
  SET session_replication_role = replica;
  INSERT INTO "Organisation" (id, kind, name, "areaCode", "timeZone") VALUES
    (u(1), 'PUSKESMAS', 'Sragi', '18.01.15', 'Asia/Jakarta'), (u(2), 'PUSKESMAS', 'Katibung', '18.01.02', 'Asia/Jakarta');
  INSERT INTO "User" (id, email, name, position, role, "organisationId") VALUES
    (u(11), 'a@b.example', 'Siti Aminah', 'Bidan', 'PUSKESMAS_STAFF', u(1)),
    (u(12), 'c@b.example', 'Budi', NULL, 'PUSKESMAS_STAFF', u(2));
  INSERT INTO "Seat" (id, "organisationId", title, institution, sector) VALUES
    (u(21), u(1), 'Kader', 'Desa Baktirasa', 'DESA'), (u(22), u(1), 'Camat', 'Kecamatan', 'KECAMATAN');
  INSERT INTO "SeatHolder" (id, "seatId", name, phone, since, until) VALUES
    (u(31), u(21), 'Siti Aminah', '6284000000001', '2026-03-05 03:04:05.678Z', NULL),
    (u(32), u(22), 'Bagas', NULL, '2024-01-31 17:00:00Z', '2025-05-05 01:02:03.456Z'),
    (u(33), u(22), 'Sulastri', NULL, '2025-05-05 01:02:03.456Z', NULL);
  INSERT INTO "Meeting" (id, kind, title, year, period, "startsAt", "timeZone", place, "hostId") VALUES
    (u(41), 'LOKMIN_TRIWULANAN', 'Lokmin', 2026, 1, '2026-01-01', 'Asia/Jakarta', 'Aula', u(1));
  INSERT INTO "Approval" (id, "meetingId", number, "approverId", approver, checklist) VALUES
    (u(51), u(41), 1, u(11), 'Siti', '[]'), (u(52), u(41), 2, u(99), 'Lama', '[]');
  INSERT INTO "Attendance" (id, "meetingId", "personKey", status, name, title, institution, source) VALUES
    (u(61), u(41), 'tamu:siti|kader|desa', 'HADIR', 'Siti', 'Kader', 'Desa', 'KERTAS');
  INSERT INTO "Problem" (id, "meetingId", "puskesmasId", number, statement) VALUES
    (u(71), u(41), u(1), 1, 'Satu'), (u(72), u(41), u(1), 2, 'Dua');
  INSERT INTO "ProblemScore" ("problemId", "scorerKey", scorer, urgency, seriousness, growth, "scoredById") VALUES
    (u(71), 'nama:camat', 'Camat', 1, 1, 1, u(11)), (u(72), 'nama:camat', 'Camat', 2, 2, 2, u(11)),
    (u(71), 'akun:' || u(11), 'Siti Aminah', 3, 3, 3, u(11));
  INSERT INTO "MeetingOrganiser" ("meetingId", "puskesmasId", "startsAt") VALUES
    (u(41), u(1), '2026-01-01'), (u(41), u(2), '2026-01-01');
  INSERT INTO "ActionItem" (id, "meetingId", number, activity, "responsibleInstitution", "responsibleTitle",
    "responsibleName", "responsibleSeatId", "responsibleUserId", deadline, "createdById") VALUES
    (u(81), u(41), 1, 'Tulis 1', 'Polsek Sragi', 'Kapolsek', NULL, NULL, NULL, '2026-02-01', u(11)),
    (u(82), u(41), 2, 'Tulis 2', ' polsek  sragi', 'KAPOLSEK', '', NULL, NULL, '2026-02-01', NULL),
    (u(83), u(41), 3, 'Tulis 3', 'Polsek Sragi', 'Kapolsek', NULL, NULL, NULL, '2026-02-01', u(12)),
    (u(84), u(41), 4, 'Kursi', 'Kecamatan', 'Camat', 'Bagas', u(22), NULL, '2026-02-01', u(11)),
    (u(85), u(41), 5, 'Petugas', 'Sragi', NULL, 'Budi', NULL, u(12), '2026-02-01', u(11));
  INSERT INTO "OwnerLink" (id, "organisationId", "ownerKey", "seatId", "userId", name, title, institution, "tokenHash", "tokenSealed") VALUES
    (u(91), u(1), 'tulis:polsek sragi|kapolsek|', NULL, NULL, NULL, 'Kapolsek', 'Polsek Sragi', 'a', '-'),
    (u(92), u(2), 'tulis:polsek sragi|kapolsek|', NULL, NULL, NULL, 'Kapolsek', 'Polsek Sragi', 'b', '-'),
    (u(93), u(1), 'seat:' || u(22), u(22), NULL, 'Sulastri', 'Camat', 'Kecamatan', 'c', '-'),
    (u(94), u(2), 'user:' || u(12), NULL, u(12), 'Budi', NULL, 'Katibung', 'd', '-'),
    (u(95), u(1), 'tulis:dinas pu||', NULL, NULL, NULL, NULL, 'Dinas PU', 'e', '-');
  SET session_replication_role = origin;`;

let old: pg.Client;

beforeAll(async () => {
  const admin = new pg.Client({ connectionString: inject("adminUrl") });
  await admin.connect();
  await admin.query("CREATE DATABASE lokmin_persons_before");
  await admin.end();
  const url = new URL(inject("adminUrl"));
  url.pathname = "/lokmin_persons_before";
  old = new pg.Client({ connectionString: url.href });
  await old.connect();
  const sqlOf = (name: string) => readFileSync(join(root, "prisma/migrations", name, "migration.sql"), "utf8");
  await old.query("CREATE FUNCTION pg_temp.u(n int) RETURNS uuid RETURN lpad(n::text, 32, '0')::uuid");
  let isFilled = false;
  for (const name of await listMigrations()) {
    if (name >= first && !isFilled) {
      await old.query(before.replaceAll("u(", "pg_temp.u("));
      isFilled = true;
    }
    await old.query(`SET session_replication_role = ${isFilled ? "replica" : "origin"}; ${sqlOf(name)}`);
  }
});

afterAll(() => old.end());

const rows = async (text: string) => (await old.query(text)).rows;

test("everybody known is a person of his own, whatever the names", async () => {
  expect(await rows(`SELECT name, title, phone FROM "Person" WHERE name LIKE 'Siti%' ORDER BY title`)).toEqual([
    { name: "Siti Aminah", title: "Bidan", phone: null },
    { name: "Siti Aminah", title: "Kader", phone: "6284000000001" },
  ]);
  expect(await rows(`SELECT count(DISTINCT "personId")::int AS n FROM "SeatHolder"`)).toEqual([{ n: 3 }]);
});

test("a day that nobody gave is not known; the day of a change stays", async () => {
  expect(
    await rows(`SELECT name, since IS NULL AS "isUnknown", "isUntilKnown" FROM "SeatHolder" ORDER BY name`),
  ).toEqual([
    { name: "Bagas", isUnknown: false, isUntilKnown: true },
    { name: "Siti Aminah", isUnknown: true, isUntilKnown: true },
    { name: "Sulastri", isUnknown: false, isUntilKnown: true },
  ]);
});

test("the id of a user that is nobody's is left out, the name stays", async () => {
  expect(await rows(`SELECT approver, "approverId" IS NULL AS "isNobody" FROM "Approval" ORDER BY number`)).toEqual([
    { approver: "Siti", isNobody: false },
    { approver: "Lama", isNobody: true },
  ]);
});

test("who gave scores is one row in his meeting, with his account and person where there is one", async () => {
  expect(
    await rows(`SELECT s.name, s."userId" IS NOT NULL AS account, u."personId" IS NOT DISTINCT FROM s."personId" AS same,
        (SELECT count(*)::int FROM "ProblemScore" p WHERE p."scorerId" = s.id) AS scores
      FROM "Scorer" s LEFT JOIN "User" u ON u.id = s."userId" ORDER BY s.name`),
  ).toEqual([
    { name: "Camat", account: false, same: true, scores: 2 },
    { name: "Siti Aminah", account: true, same: true, scores: 1 },
  ]);
});

test("walk-ins keep their rows", async () => {
  expect(await rows(`SELECT name, "personId" FROM "Attendance"`)).toEqual([{ name: "Siti", personId: null }]);
});

test("owners whom one office wrote down in the same words are one person of it, others are their own", async () => {
  expect(
    await rows(`SELECT t.activity, o.name AS office, p.name FROM "ActionItem" t JOIN "Person" p ON p.id = t."responsiblePersonId"
      JOIN "Organisation" o ON o.id = p."organisationId" ORDER BY t.number`),
  ).toEqual([
    { activity: "Tulis 1", office: "Sragi", name: null },
    { activity: "Tulis 2", office: "Sragi", name: null },
    { activity: "Tulis 3", office: "Katibung", name: null },
    { activity: "Kursi", office: "Sragi", name: "Bagas" },
    { activity: "Petugas", office: "Katibung", name: "Budi" },
  ]);
  const [{ n }] = await rows(
    `SELECT count(DISTINCT "responsiblePersonId")::int AS n FROM "ActionItem" WHERE activity LIKE 'Tulis%'`,
  );
  expect(n).toBe(2);
});

test("each link goes on with its owner's rows", async () => {
  expect(
    await rows(`SELECT l."tokenHash" AS link, coalesce(p.name, p.institution) AS owner, (SELECT string_agg(t.activity, ', ' ORDER BY t.number)
        FROM "ActionItem" t WHERE l."seatId" IS NULL AND t."responsiblePersonId" = l."personId") AS rows
      FROM "OwnerLink" l JOIN "Person" p ON p.id = l."personId" ORDER BY 1`),
  ).toEqual([
    { link: "a", owner: "Polsek Sragi", rows: "Tulis 1, Tulis 2" },
    { link: "b", owner: "Polsek Sragi", rows: "Tulis 3" },
    { link: "c", owner: "Sulastri", rows: null },
    { link: "d", owner: "Budi", rows: "Petugas" },
    { link: "e", owner: "Dinas PU", rows: null },
  ]);
});
