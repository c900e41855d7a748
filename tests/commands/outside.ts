// The filled database of the command tests as an office's own PostgreSQL: several servers on one DATABASE_URL.
import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { openToken } from "@/lib/secrets";
import { startPostgres } from "@/prisma/run/postgres.mjs";
import { dataFolderCopy } from "./folder";
import { clusterOf } from "./lokmin";

/** @param settings lines for postgresql.conf */
export async function startFilledDatabase(settings: (cluster: string) => readonly string[] = () => []) {
  const data = dataFolderCopy();
  const { databasePassword, secret } = JSON.parse(readFileSync(join(data, "rahasia.json"), "utf8"));
  const { accounts, password } = JSON.parse(readFileSync(join(data, "demo.json"), "utf8"));
  const cluster = clusterOf(data);
  appendFileSync(join(cluster, "postgresql.conf"), `\n${settings(cluster).join("\n")}\n`);
  const postgres = await startPostgres({ home: data, password: databasePassword, fast: true });
  return {
    data,
    postgres,
    url: postgres.url("lokmin"),
    env: { DATABASE_URL: postgres.url("lokmin"), LOKMIN_SECRET: String(secret), TRUST_PROXY: "1" },
    password: String(password),
    emailOf: (role: string): string => accounts.find((one: { role: string }) => one.role === role).email,
  };
}

/** A meeting of the demo that runs, its staff, and links of one ahead. */
export async function findDay(url: string, secret: string) {
  process.env.LOKMIN_SECRET = secret;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: meetings } = await client.query(
      `SELECT m.id, m."hostId" FROM "Meeting" m WHERE m.status = 'IN_PROGRESS' AND m.kind IN ('MONTHLY_LOKMIN', 'QUARTERLY_LOKMIN')
         AND (SELECT count(*) FROM "User" u WHERE u."organisationId" = m."hostId" AND u.role IN ('PUSKESMAS_ADMIN', 'PUSKESMAS_STAFF')) > 1
       ORDER BY m."startsAt" LIMIT 1`,
    );
    const { rows: users } = await client.query(
      `SELECT id, email FROM "User" WHERE "organisationId" = $1 AND "deactivatedAt" IS NULL AND role IN ('PUSKESMAS_ADMIN', 'PUSKESMAS_STAFF') ORDER BY role, email`,
      [meetings[0].hostId],
    );
    const { rows: invitations } = await client.query(
      `SELECT i.id, i."tokenSealed" FROM "Invitation" i JOIN "Meeting" m ON m.id = i."meetingId"
       WHERE m.status = 'SCHEDULED' AND m.kind <> 'KALAKARYA' AND m."startsAt" > now() + interval '1 hour' ORDER BY i.id LIMIT 40`,
    );
    return {
      meetingId: String(meetings[0].id),
      users: users.map(({ id, email }) => ({ userId: String(id), email: String(email) })),
      invitations: invitations.map(({ id, tokenSealed }) => ({ id: String(id), token: openToken(tokenSealed) })),
    };
  } finally {
    await client.end();
  }
}
