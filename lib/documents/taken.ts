const mostSearched = 512 * 1024;
const mostEntries = 200;

const tags = { exif: 0x8769, original: 0x9003, digitized: 0x9004 } as const;
const clockForm = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)$/;
const clockLength = 19;

const exifHead = [0x45, 0x78, 0x69, 0x66, 0, 0];
/** Of a HEIC whose Exif begins at once: how far it is to its beginning. */
const heicHead = [0, 0, 0, 0];
const littleTiff = [0x49, 0x49, 0x2a, 0];
const bigTiff = [0x4d, 0x4d, 0, 0x2a];
const mostPlaces = 20;

/** What a camera wrote of when a photo was taken: "2026:06:24 09:10:00", its local clock; null where it wrote nothing. */
export function findTakenClock(bytes: Uint8Array): string | null {
  for (const at of tiffPlaces(bytes)) {
    const clock = clockIn(new DataView(bytes.buffer, bytes.byteOffset + at, bytes.byteLength - at));
    if (clock !== null) return clock;
  }
  return null;
}

function* tiffPlaces(bytes: Uint8Array): Generator<number> {
  const end = Math.min(bytes.length, mostSearched);
  let found = 0;
  for (let at = bytes.indexOf(0x2a); at >= 0 && at < end && found < mostPlaces; at = bytes.indexOf(0x2a, at + 1)) {
    const begin = holds(bytes, at - 2, littleTiff) ? at - 2 : holds(bytes, at - 3, bigTiff) ? at - 3 : -1;
    if (begin < 0 || !(holds(bytes, begin - 6, exifHead) || holds(bytes, begin - 4, heicHead))) continue;
    found += 1;
    yield begin;
  }
}

const holds = (bytes: Uint8Array, at: number, wanted: readonly number[]) =>
  wanted.every((byte, index) => bytes[at + index] === byte);

function clockIn(tiff: DataView): string | null {
  const isLittle = tiff.getUint8(0) === littleTiff[0];
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
  segment.set([...exifHead, ...bigTiff], 4);
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
