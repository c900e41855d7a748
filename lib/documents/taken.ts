const mostSearched = 512 * 1024;
const mostEntries = 200;

const tags = { exif: 0x8769, original: 0x9003, digitized: 0x9004 } as const;
const clockForm = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)$/;
const clockLength = 19;

const littleHead = [0x45, 0x78, 0x69, 0x66, 0, 0, 0x49, 0x49, 0x2a, 0];
const bigHead = [0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 0x2a];

/** What a camera wrote of when a photo was taken: "2026:06:24 09:10:00", its local clock; null where it wrote nothing. */
export function findTakenClock(bytes: Uint8Array): string | null {
  const at = findHead(bytes);
  if (at < 0) return null;
  const isLittle = bytes[at + 6] === 0x49;
  const tiff = new DataView(bytes.buffer, bytes.byteOffset + at + 6, bytes.byteLength - at - 6);
  try {
    const exif = findEntry(tiff, tiff.getUint32(4, isLittle), tags.exif, isLittle);
    if (exif === null) return null;
    const value = findEntry(tiff, exif, tags.original, isLittle) ?? findEntry(tiff, exif, tags.digitized, isLittle);
    return value === null ? null : clockAt(tiff, value);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The day of a camera's clock; null for one that was never set, or runs ahead. */
export function takenDay(clock: string | null, today: string): string | null {
  const [, year, month, day] = clockForm.exec(clock ?? "") ?? [];
  const read = `${year}-${month}-${day}`;
  const instant = new Date(`${read}T00:00:00Z`);
  const isReal = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(read);
  return isReal && read > "2001-01-01" && read <= today ? read : null;
}

/** A JPEG that says when it was taken, and nothing else of what cameras write. */
export function withTakenClock(jpeg: Uint8Array<ArrayBuffer>, clock: string): Uint8Array<ArrayBuffer> {
  const segment = segmentOf(clock);
  const marked = new Uint8Array(jpeg.length + segment.length);
  marked.set(jpeg.subarray(0, 2));
  marked.set(segment, 2);
  marked.set(jpeg.subarray(2), 2 + segment.length);
  return marked;
}

function findHead(bytes: Uint8Array): number {
  const end = Math.min(bytes.length, mostSearched) - littleHead.length;
  for (let at = bytes.indexOf(0x45); at >= 0 && at < end; at = bytes.indexOf(0x45, at + 1))
    if ([littleHead, bigHead].some((head) => head.every((byte, index) => bytes[at + index] === byte))) return at;
  return -1;
}

/** @returns the value of a directory's entry, or where it is kept when it is longer than four bytes */
function findEntry(tiff: DataView, directory: number, tag: number, isLittle: boolean): number | null {
  const count = Math.min(tiff.getUint16(directory, isLittle), mostEntries);
  for (let index = 0; index < count; index++) {
    const entry = directory + 2 + index * 12;
    if (tiff.getUint16(entry, isLittle) === tag) return tiff.getUint32(entry + 8, isLittle);
  }
  return null;
}

function clockAt(tiff: DataView, at: number): string | null {
  let clock = "";
  for (let index = 0; index < clockLength; index++) clock += String.fromCharCode(tiff.getUint8(at + index));
  return clockForm.test(clock) ? clock : null;
}

function segmentOf(clock: string): Uint8Array {
  const exifDirectory = 26;
  const text = exifDirectory + 18;
  const length = 2 + 6 + text + clockLength + 1;
  const segment = new Uint8Array(2 + length);
  const view = new DataView(segment.buffer);
  view.setUint16(0, 0xffe1);
  view.setUint16(2, length);
  segment.set(bigHead, 4);
  const tiff = new DataView(segment.buffer, 10);
  tiff.setUint32(4, 8);
  writeDirectory(tiff, 8, { tag: tags.exif, type: 4, count: 1, value: exifDirectory });
  writeDirectory(tiff, exifDirectory, { tag: tags.original, type: 2, count: clockLength + 1, value: text });
  [...clock].forEach((sign, index) => {
    tiff.setUint8(text + index, sign.charCodeAt(0));
  });
  return segment;
}

type Entry = { tag: number; type: number; count: number; value: number };

function writeDirectory(tiff: DataView, at: number, { tag, type, count, value }: Entry): void {
  tiff.setUint16(at, 1);
  tiff.setUint16(at + 2, tag);
  tiff.setUint16(at + 4, type);
  tiff.setUint32(at + 6, count);
  tiff.setUint32(at + 10, value);
  tiff.setUint32(at + 14, 0);
}
