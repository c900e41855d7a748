import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { expect, inject, test } from "vitest";
import { listMigrations } from "@/prisma/run/migrate.mjs";
import { root } from "@/prisma/run/prepare.mjs";

const migration = "20261128055319_document_owner";

const before = `
  SET session_replication_role = replica;
  INSERT INTO "Attendance" (id, "meetingId", "personKey", status, title, institution, source, "signatureId")
    VALUES (u(1), u(2), 'x', 'HADIR', 'Camat', 'Kecamatan', 'PETUGAS', u(11));
  INSERT INTO "Document" (id, kind, "organisationId", "meetingId", "invitationId", "reportId", "answerId", name, "mimeType", size, sha256, uploader) VALUES
    (u(11), 'SIGNATURE', u(9), u(2), NULL, NULL, NULL, 'a', 'b', 1, 'c', 'd'),
    (u(12), 'DELEGATION_LETTER', u(9), u(2), u(3), NULL, NULL, 'a', 'b', 1, 'c', 'd'),
    (u(13), 'MEETING_PHOTO', u(9), u(2), NULL, NULL, NULL, 'a', 'b', 1, 'c', 'd'),
    (u(14), 'PROGRESS_PHOTO', u(9), u(2), NULL, u(4), NULL, 'a', 'b', 1, 'c', 'd'),
    (u(15), 'ESCALATION_LETTER', u(8), u(2), NULL, NULL, u(5), 'a', 'b', 1, 'c', 'd'),
    (u(16), 'SIGNATURE', u(9), u(2), NULL, NULL, NULL, 'a', 'b', 1, 'c', 'd');
  SET session_replication_role = origin;`;

test("files of an older version keep the one thing they belong to", async () => {
  const admin = new pg.Client({ connectionString: inject("adminUrl") });
  await admin.connect();
  await admin.query("CREATE DATABASE lokmin_documents_before");
  await admin.end();
  const url = new URL(inject("adminUrl"));
  url.pathname = "/lokmin_documents_before";
  const old = new pg.Client({ connectionString: url.href });
  await old.connect();
  const sqlOf = (name: string) => readFileSync(join(root, "prisma/migrations", name, "migration.sql"), "utf8");
  for (const name of await listMigrations()) if (name < migration) await old.query(sqlOf(name));
  await old.query(`CREATE FUNCTION pg_temp.u(n int) RETURNS uuid RETURN lpad(n::text, 32, '0')::uuid`);
  await old.query(before.replaceAll("u(", "pg_temp.u("));
  // The rows name owners that are not there: only where they end up is asked.
  await old.query(`SET session_replication_role = replica; ${sqlOf(migration)}`);
  const { rows } = await old.query(`
    SELECT right(id::text, 2) AS file, (SELECT string_agg(k.key || right(k.value, 1), ' ') FROM jsonb_each_text(to_jsonb(d)) k
      WHERE k.key IN ('organisationId', 'meetingId', 'invitationId', 'attendanceId', 'reportId', 'answerId') AND k.value IS NOT NULL) AS owner
    FROM "Document" d ORDER BY id`);
  await old.end();
  expect(Object.fromEntries(rows.map(({ file, owner }) => [file, owner]))).toEqual({
    11: "attendanceId1",
    12: "invitationId3",
    13: "meetingId2",
    14: "reportId4",
    15: "answerId5",
    16: "meetingId2",
  });
});
