// npm run check: style, types, and what nobody uses. All three are run, also after one of them failed.
import { ensureGenerated, ensureInstalled, node, packageFile, requireNode } from "../../prisma/run/prepare.mjs";
import { run, Stop } from "../../prisma/run/say.mjs";

await run(async () => {
  requireNode();
  await ensureInstalled();
  await ensureGenerated();
  const failed = [];
  for (const { name, program } of [
    { name: "Gaya penulisan (biome)", program: [packageFile("@biomejs/biome", "bin/biome"), "check", "."] },
    { name: "Tipe rute (next typegen)", program: [packageFile("next", "dist/bin/next"), "typegen"] },
    { name: "Tipe (tsc)", program: [packageFile("typescript", "bin/tsc"), "--noEmit"] },
    { name: "Yang tidak terpakai (knip)", program: [packageFile("knip", "bin/knip.js")] },
  ]) {
    console.log(`\n• ${name} …`);
    try {
      await node(program, { limit: 300_000 });
      console.log(`  ${name}: baik`);
    } catch (error) {
      console.error(`  ${name}: ${error instanceof Error ? error.message : error}`);
      failed.push(name);
    }
  }
  if (failed.length > 0) throw new Stop(`Belum baik: ${failed.join(", ")}`);
  console.log("\nSemua pemeriksaan baik.");
});
