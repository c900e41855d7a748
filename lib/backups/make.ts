// A backup as a file: written under another name, read again from its first byte to its last, then named.
import { existsSync } from "node:fs";
import { access, constants, type FileHandle, open, rename, stat, unlink } from "node:fs/promises";
import { dirname } from "node:path";
import { createGunzip } from "node:zlib";
import pg from "pg";
import { dump, type Progress } from "@/lib/backups/dump";
import { whileHeld } from "@/lib/backups/held-file";
import { damaged, wordsOfReading, wordsOfStorage } from "@/lib/backups/problem";
import { type FileHeader, openFile, sealed, unsealed } from "@/lib/backups/sealing";
import { type Facts, readSections } from "@/lib/backups/sections";
import { version } from "@/package.json";

const readBytes = 1 << 18;

export type BackupRequest = {
  url: string;
  file: string;
  passphrase?: string | undefined;
  /** Taken along, from which links are derived: only into a file that is sealed, or where it was asked for. */
  secret: string | null;
  signal?: AbortSignal | undefined;
  onProgress?: Progress;
  onCheck?: Progress;
};

export type MadeBackup = { bytes: number; tables: number; objects: number; missing: string[]; facts: Facts };

/** @throws BackupProblem where it could not be made: then nothing of it is left */
export async function makeBackup(request: BackupRequest): Promise<MadeBackup> {
  const { file, passphrase, signal, onCheck } = request;
  const draft = `${file}.belum-selesai`;
  try {
    await writeDraft(request, draft);
    const checked = await checkBackup(draft, { passphrase, signal, onProgress: onCheck });
    signal?.throwIfAborted();
    await whileHeld(() => rename(draft, file));
    await syncFolder(dirname(file));
    return { ...checked, bytes: (await stat(file)).size };
  } catch (error) {
    await unlink(draft).catch(() => {});
    throw wordsOfStorage(error, file);
  }
}

async function writeDraft(request: BackupRequest, draft: string): Promise<void> {
  const { url, passphrase, secret, signal, onProgress = () => {} } = request;
  if (existsSync(draft)) await unlink(draft);
  const handle = await open(draft, "wx", 0o600);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const facts = { madeAt: new Date().toISOString(), version };
    for await (const part of sealed(dump(client, { secret, onProgress }), facts, passphrase)) {
      signal?.throwIfAborted();
      await writeWhole(handle, part);
    }
    await handle.sync();
  } finally {
    await handle.close();
    // A copy that was cut short still talks on it.
    await client.end().catch(() => {});
  }
}

/** The system may take less than it was given where the disk is nearly full. */
async function writeWhole(handle: FileHandle, bytes: Buffer): Promise<void> {
  for (let from = 0; from < bytes.length; ) from += (await handle.write(bytes, from)).bytesWritten;
}

/** On Windows a folder cannot be opened, and needs no such thing. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  await handle.sync().catch(() => {});
  await handle.close();
}

type CheckOptions = {
  passphrase?: string | undefined;
  signal?: AbortSignal | undefined;
  onProgress?: Progress | undefined;
};

/** Reads a backup whole: every hash, every compressed row, and that nothing is missing at its end. */
export async function checkBackup(
  file: string,
  { passphrase, signal, onProgress = () => {} }: CheckOptions = {},
): Promise<Omit<MadeBackup, "bytes">> {
  const found: { tables: number; objects: number; missing: string[]; facts: Facts | null } = {
    ...{ tables: 0, objects: 0, missing: [], facts: null },
  };
  for await (const { start, content } of sectionsOf(file, passphrase, onProgress)) {
    signal?.throwIfAborted();
    if (start.kind === "facts") found.facts = start;
    if (start.kind === "table") found.tables += 1;
    if (start.kind === "object") found.objects += 1;
    if (start.kind === "end") found.missing = start.missing;
    await readOut(start.kind === "table" && !start.isBinary ? decompressed(content) : content);
  }
  const { facts, ...counts } = found;
  if (!facts) throw damaged("tidak ada keterangannya");
  return { ...counts, facts };
}

async function readOut(content: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of content);
}

export async function* sectionsOf(file: string, passphrase: string | undefined, onProgress: Progress) {
  const total = await sizeOf(file);
  const opened = await openFile(bytesOf(file, (read) => onProgress(read, total)));
  yield* readSections(unsealed(opened, passphrase));
}

async function* bytesOf(file: string, onRead: (bytes: number) => void): AsyncGenerator<Buffer> {
  const handle = await open(file, "r");
  try {
    for (let read = 0; ; ) {
      // A buffer of its own for each: what was cut from the one before may still be read.
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(readBytes), 0, readBytes);
      if (bytesRead === 0) return;
      read += bytesRead;
      onRead(read);
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

export async function readHeader(file: string): Promise<FileHeader> {
  await sizeOf(file);
  const { header, reader } = await openFile(bytesOf(file, () => {}));
  await reader.close();
  return header;
}

/** @throws BackupProblem where it cannot be read */
async function sizeOf(file: string): Promise<number> {
  try {
    const found = await stat(file);
    if (found.isDirectory()) throw Object.assign(new Error("a folder"), { code: "EISDIR" });
    await access(file, constants.R_OK);
    return found.size;
  } catch (error) {
    throw wordsOfReading(error, file);
  }
}

export async function* decompressed(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  const feeding = (async () => {
    try {
      for await (const chunk of content)
        if (!gunzip.write(chunk)) await new Promise((done) => gunzip.once("drain", done));
      gunzip.end();
    } catch (error) {
      gunzip.destroy(error instanceof Error ? error : new Error(String(error)));
    }
  })();
  for await (const chunk of gunzip) yield chunk;
  await feeding;
}
