import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import { readBytes } from "@/lib/documents/store";
import { type ListedPack, partsWithin } from "@/lib/evidence-pack/reads";

export type Zip = { size: number; stream: Readable };

/**
 * The ZIP of a pack while its parts are read one after the other. The same pack gives the same bytes each time, so that
 * a download that broke off goes on from where it was.
 */
export async function openZip(pack: ListedPack): Promise<Zip> {
  const zip = new ZipFile();
  for (const { path, file } of partsWithin(pack)) {
    if (!file) throw new Error(`A part of pack ${pack.id} is gone`);
    const options = { mtime: pack.createdAt, compress: false, size: file.size };
    zip.addReadStreamLazy(path, options, (give) => {
      readBytes(file).then(
        (bytes) =>
          give(bytes ? null : new Error("bytes of a part are lost"), Readable.from([Buffer.from(bytes ?? [])])),
        (error) => give(error, Readable.from([])),
      );
    });
  }
  const stream = Readable.from(zip.outputStream);
  zip.on("error", (error: Error) => stream.destroy(error));
  const size = await new Promise<number>((done) => endOf(zip)(done));
  return { size, stream };
}

/** Its types name no argument of the function that is told the size. */
function endOf(zip: ZipFile): (done: (size: number) => void) => void {
  return (done) => {
    const tell: (...given: number[]) => void = (size = -1) => done(size);
    zip.end({ forceZip64Format: false, comment: "" }, tell);
  };
}

/** A part of a stream, its first and last byte counted from 0; what is before is read and left out. */
export async function* bytesWithin(stream: Readable, { first, last }: ByteRange): AsyncGenerator<Uint8Array> {
  let at = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    const from = Math.max(first - at, 0);
    const to = Math.min(last + 1 - at, bytes.length);
    at += bytes.length;
    if (from < to) yield new Uint8Array(bytes.subarray(from, to));
    if (at > last) return;
  }
}

export type ByteRange = { first: number; last: number };

/** What a Range header asks for; "whole" without one or for what it may ignore, null for what is not there. */
export function rangeOf(header: string | null, size: number): ByteRange | "whole" | null {
  const found = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? "");
  const [, from = "", to = ""] = found ?? [];
  if (!found || (from === "" && to === "")) return "whole";
  if (from === "") return Number(to) === 0 ? null : { first: Math.max(size - Number(to), 0), last: size - 1 };
  const last = to === "" ? size - 1 : Math.min(Number(to), size - 1);
  return Number(from) > last || Number(from) >= size ? null : { first: Number(from), last };
}
