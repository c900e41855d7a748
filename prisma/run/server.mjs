// What npm start keeps running (start.mjs): everything from a fresh clone to a running server.
import { openInBrowser } from "./browser.mjs";
import { ensureBuilt, markInUse } from "./build.mjs";
import { folderWarnings, startWarnings } from "./listening.mjs";
import { ensureGenerated, ensureInstalled, requireNode } from "./prepare.mjs";
import { run, seconds } from "./say.mjs";
import { endProcess } from "./stopping.mjs";

process.once("disconnect", () => void endProcess(0));

await run(async () => {
  const from = performance.now();
  requireNode();
  await ensureInstalled();
  // Only now, since it needs what was installed.
  const { addresses, openApplication, printAccounts, requireFreePlace, serveUntilStopped } = await import(
    "./application.mjs"
  );
  const { dataFolder } = await import("./data-folder.mjs");
  const { readWords } = await import("./office.mjs");
  const office = readWords(process.argv.slice(2));
  // As the office set them; the start fills in what is missing.
  const settings = { ...process.env };
  const { appUrl } = addresses();
  await requireFreePlace();
  await ensureGenerated();
  const { folder, bundle } = await ensureBuilt();
  markInUse(folder);
  Object.assign(process.env, { NODE_ENV: "production" });
  const application = await openApplication({ bundle, demo: "when-empty", office });
  await serveUntilStopped(application, { build: folder });
  console.log(`\nLokmin siap di ${appUrl} (${seconds(performance.now() - from)})`);
  // Another database has accounts of its own.
  if (application.database.embedded) printAccounts(appUrl);
  const warnings = [...startWarnings(settings), ...(application.database.embedded ? folderWarnings(dataFolder) : [])];
  for (const warning of warnings) console.log(`Perhatian: ${warning}\n`);
  console.log("Berhenti: Ctrl-C\n");
  process.send?.("siap");
  const setUp = process.env.LOKMIN_SETUP_TOKEN;
  if (process.env.LOKMIN_OPEN === "1") openInBrowser(setUp ? `${appUrl}/pasang/${setUp}` : appUrl);
});
