import { deflateSync } from "node:zlib";
import { holdsObjects, isPacked, type PdfStream, streamsOf, unpacked } from "@/lib/documents/pdf-streams";

const longestValue = 4000;
const mostValues = 10_000;
const mostReferences = 40;
const mostUnpacked = 2 * 1024 * 1024;
const space = "[\\0\\t\\n\\f\\r ]{0,8}";
const told = new RegExp(
  `/(?:Author|Creator|Producer|Title|Subject|Keywords|Company|Manager)${space}(?:[(<]|(\\d{1,7}) (\\d{1,5}) R)`,
  "g",
);

/**
 * The PDF without what it tells of author, device and program: written over in place, so that everything stays where
 * the file's table says.
 * @returns null where it cannot be taken out
 */
export function withoutMetadata(bytes: Buffer): Buffer | null {
  const kept = Buffer.from(bytes);
  const text = kept.toString("latin1");
  if (blankValues(kept, text) === null) return null;
  blankPackets(kept, text);
  for (const stream of streamsOf(text)) {
    const { dictionary, from, to } = stream;
    if (/\/Subtype[\0\t\n\f\r ]{0,8}\/XML\b/.test(dictionary)) clear(kept, stream);
    else if (/\/DCTDecode\b/.test(dictionary)) clearPicture(kept.subarray(from, to));
    else if (isPacked(stream) && holdsObjects(stream) && !repack(kept, bytes, stream)) return null;
  }
  return kept;
}

/** Blanks the values of the document's information. @returns how many; null where there are more than any paper has */
function blankValues(bytes: Buffer, text: string): number | null {
  let [values, references, blanked] = [0, 0, 0];
  for (const { index, 0: found, 1: number, 2: generation } of text.matchAll(told)) {
    if (++values > mostValues || (number && ++references > mostReferences)) return null;
    const at = number
      ? placeOf(text, new RegExp(`(?<!\\d)${number} ${generation} obj${space}(?=[(<])`))
      : index + found.length - 1;
    const end = at < 0 ? -1 : valueEnd(text, at);
    if (end <= at + 1 || text.slice(at + 1, end).trim() === "") continue;
    bytes.fill(0x20, at + 1, end);
    blanked += 1;
  }
  return blanked;
}

function placeOf(text: string, pattern: RegExp): number {
  const match = pattern.exec(text);
  return match ? match.index + match[0].length : -1;
}

/** Where a string ends, before its last bracket; -1: it is none, or longer than such a value. */
function valueEnd(text: string, at: number): number {
  if (text.startsWith("<<", at)) return -1;
  let depth = 0;
  for (let here = at; here < Math.min(text.length, at + longestValue); here += 1) {
    const sign = text.charAt(here);
    if (text.charAt(at) === "<") {
      if (sign === ">") return here;
    } else if (sign === "\\") here += 1;
    else if (sign === "(") depth += 1;
    else if (sign === ")" && --depth === 0) return here;
  }
  return -1;
}

function blankPackets(bytes: Buffer, text: string): void {
  const last = "</x:xmpmeta>";
  for (let at = text.indexOf("<x:xmpmeta"); at >= 0; at = text.indexOf("<x:xmpmeta", at + 10)) {
    const end = text.indexOf(last, at);
    if (end < 0) break;
    bytes.fill(0x20, at, end + last.length);
  }
}

const nothing = deflateSync("");

function clear(bytes: Buffer, stream: PdfStream): void {
  bytes.fill(isPacked(stream) ? 0 : 0x20, stream.from, stream.to);
  if (isPacked(stream) && stream.to - stream.from > nothing.length) nothing.copy(bytes, stream.from);
}

/** Objects packed anew: what is left of their place behind the packed bytes is read by nobody. */
function repack(kept: Buffer, bytes: Buffer, stream: PdfStream): boolean {
  const objects = unpacked(bytes, stream, mostUnpacked);
  if (objects === null) return false;
  const written = Buffer.from(objects, "latin1");
  const blanked = blankValues(written, objects);
  if (!blanked) return blanked === 0;
  const packed = deflateSync(written, { level: 9, memLevel: 9 });
  if (packed.length > stream.to - stream.from) return false;
  kept.fill(0, stream.from, stream.to);
  packed.copy(kept, stream.from);
  return true;
}

/** Two kinds of segments before the picture tell where and with what it was taken. */
function clearPicture(jpeg: Buffer): void {
  let at = 2;
  while (at + 4 <= jpeg.length && jpeg[at] === 0xff) {
    const [marker = 0, length] = [jpeg[at + 1], jpeg.readUInt16BE(at + 2)];
    if (marker === 0xda || length < 2) return;
    if (marker === 0xe1 || marker === 0xed) jpeg.fill(0, at + 4, Math.min(jpeg.length, at + 2 + length));
    at += 2 + length;
  }
}
