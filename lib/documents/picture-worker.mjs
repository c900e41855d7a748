// Makes one photo small, in a process of its own: what decoding took is the system's again when the process ends.
import sharp from "sharp";

const steps = [
  { edge: 2000, quality: 80 },
  { edge: 1800, quality: 70 },
  { edge: 1600, quality: 62 },
  { edge: 1280, quality: 55 },
  { edge: 1024, quality: 45 },
  { edge: 800, quality: 40 },
];

sharp.cache(false);

/** @param {import("./picture-process").PictureTask} task */
async function shrink({ bytes, mostPixels, wantedSize, seconds }) {
  const upright = await sharp(bytes, { limitInputPixels: mostPixels, failOn: "error", sequentialRead: true, pages: 1 })
    .autoOrient()
    .timeout({ seconds })
    .resize({ width: steps[0]?.edge, height: steps[0]?.edge, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#ffffff" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = upright.info;
  let small = Buffer.alloc(0);
  for (const { edge, quality } of steps) {
    small = await sharp(upright.data, { raw: { width, height, channels } })
      .resize({ width: edge, height: edge, fit: "inside", withoutEnlargement: true })
      .jpeg({ quality })
      .toBuffer();
    if (small.length <= wantedSize) break;
  }
  return small;
}

process.on("disconnect", () => process.exit());
process.on("message", async (/** @type {import("./picture-process").PictureTask} */ task) => {
  const answer = await shrink(task).then(
    (bytes) => ({ bytes }),
    (error) => ({ trouble: error instanceof Error ? error.message : String(error) }),
  );
  process.send?.(answer);
});
