import { createHash } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";

/** A small picture of a green field under a sky, so that an evidence has something to show: PNG bytes. */
export function fieldPicture(): { bytes: Buffer; sha256: string } {
  const [width, height] = [240, 160];
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const hill = 90 + 14 * Math.sin(x / 38) - y;
      const [red, green, blue] = hill > 0 ? [196 + y / 3, 222, 240] : [88 - hill / 2, 142 - hill / 3, 82];
      rows.set([red, green, blue].map(Math.round), y * (1 + width * 3) + 1 + x * 3);
    }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const bytes = Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
  return { bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
