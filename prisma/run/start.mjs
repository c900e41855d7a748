// npm start: everything from a fresh clone to a running server.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt, ensureGenerated, ensureInstalled, mainBundle, requireNode } from "./prepare.mjs";
import { run, seconds } from "./say.mjs";

await run(async () => {
  const from = performance.now();
  requireNode();
  await ensureInstalled();
  await ensureGenerated();
  await ensureBuilt();
  Object.assign(process.env, { NODE_ENV: "production" });
  // Only now, since these need what was installed.
  const { addresses, openApplication, requireFreePort, serveUntilStopped } = await import("./application.mjs");
  const { dataFolder } = await import("./data-folder.mjs");
  const { host, port, appUrl } = addresses();
  await requireFreePort(host, port);
  const application = await openApplication({ bundle: mainBundle, demo: "when-empty" });
  await serveUntilStopped(application, { dev: false });
  console.log(`\nLokmin siap di ${appUrl} (${seconds(performance.now() - from)})`);
  printAccounts(join(dataFolder, "demo.json"));
  console.log("Berhenti: Ctrl-C\n");
});

/** @param {string} file */
function printAccounts(file) {
  if (!existsSync(file)) return;
  const { accounts, password } = JSON.parse(readFileSync(file, "utf8"));
  console.log(`\nAkun contoh, semuanya dengan kata sandi ${password}`);
  for (const { email, role, organisation } of accounts)
    console.log(`  ${email.padEnd(28)} ${role.padEnd(22)} ${organisation}`);
  console.log();
}
