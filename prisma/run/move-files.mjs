// npm run pindah-berkas: the bytes of all files into the bucket of S3_URL; `-- kembali` brings them back.
import { bundleForCommand, ensureGenerated, ensureInstalled, requireNode } from "./prepare.mjs";
import { run, Stop } from "./say.mjs";

await run(async () => {
  const [way, ...rest] = process.argv.slice(2);
  if (rest.length > 0 || (way && way !== "kembali")) throw new Stop("npm run pindah-berkas [-- kembali]");
  if (!process.env.S3_URL)
    throw new Stop("S3_URL belum diisi, jadi tidak ada penyimpanan lain. Isi dulu, lalu ulangi perintah ini.");
  requireNode();
  await ensureInstalled();
  await ensureGenerated();
  const { openApplication } = await import("./application.mjs");
  const bundle = await bundleForCommand();
  const { app, database } = await openApplication({ bundle, demo: "never" });
  const place = way === "kembali" ? "basis data" : "penyimpanan S3";
  let isFinished = false;
  process.once("exit", () => {
    if (!isFinished) console.log("\nBelum selesai. Jalankan lagi untuk meneruskan; yang sudah pindah tidak diulang.");
  });
  try {
    const { moved, left, damaged } = await app.moveDocuments({
      to: way === "kembali" ? "database" : "bucket",
      onProgress(done, total) {
        if (done % 100 === 0) console.log(`  ${done} dari ${total} berkas sudah di ${place}`);
      },
    });
    console.log(`${moved} berkas dipindahkan ke ${place}, ${left} tersisa.`);
    isFinished = left === damaged.length;
    if (damaged.length > 0)
      throw new Stop(
        `${damaged.length} berkas rusak atau hilang, jadi dibiarkan di tempatnya: ${damaged.slice(0, 10).join(", ")}`,
      );
  } finally {
    await database.close();
  }
  process.exit(0);
});
