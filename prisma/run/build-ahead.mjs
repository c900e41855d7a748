// npm run build: what npm start would install and build, without starting, for an image or a server without a network.
import { ensureBuilt } from "./build.mjs";
import { ensureGenerated, ensureInstalled, requireNode } from "./prepare.mjs";
import { run } from "./say.mjs";

await run(async () => {
  requireNode();
  await ensureInstalled();
  await ensureGenerated();
  await ensureBuilt();
});
