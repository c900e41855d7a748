import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { UnreadableWorkbook } from "@/lib/imports/unreadable";

/** The content of a file in an archive piece by piece; null where there is none of that name. */
export type ReadPart = (name: string) => Promise<AsyncIterable<Buffer> | null>;

const mostEntries = 5000;

/** @param limit bytes of all that is read from it together @throws UnreadableWorkbook, as reading does */
export async function openArchive(bytes: Buffer, limit: number): Promise<ReadPart> {
  const { file, entries } = await contentsOf(bytes);
  const budget = { left: limit };
  return async (name) => {
    const entry = entries.get(name);
    return entry ? unpack(file, entry, budget) : null;
  };
}

async function contentsOf(bytes: Buffer): Promise<{ file: ZipFile; entries: Map<string, Entry> }> {
  try {
    // Names are looked up and never used as paths: one that begins with a slash is no reason to refuse the file.
    const file = await fromBufferPromise(bytes, { decodeStrings: false });
    const entries = new Map<string, Entry>();
    for await (const entry of file.eachEntry()) {
      entries.set(entry.fileNameRaw.toString("utf8").replaceAll("\\", "/").replace(/^\//, ""), entry);
      if (entries.size > mostEntries) break;
    }
    return { file, entries };
  } catch {
    throw new UnreadableWorkbook("broken");
  }
}

async function* unpack(file: ZipFile, entry: Entry, budget: { left: number }): AsyncGenerator<Buffer> {
  if (entry.uncompressedSize > budget.left) throw new UnreadableWorkbook("too big");
  try {
    for await (const chunk of await file.openReadStreamPromise(entry)) {
      budget.left -= chunk.length;
      if (budget.left < 0) throw new UnreadableWorkbook("too big");
      yield chunk;
    }
  } catch (error) {
    throw error instanceof UnreadableWorkbook ? error : new UnreadableWorkbook("broken");
  }
}
