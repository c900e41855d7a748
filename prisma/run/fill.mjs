// `node fill.mjs <bundle> areas demo`: fills an empty database in a process of its own, so that what 91,000 areas
// and the demo data take of memory, some 130 MB, is gone with it.
import { pathToFileURL } from "node:url";
import { fillDemo } from "./application.mjs";
import { run, step } from "./say.mjs";

await run(async () => {
  const [bundle = "", ...parts] = process.argv.slice(2);
  /** @type {typeof import("./main")} */
  const app = await import(pathToFileURL(bundle).href);
  if (parts.includes("areas")) await step("Memuat 91.000 wilayah Indonesia", () => app.loadAreas());
  if (parts.includes("demo")) await fillDemo(app, process.env.LOKMIN_DEMO_PASSWORD ?? "");
  process.exit(0);
});
