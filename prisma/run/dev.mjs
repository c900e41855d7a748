// npm run dev: the same database and the same server, with pages that show an edit at once.
import { bundleForCommand, ensureGenerated, ensureInstalled, requireNode } from "./prepare.mjs";
import { run } from "./say.mjs";

await run(async () => {
  requireNode();
  await ensureInstalled();
  const { addresses, openApplication, printAccounts, requireFreePlace, serveUntilStopped } = await import(
    "./application.mjs"
  );
  const { appUrl } = addresses();
  await requireFreePlace();
  await ensureGenerated();
  Object.assign(process.env, { NODE_ENV: "development" });
  const bundle = await bundleForCommand();
  const application = await openApplication({ bundle, demo: "when-empty" });
  await serveUntilStopped(application, { build: null });
  console.log(`\nLokmin siap di ${appUrl}, untuk pengembangan`);
  if (application.database.embedded) printAccounts(appUrl);
  console.log("Berhenti: Ctrl-C\n");
});
