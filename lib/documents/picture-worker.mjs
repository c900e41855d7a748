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

/**
 * @typedef {import("./picture-process").PictureTask & { isLogo: false }} Photo
 * @typedef {import("./picture-process").LogoTask & { isLogo: true }} Logo
 * @typedef {Photo | Logo} Task
 */

/** @param {import("./picture-process").PictureTask} task */
async function shrink({ bytes, isHeic, mostPixels, wantedSize, seconds }) {
  const opened = isHeic
    ? await openHeic(bytes, mostPixels)
    : sharp(bytes, { limitInputPixels: mostPixels, failOn: "error", sequentialRead: true, pages: 1 }).autoOrient();
  const upright = await opened
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

/** @param {import("./picture-process").LogoTask} task */
function draw({ bytes, mostPixels, edge, density, isDrawing }) {
  return sharp(bytes, { limitInputPixels: mostPixels, failOn: "error", pages: 1, density })
    .autoOrient()
    .resize({ width: edge, height: edge, fit: "inside", withoutEnlargement: !isDrawing })
    .flatten({ background: "#fff" })
    .png({ compressionLevel: 9 })
    .toBuffer();
}

/**
 * The sharp of npm decodes no HEVC. The library turns the picture upright itself.
 * @param {Uint8Array} bytes
 * @param {number} mostPixels
 */
async function openHeic(bytes, mostPixels) {
  const { default: libheif } = await import("libheif-js/wasm-bundle.js");
  const images = new libheif.HeifDecoder().decode(bytes);
  const image = images.find((one) => one.is_primary()) ?? images[0];
  if (!image) throw new Error("no picture in it");
  const [width, height] = [image.get_width(), image.get_height()];
  if (width * height > mostPixels) throw new Error("pixel limit");
  const data = new Uint8ClampedArray(width * height * 4);
  await new Promise((done, fail) => {
    image.display({ data, width, height }, (shown) => (shown ? done(shown) : fail(new Error("not decoded"))));
  });
  image.free();
  return sharp(data, { raw: { width, height, channels: 4 } });
}

process.on("disconnect", () => process.exit());
process.on("message", async (/** @type {Task} */ task) => {
  const answer = await (task.isLogo ? draw(task) : shrink(task)).then(
    (bytes) => ({ bytes }),
    (error) => ({ trouble: error instanceof Error ? error.message : String(error) }),
  );
  process.send?.(answer);
});
