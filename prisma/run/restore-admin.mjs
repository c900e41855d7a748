// npm run pulihkan-admin -- EMAIL: a way back for an admin whom nobody above can help, also while Lokmin runs; without
// EMAIL, who there is.
import { pathToFileURL } from "node:url";
import { bundleForCommand, ensureGenerated, ensureInstalled, requireNode } from "./prepare.mjs";
import { run, Stop } from "./say.mjs";

await run(async () => {
  const [email, ...rest] = process.argv.slice(2);
  if (rest.length > 0) throw new Stop("npm run pulihkan-admin [-- ALAMAT-EMAIL]");
  requireNode();
  await ensureInstalled();
  await ensureGenerated();
  const { addresses } = await import("./application.mjs");
  const { findDatabase } = await import("./running-database.mjs");
  const { closeAtEnd, stopOnSignals } = await import("./stopping.mjs");
  const bundle = await bundleForCommand();
  stopOnSignals();
  const database = await findDatabase();
  closeAtEnd(database.close);
  process.env.DATABASE_URL = database.url;
  process.env.LOKMIN_SECRET = database.secret;
  /** @type {typeof import("./main")} */
  const app = await import(pathToFileURL(bundle).href);
  try {
    await (email ? restore(app, email, addresses().appUrl) : list(app));
  } finally {
    await database.close();
  }
  process.exit(0);
});

/** @param {typeof import("./main")} app */
async function list(app) {
  console.log("Admin di pemasangan ini:");
  for (const { email, name, organisation } of await app.listAdmins())
    console.log(`  ${email.padEnd(32)} ${name}, ${organisation}`);
  console.log("\nPulihkan salah satu: npm run pulihkan-admin -- ALAMAT-EMAIL");
}

/**
 * @param {typeof import("./main")} app
 * @param {string} email
 * @param {string} appUrl
 */
async function restore(app, email, appUrl) {
  const outcome = await app.recoverAdmin(email);
  if (!outcome.ok) throw new Stop(`${outcome.reason} Tanpa alamat, perintah ini menampilkan semua admin.`);
  console.log(`Kata sandi dan verifikasi dua langkah ${email} dihapus; semua perangkatnya keluar.`);
  console.log(`Buka tautan ini untuk membuat kata sandi baru. Berlaku 72 jam, satu kali:`);
  console.log(`\n  ${appUrl}/masuk/tautan/${outcome.token}\n`);
}
