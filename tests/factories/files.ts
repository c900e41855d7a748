// Files as people send them: photos as phones take them, a PDF, and things that only pretend.
import { randomBytes } from "node:crypto";
import sharp from "sharp";

/** A photo lying on its side, as a phone writes it: turned by EXIF orientation 6, with the place it was taken. */
export function phonePhoto(width: number, height: number): Promise<Buffer> {
  // Red above blue once it is upright: a photo lying on its left side has red at its left.
  return sharp({ create: { width, height, channels: 3, background: "#0000ff" } })
    .composite([
      {
        input: { create: { width: Math.floor(width / 2), height, channels: 3, background: "#ff0000" } },
        left: 0,
        top: 0,
      },
    ])
    .jpeg({ quality: 95 })
    .withExif({
      IFD0: { Make: "Kamera", Orientation: "6" },
      IFD3: { GPSLatitudeRef: "S", GPSLatitude: "5/1 40/1 12/1", GPSLongitudeRef: "E", GPSLongitude: "105/1 42/1 0/1" },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

/** A photo that no compression makes small: noise of about the asked size in megabytes. */
export async function noisyPhoto(megabytes: number): Promise<Buffer> {
  const edge = Math.round(Math.sqrt((megabytes * 1024 * 1024) / 0.92));
  return sharp(randomBytes(edge * edge * 3), { raw: { width: edge, height: edge, channels: 3 } })
    .jpeg({ quality: 92 })
    .toBuffer();
}

/** One empty page. */
export const smallPdf = Buffer.from(
  `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`,
  "latin1",
);

/** The beginning of a Windows program. */
export const program = Buffer.concat([Buffer.from("MZ\x90\x00\x03\x00\x00\x00", "latin1"), Buffer.alloc(4096)]);

/** The beginning of an iPhone's HEIC photo. */
export const heic = Buffer.concat([
  Buffer.from([0, 0, 0, 24]),
  Buffer.from("ftypheic\0\0\0\0mif1heic", "latin1"),
  Buffer.alloc(512),
]);

/** As heavy as a phone's photo of a crowd, and lying on its side. */
export function crowdPhoto(width: number, height: number): Promise<Buffer> {
  const noise = { type: "gaussian", mean: 128, sigma: 20 } as const;
  return sharp({ create: { width, height, channels: 3, background: "#808080", noise } })
    .jpeg({ quality: 95 })
    .withMetadata({ orientation: 6 })
    .toBuffer();
}
