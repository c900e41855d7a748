// From an open database to a server that answers: keys, tables, areas, demo data, then listening.
import { hkdfSync } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { findAllRole, prepareAppRole } from "./app-role.mjs";
import { backUpBeforeMigrating } from "./backup-before.mjs";
import { backupFolderOf } from "./backup-folder.mjs";
import { dataFolder, openDatabase, settleSecrets } from "./data-folder.mjs";
import { requireFreeFolder } from "./folder-lock.mjs";
import { listenHost } from "./listening.mjs";
import { migrate } from "./migrate.mjs";
import { becomeOffice, demoFile, isOfficeFolder } from "./office.mjs";
import { forgetWhole } from "./older-postgres.mjs";
import { backupProgramOf, docxProgramOf, node, root } from "./prepare.mjs";
import { prepareQueue } from "./queue.mjs";
import { Stop, startWith, step } from "./say.mjs";
import { closeAtEnd, stopOnSignals } from "./stopping.mjs";

/** Where the server listens and how others reach it. */
export function addresses() {
  const host = listenHost(process.env);
  const port = Number(process.env.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Stop(`PORT harus angka 1 sampai 65535, bukan "${process.env.PORT}".`);
  const appUrl = (process.env.APP_URL ?? `http://${reachableName(host)}:${port}`).replace(/\/+$/, "");
  if (!/^https?:\/\/[^/]+$/.test(appUrl))
    throw new Stop(
      `APP_URL harus seperti https://lokmin.contoh.go.id, tanpa jalur di belakangnya; isinya sekarang "${appUrl}".`,
    );
  return { host, port, appUrl };
}

/** What to type into a browser on this machine for a host the server listens on. @param {string} host */
function reachableName(host) {
  if (["127.0.0.1", "0.0.0.0", "::1", "::", "localhost"].includes(host)) return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}

/** Refuses early where Lokmin already runs on this data folder, or another program on this port. */
export async function requireFreePlace() {
  const { host, port } = addresses();
  if (!process.env.DATABASE_URL) requireFreeFolder(dataFolder);
  await requireFreePort(host, port);
}

/** @param {string} host @param {number} port @returns {Promise<void>} */
function requireFreePort(host, port) {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", (error) => fail(listenStop(error, host, port)));
    probe.listen(port, host, () => probe.close(() => done()));
  });
}

/** Windows keeps whole ranges above 1023 for itself, often around 3000. @param {number} port */
const otherPort = (port) => startWith("PORT", port > 1023 ? 8080 : 3000);

/** @param {unknown} error @param {string} host @param {number} port */
function listenStop(error, host, port) {
  const code = error instanceof Error && "code" in error ? error.code : "";
  if (code === "EADDRINUSE")
    return new Stop(
      `Port ${port} sedang dipakai program lain. Hentikan program itu, atau pilih port lain: ${startWith("PORT", port + 1)}`,
    );
  if (code === "EACCES")
    return new Stop(`Port ${port} tidak boleh dipakai pengguna ini. Pilih port lain: ${otherPort(port)}`);
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") return new Stop(`HOST ${host} bukan alamat mesin ini.`);
  return error;
}

/**
 * Opens the database and brings it up to date, ready for the bundled application.
 * @param {{ bundle: string, demo: "when-empty" | "never", office?: { isOffice: boolean, leavesDemo: boolean } }} options
 */
export async function openApplication({ bundle, demo, office }) {
  const { appUrl } = addresses();
  stopOnSignals();
  /** @type {typeof import("./backup-main")} */
  const backups = await import(pathToFileURL(backupProgramOf(bundle)).href);
  const database = await openDatabase({ backups });
  closeAtEnd(database.close);
  try {
    if (!database.isCarriedOver) await backUpBeforeMigrating(backups, database);
    await migrate(database.url);
    await prepareQueue(database.url);
    await settleRestoredSecret(backups, database);
    if (database.isCarriedOver) {
      await backups.requeueJobs(database.url);
      forgetWhole(dataFolder);
    }
    await prepareAppRole(database.url, database.appUrl, { create: database.embedded });
    const allRole = await findAllRole(database.direct);
    if (allRole) process.env.LOKMIN_ALL_ROLE = allRole;
    process.env.DATABASE_URL = database.appUrl;
    process.env.LOKMIN_OWNER_URL = database.url;
    process.env.LOKMIN_SECRET = database.secret;
    // The same after every build, so that a page opened before it can still send its form.
    process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = actionKey(database.secret);
    process.env.LOKMIN_BACKUP_DIR = backupFolderOf(dataFolder);
    if (database.embedded) process.env.LOKMIN_STORAGE = dataFolder;
    // Other servers may be on it too.
    else process.env.LOKMIN_SHARED_LIMITS = "1";
    process.env.APP_URL = appUrl;
    process.env.NEXTAUTH_URL = appUrl;
    process.env.LOKMIN_DOCX = docxProgramOf(bundle);
    /** @type {typeof import("./main")} */
    const app = await import(pathToFileURL(bundle).href);
    requireReadableAddress(app);
    await app.fitPooler();
    await requireOwnSecret(app);
    const warning = await app.databaseRoleWarning();
    if (warning) console.log(`Perhatian: ${warning}.`);
    if (office?.isOffice) await becomeOffice({ url: database.url, ...office, isEmpty: app.isEmpty });
    const missing = [];
    if (!(await app.hasAreas())) missing.push("areas");
    if (demo === "when-empty" && database.embedded && !isOfficeFolder() && (await app.isEmpty())) missing.push("demo");
    if (missing.length > 0)
      await node([join(root, "prisma/run/fill.mjs"), bundle, ...missing], {
        env: { LOKMIN_DEMO_PASSWORD: database.demoPassword ?? "" },
      });
    return { app, database };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** @param {typeof import("./main")} app */
function requireReadableAddress(app) {
  const { S3_URL } = process.env;
  if (S3_URL && !app.readBucketAddress(S3_URL))
    throw new Stop(
      "S3_URL tidak terbaca. Tulis seperti https://KUNCI:RAHASIA@s3.contoh.go.id/lokmin?region=id-1; tanda / + @ : di dalam kunci ditulis %2F %2B %40 %3A.",
    );
}

/** After a restore that was cut short. @param {typeof import("./backup-main")} backups @param {import("./data-folder.mjs").OpenDatabase} database */
async function settleRestoredSecret(backups, database) {
  const { restoredSecret } = database;
  if (restoredSecret === undefined) return;
  database.secret = (await backups.findOwnSecret(database.url, [restoredSecret])) ?? database.secret;
  settleSecrets(dataFolder, database.secret);
}

/** @param {string} secret */
function actionKey(secret) {
  return Buffer.from(hkdfSync("sha256", secret, "lokmin", "aksi", 32)).toString("base64");
}

/** @param {typeof import("./main")} app @param {string} oldSecret */
async function resealWith(app, oldSecret) {
  if (oldSecret.length < 32)
    throw new Stop("LOKMIN_OLD_SECRET kurang dari 32 huruf, jadi bukan kunci yang lama. Periksa lalu jalankan lagi.");
  const count = await step("Menyegel ulang tautan dan langkah kedua", () => app.resealAll(oldSecret));
  console.log(`  ${count} disegel dengan kunci yang baru.`);
}

/** @param {typeof import("./main")} app */
async function requireOwnSecret(app) {
  const { LOKMIN_NEW_SECRET, LOKMIN_OLD_SECRET } = process.env;
  if (LOKMIN_NEW_SECRET === "1" && LOKMIN_OLD_SECRET) await resealWith(app, LOKMIN_OLD_SECRET);
  if (LOKMIN_NEW_SECRET === "1") return app.rememberSecret();
  if (await app.isOwnSecret()) return;
  throw new Stop(
    "LOKMIN_SECRET (di folder data: rahasia.json) bukan kunci yang dipakai basis data ini. Pakai kunci semula. Bila kunci itu diganti, jalankan sekali dengan LOKMIN_NEW_SECRET=1 dan kunci lama di LOKMIN_OLD_SECRET; bila kunci itu hilang, jalankan sekali dengan LOKMIN_NEW_SECRET=1: semua orang masuk lagi, dan tautan yang sudah dibagikan tetap terbuka tetapi tidak dapat disalin lagi.",
  );
}

/**
 * @param {typeof import("./main")} app
 * @param {string} password
 */
export async function fillDemo(app, password) {
  const demo = await step("Mengisi data contoh", () => app.fillDemo(password));
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(demoFile, JSON.stringify({ ...demo, password }, null, 2), { mode: 0o600 });
}

/** The demo accounts and a first personal link, where there are any. @param {string} appUrl */
export function printAccounts(appUrl) {
  if (!existsSync(demoFile)) return;
  /** @type {import("../demo/demo").DemoFile & { password: string }} */
  const { accounts, links, password } = JSON.parse(readFileSync(demoFile, "utf8"));
  console.log(`\nAkun contoh, semuanya dengan kata sandi ${password}`);
  for (const { email, role, roleName, organisation } of accounts)
    console.log(`  ${email.padEnd(28)} ${(roleName ?? role).padEnd(26)} ${organisation}`);
  if (links[0]) console.log(`\nContoh tautan pribadi (${links[0].invitee}): ${appUrl}${links[0].path}`);
  console.log("\nUntuk kantor Anda sendiri, mulai dari kosong: npm start -- kantor\n");
}

/**
 * Runs jobs until a signal ends it.
 * @param {Awaited<ReturnType<typeof openApplication>>} application
 */
export async function workUntilStopped({ app, database }) {
  closeAtEnd((await app.startWorker(database.direct)).stop);
}

/**
 * Serves until a signal ends it.
 * @param {Awaited<ReturnType<typeof openApplication>>} application
 * @param {{ build: string | null }} options build: folder of the build; null: development
 */
export async function serveUntilStopped({ app, database }, { build }) {
  const { host, port } = addresses();
  // Only the link that is printed opens an empty installation.
  delete process.env.LOKMIN_SETUP_TOKEN;
  try {
    if (!(await app.hasUsers())) process.env.LOKMIN_SETUP_TOKEN = app.setupToken();
    const server = await app.serve({
      build: build && relative(root, build),
      dir: root,
      host,
      port,
      handlers: build === null ? [] : app.handlers,
    });
    closeAtEnd(server.close);
    if (process.env.LOKMIN_WORKER !== "terpisah") await workUntilStopped({ app, database });
    if (process.env.LOKMIN_SETUP_TOKEN)
      console.log(
        `\nBelum ada pengguna. Buat kantor dan admin pertama di sini, sekali saja:\n  ${process.env.APP_URL}/pasang/${process.env.LOKMIN_SETUP_TOKEN}`,
      );
  } catch (error) {
    await database.close();
    throw listenStop(error, host, port);
  }
}
