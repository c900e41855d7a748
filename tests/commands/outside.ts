// The filled database of the command tests as an office's own PostgreSQL: several servers on one DATABASE_URL.
import { appendFileSync, readFileSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { join } from "node:path";
import pg from "pg";
import { openToken } from "@/lib/secrets";
import { startPostgres } from "@/prisma/run/postgres.mjs";
import { freePort } from "@/prisma/run/processes.mjs";
import { dataFolderCopy } from "./folder";
import { clusterOf } from "./lokmin";

/** @param settings lines for postgresql.conf */
export async function startFilledDatabase(settings: readonly string[] = []) {
  const data = dataFolderCopy();
  const { databasePassword, secret } = JSON.parse(readFileSync(join(data, "rahasia.json"), "utf8"));
  const { accounts, password } = JSON.parse(readFileSync(join(data, "demo.json"), "utf8"));
  appendFileSync(join(clusterOf(data), "postgresql.conf"), `\n${settings.join("\n")}\n`);
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

/** A way to the database that can be cut and mended, on one port. */
export async function startWay(target: string) {
  const { port: targetPort } = new URL(target);
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(targetPort), "127.0.0.1");
    for (const [socket, other] of [[client, upstream] as const, [upstream, client] as const]) {
      sockets.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => {
        sockets.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  });
  const port = await freePort();
  const mend = () => new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
  await mend();
  const url = new URL(target);
  url.port = String(port);
  return {
    url: url.href,
    mend,
    cut() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
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
