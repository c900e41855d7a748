// npm run demo: the demo data for a database that holds no organisation yet, also one named by DATABASE_URL.
import { bundleForCommand, ensureGenerated, ensureInstalled, requireNode } from "./prepare.mjs";
import { run, Stop } from "./say.mjs";

await run(async () => {
  requireNode();
  await ensureInstalled();
  await ensureGenerated();
  const { addresses, fillDemo, openApplication, printAccounts } = await import("./application.mjs");
  const { randomWords } = await import("./data-folder.mjs");
  const bundle = await bundleForCommand();
  const { app, database } = await openApplication({ bundle, demo: "never" });
  try {
    if (!(await app.isEmpty()))
      throw new Stop(
        "Basis data ini sudah berisi instansi. Data contoh hanya diisikan ke basis data yang masih kosong; tidak ada yang diubah.",
      );
    await fillDemo(app, database.demoPassword ?? randomWords());
    printAccounts(addresses().appUrl);
  } finally {
    await database.close();
  }
  process.exit(0);
});
