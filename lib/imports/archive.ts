import { promisify } from "node:util";
import { inflateRaw } from "node:zlib";
import { UnreadableWorkbook } from "@/lib/imports/unreadable";

/** The text of a file in an archive; null where there is none of that name. */
export type ReadPart = (name: string) => Promise<string | null>;

type Entry = { packed: Buffer; isPacked: boolean };

const inflate = promisify(inflateRaw);

/**
 * Opens a ZIP archive. What its table of contents says counts, and nothing is unpacked but what is asked for.
 * @param limit bytes of all that is read from it together
 * @throws UnreadableWorkbook, as reading does
 */
export function openArchive(bytes: Buffer, limit: number): ReadPart {
  const entries = contentsOf(bytes);
  let left = limit;
  return async (name) => {
    const entry = entries.get(name);
    if (!entry) return null;
    const content = entry.isPacked ? await unpack(entry.packed, left) : entry.packed;
    left -= content.length;
    if (left < 0) throw new UnreadableWorkbook("too big");
    return new TextDecoder().decode(content);
  };
}

function contentsOf(bytes: Buffer): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  try {
    const tail = bytes.lastIndexOf("PK\x05\x06", undefined, "latin1");
    const count = bytes.readUInt16LE(tail + 10);
    let at = bytes.readUInt32LE(tail + 16);
    for (let index = 0; index < count; index++) {
      if (bytes.readUInt32LE(at) !== 0x02014b50) throw new UnreadableWorkbook("broken");
      const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
      entries.set(bytes.toString("latin1", at + 46, nameEnd), entryAt(bytes, at));
      at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    }
  } catch {
    throw new UnreadableWorkbook("broken");
  }
  return entries;
}

/** Of the header before the content only its length is asked: writers leave the sizes in it empty. */
function entryAt(bytes: Buffer, at: number): Entry {
  const start = bytes.readUInt32LE(at + 42);
  const data = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
  const packed = bytes.subarray(data, data + bytes.readUInt32LE(at + 20));
  return { packed, isPacked: bytes.readUInt16LE(at + 10) !== 0 };
}

async function unpack(packed: Buffer, limit: number): Promise<Buffer> {
  try {
    return await inflate(packed, { maxOutputLength: Math.max(limit, 1), chunkSize: 256 * 1024 });
  } catch (error) {
    const isFlood = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    throw new UnreadableWorkbook(isFlood ? "too big" : "broken");
  }
}
