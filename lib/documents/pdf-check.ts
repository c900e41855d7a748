import { inflateSync } from "node:zlib";

/** What a scan of a paper never holds: scripts, files within, programs to start, forms that send. */
const activeNames =
  /\/(JavaScript|JS|EmbeddedFiles?|EF|Launch|RichMedia|SubmitForm|ImportData|XFA|GoToE|GoToR|Movie|Sound|3D)(?![A-Za-z0-9])/;

const mostObjectStreams = 400;
const mostInflated = 2 * 1024 * 1024;

export function whyNoPdf(bytes: Buffer): "active" | "sealed" | null {
  const text = bytes.toString("latin1");
  if (/\/Encrypt(?![A-Za-z])/.test(text)) return "sealed";
  if (isActive(text)) return "active";
  let count = 0;
  for (const object of objectStreams(text, bytes)) {
    if (++count > mostObjectStreams || object === null) return "sealed";
    if (isActive(object)) return "active";
  }
  return null;
}

function isActive(text: string): boolean {
  return activeNames.test(
    text.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
  );
}

/** The streams that hold objects, unpacked; null for one that cannot be. */
function* objectStreams(text: string, bytes: Buffer): Generator<string | null> {
  for (let at = text.indexOf("/ObjStm"); at >= 0; at = text.indexOf("/ObjStm", at + 7)) {
    const begin = text.indexOf("stream", at);
    if (begin < 0 || begin - at > 2000) return;
    const from = begin + "stream".length + (text.startsWith("\r\n", begin + 6) ? 2 : 1);
    const end = text.indexOf("endstream", from);
    yield end < 0
      ? null
      : unpacked(bytes.subarray(from, end), /\/FlateDecode/.test(text.slice(Math.max(0, at - 500), begin)));
  }
}

function unpacked(stream: Buffer, isPacked: boolean): string | null {
  if (!isPacked) return stream.toString("latin1");
  try {
    return inflateSync(stream, { maxOutputLength: mostInflated }).toString("latin1");
  } catch {
    return null;
  }
}

/**
 * The PDF without what it tells of author, device and program, where that is readable in it: written over with
 * blanks, so that every place in the file stays where its table says.
 */
export function withoutMetadata(bytes: Buffer): Buffer {
  const kept = Buffer.from(bytes);
  const text = kept.toString("latin1");
  const blank = (from: number, to: number) => kept.fill(0x20, from, to);
  for (const { index, 0: found, 1: head = "" } of text.matchAll(
    /(\/(?:Author|Creator|Producer|Title|Subject|Keywords)\s{0,8}[(<])[^()<>\\]{0,500}(?=[)>])/g,
  ))
    blank(index + head.length, index + found.length);
  for (let at = text.indexOf("<x:xmpmeta"); at >= 0; at = text.indexOf("<x:xmpmeta", at + 10)) {
    const end = text.indexOf("</x:xmpmeta>", at);
    if (end < 0) break;
    blank(at, end + "</x:xmpmeta>".length);
  }
  return kept;
}
