// npm run pulihkan-admin -- EMAIL: a way back for an admin whom nobody above can help; without EMAIL, who there is.
import { bundleForCommand, ensureGenerated, ensureInstalled, requireNode } from "./prepare.mjs";
import { run, Stop } from "./say.mjs";

await run(async () => {
  const [email, ...rest] = process.argv.slice(2);
  if (rest.length > 0) throw new Stop("npm run pulihkan-admin [-- ALAMAT-EMAIL]");
  requireNode();
  await ensureInstalled();
  await ensureGenerated();
  const { addresses, openApplication } = await import("./application.mjs");
  const bundle = await bundleForCommand();
  const { app, database } = await openApplication({ bundle, demo: "never" });
  try {
    if (!email) {
      console.log("Admin di pemasangan ini:");
      for (const { email: address, name, organisation } of await app.listAdmins())
        console.log(`  ${address.padEnd(32)} ${name}, ${organisation}`);
      console.log("\nPulihkan salah satu: npm run pulihkan-admin -- ALAMAT-EMAIL");
    } else {
      const outcome = await app.recoverAdmin(email);
      if (!outcome.ok) throw new Stop(`${outcome.reason} Tanpa alamat, perintah ini menampilkan semua admin.`);
      console.log(`Kata sandi dan verifikasi dua langkah ${email} dihapus; semua perangkatnya keluar.`);
      console.log(`Buka tautan ini untuk membuat kata sandi baru. Berlaku 72 jam, satu kali:`);
      console.log(`\n  ${addresses().appUrl}/masuk/tautan/${outcome.token}\n`);
    }
  } finally {
    await database.close();
  }
  process.exit(0);
});
