// Once per run: one embedded PostgreSQL without fsync, and in it a migrated database that the workers copy.
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { appUrlOf, prepareAppRole } from "@/prisma/run/app-role.mjs";
import { migrate } from "@/prisma/run/migrate.mjs";
import { startPostgres } from "@/prisma/run/postgres.mjs";
import { ensureGenerated } from "@/prisma/run/prepare.mjs";
import { prepareQueue } from "@/prisma/run/queue.mjs";

declare module "vitest" {
  interface ProvidedContext {
    /** The server's own database, from which others are made; its user owns all tables. */
    adminUrl: string;
    /** The same for the role the app works as. */
    appUrl: string;
  }
}

const password = "only-for-tests";

export const templateName = "lokmin_template";

/** Kabupaten and kota whose areas tests may use: Lampung Selatan, Luwu Utara, Lumajang, Mukomuko, all of Banten; Sabang and Jayapura, whose words are others. */
const regencies = ["18.01", "73.22", "35.08", "17.06", "36", "11.72", "91.03"];

export default async function setup(project: TestProject) {
  await ensureGenerated();
  const home = mkdtempSync(join(tmpdir(), "lokmin-tests-"));
  // As root the server's own user passes through; else its cluster would be put elsewhere, and stay there.
  if (process.getuid?.() === 0) chmodSync(home, 0o711);
  const postgres = await startPostgres({ home, password, fast: true });
  const stop = async () => {
    await postgres.stop();
    rmSync(home, { recursive: true, force: true });
  };
  try {
    await createDatabase(postgres.url("postgres"), templateName);
    await fillTemplate(postgres.url(templateName));
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide("adminUrl", postgres.url("postgres"));
  project.provide("appUrl", appUrlOf(postgres.url("postgres"), password));
  return stop;
}

async function createDatabase(adminUrl: string, name: string) {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
}

async function fillTemplate(url: string) {
  await migrate(url);
  await prepareQueue(url);
  const appUrl = appUrlOf(url, password);
  await prepareAppRole(url, appUrl, { create: true });
  process.env.DATABASE_URL = appUrl;
  const { pool } = await import("@/lib/db");
  const { loadAreas } = await import("@/lib/organisations/areas");
  await loadAreas(regencies);
  await pool.end();
}
