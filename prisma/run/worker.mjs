// npm run worker: the jobs of a database in a process of their own, for an office whose servers run none
// (LOKMIN_WORKER=terpisah).
import { bundleForCommand, ensureGenerated, ensureInstalled, requireNode } from "./prepare.mjs";
import { run, Stop } from "./say.mjs";

await run(async () => {
  if (!process.env.DATABASE_URL)
    throw new Stop(
      "npm run worker memerlukan DATABASE_URL. Dengan basis data bawaan, pekerjaan dijalankan oleh npm start sendiri.",
    );
  requireNode();
  await ensureInstalled();
  await ensureGenerated();
  const { openApplication, workUntilStopped } = await import("./application.mjs");
  const bundle = await bundleForCommand();
  await workUntilStopped(await openApplication({ bundle, demo: "never" }));
  console.log("Pekerja Lokmin berjalan. Berhenti: Ctrl-C");
});
