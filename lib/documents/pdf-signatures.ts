export type PdfSignatures = {
  count: number;
  /** Nothing but blank was added after the last signature. */
  isLast: boolean;
};

const mostSignatures = 100;
const mostLooked = 2 * mostSignatures;
const aroundContents = 4000;
const space = "[\\0\\t\\n\\f\\r ]{0,8}";
const gap = "[\\0\\t\\n\\f\\r ]{1,8}";
const number = "(\\d{1,10})";
const byteRange = new RegExp(
  `/ByteRange${space}\\[${space}${number}${gap}${number}${gap}${number}${gap}${number}`,
  "g",
);

/**
 * The electronic signatures that a PDF holds, by what they cover; whether one is genuine is for the signer's authority
 * to say. A signature cannot be packed: what it covers is counted in the file's own bytes.
 */
export function signaturesIn(bytes: Buffer): PdfSignatures {
  const text = bytes.toString("latin1");
  const ends = new Map<number, number>();
  let looked = 0;
  for (const { index, 1: from, 2: before, 3: after, 4: length } of text.matchAll(byteRange)) {
    if (ends.size >= mostSignatures) break;
    const [contents, rest] = [Number(from) + Number(before), Number(after)];
    const end = rest + Number(length);
    const isOne =
      from === "0" && text[contents] === "<" && text[rest - 1] === ">" && contents < rest && end <= text.length;
    // Around each the whole file may be searched.
    if (isOne && ++looked > mostLooked) break;
    if (isOne && !isTimeStamp(text, Math.min(index, contents), rest)) ends.set(contents, end);
  }
  const last = Math.max(0, ...ends.values());
  return { count: ends.size, isLast: ends.size > 0 && /^[\0\t\n\f\r ]{0,8}$/.test(text.slice(last, last + 9)) };
}

/** A time stamp of its own says when, and nobody signs with it. */
function isTimeStamp(text: string, from: number, to: number): boolean {
  const begin = Math.max(text.lastIndexOf(" obj", from), from - aroundContents);
  const end = text.indexOf("endobj", to);
  const dictionary = text.slice(begin, from + aroundContents) + text.slice(to, Math.min(end, to + aroundContents));
  return /\/Type[\0\t\n\f\r ]{0,8}\/DocTimeStamp\b|\/ETSI\.RFC3161\b/.test(dictionary);
}
