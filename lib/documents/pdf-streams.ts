import { inflateSync } from "node:zlib";

export type PdfStream = {
  dictionary: string;
  from: number;
  to: number;
};

const longestDictionary = 8192;
const space = "[\\0\\t\\n\\f\\r ]{0,8}";
const begins = new RegExp(`\\bobj\\b|>>${space}stream(?:\\r\\n|\\n|\\r)`, "g");
const plainFlate = new RegExp(`/Filter${space}\\[?${space}/FlateDecode${space}(?:[\\]/>]|$)`);
const predictor = new RegExp(`/Predictor${space}(?!1\\b)\\d`);

/** `/J#61vaScript` is `/JavaScript`. */
export function plainNames(text: string): string {
  if (!text.includes("#")) return text;
  const bytes = Buffer.from(text, "latin1");
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1, length += 1) {
    const code = bytes[at] === 0x23 ? 16 * hexDigit(bytes[at + 1]) + hexDigit(bytes[at + 2]) : Number.NaN;
    bytes[length] = Number.isNaN(code) ? (bytes[at] ?? 0) : code;
    if (!Number.isNaN(code)) at += 2;
  }
  return bytes.toString("latin1", 0, length);
}

function hexDigit(code = 0): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : Number.NaN;
}

/** Every stream of the file, also one within the bytes of another: the file's table may point anywhere. */
export function* streamsOf(text: string): Generator<PdfStream> {
  const endFrom = nextEnd(text);
  let object = 0;
  for (const { 0: found, index } of text.matchAll(begins)) {
    if (found === "obj") {
      object = index;
      continue;
    }
    const dictionary = plainNames(text.slice(Math.max(object, index - longestDictionary), index));
    const from = index + found.length;
    yield { dictionary, from, to: statedEnd(text, from, dictionary) ?? endFrom(from) };
  }
}

function statedEnd(text: string, from: number, dictionary: string): number | null {
  const length = dictionary.match(/\/Length[\0\t\n\f\r ]{1,8}(\d{1,9})/)?.[1];
  const end = from + Number(length);
  return length && /^[\r\n ]{0,2}endstream/.test(text.slice(end, end + 11)) ? end : null;
}

/** Looks each place up once, however many streams have no end. */
function nextEnd(text: string): (from: number) => number {
  let known = -1;
  return (from) => {
    if (known < from) known = text.indexOf("endstream", from);
    if (known < 0) known = text.length;
    return known;
  };
}

export const isPacked = ({ dictionary }: PdfStream): boolean => dictionary.includes("/Filter");

/** null: it is packed in another way, broken, or more than `most` bytes. */
export function unpacked(bytes: Buffer, stream: PdfStream, most: number): string | null {
  const packed = bytes.subarray(stream.from, stream.to);
  if (!isPacked(stream)) return packed.toString("latin1");
  if (!plainFlate.test(stream.dictionary) || predictor.test(stream.dictionary)) return null;
  try {
    return inflateSync(packed, { maxOutputLength: most }).toString("latin1");
  } catch {
    return null;
  }
}

/** A stream that holds objects: readers do not ask for its type. */
export const holdsObjects = ({ dictionary }: PdfStream): boolean =>
  /\/(?:ObjStm|First)(?![A-Za-z0-9])/.test(dictionary);
