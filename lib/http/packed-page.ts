import { constants, crc32, deflateRawSync, gzipSync } from "node:zlib";

type Opening = { text: string; packed: Buffer; checksum: number; length: number };

const openings: Opening[] = [];
const gzipHeader = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
const level = 5;

/** Compresses once what many pages begin with. */
export function keepOpening(text: string): string {
  const deflated = deflateRawSync(text, { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  openings.push({
    text,
    packed: Buffer.concat([gzipHeader, deflated]),
    checksum: crc32(text),
    length: Buffer.byteLength(text),
  });
  return text;
}

/** @returns the page as gzip */
export function packPage(page: string): Buffer {
  const opening = openings.find(({ text }) => page.startsWith(text));
  if (!opening) return gzipSync(page, { level });
  const rest = Buffer.from(page.slice(opening.text.length));
  const end = Buffer.allocUnsafe(8);
  end.writeUInt32LE(crc32(rest, opening.checksum), 0);
  end.writeUInt32LE(opening.length + rest.length, 4);
  return Buffer.concat([opening.packed, deflateRawSync(rest, { level }), end]);
}
