// The outer layer of a backup file: two lines that anybody may read, then blocks, each sealed by AES-256-GCM where a
// passphrase was given. A block's number and whether it is the last are part of what is sealed: none can be left out,
// moved or cut off.
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes, scrypt } from "node:crypto";
import { z } from "zod";
import { madeAtWords } from "@/lib/backups/moment";
import { BackupProblem, damaged } from "@/lib/backups/problem";
import { normalForm } from "@/lib/normal-form";

export const magic = "LOKMIN-CADANGAN 1";
const mostHeaderBytes = 4096;
const blockBytes = 1 << 20;
const tagBytes = 16;

/** OWASP's least for scrypt with 64 MB; kept in the file, so that a later version may ask for more. */
const cost = { N: 65_536, r: 8, p: 2 };

const sealSchema = z.object({
  salt: z.string(),
  // A file is not believed to be small: its cost is.
  N: z.number().int().max(1_048_576),
  r: z.number().int().max(16),
  p: z.number().int().max(16),
  check: z.string(),
});

const headerSchema = z.object({ madeAt: z.iso.datetime(), version: z.string(), seal: sealSchema.nullable() });
export type FileHeader = z.output<typeof headerSchema>;

type Seal = z.output<typeof sealSchema>;

async function keyOf(passphrase: string, { salt, N, r, p }: Omit<Seal, "check">): Promise<Buffer> {
  const options = { N, r, p, maxmem: 256 * N * r };
  return new Promise((done, fail) => {
    scrypt(normalForm(passphrase, "NFKC"), Buffer.from(salt, "base64url"), 32, options, (error, key) =>
      error ? fail(error) : done(key),
    );
  });
}

/** Tells a wrong passphrase from a damaged file. */
const checkOf = (key: Buffer) => Buffer.from(hkdfSync("sha256", key, "", "lokmin cek", 12)).toString("base64url");

/** The file as it is written: its two lines, then its blocks. */
export async function* sealed(
  content: AsyncIterable<Uint8Array>,
  facts: Omit<FileHeader, "seal">,
  passphrase: string | undefined,
): AsyncGenerator<Buffer> {
  let key: Buffer | undefined;
  let seal: Seal | null = null;
  if (passphrase !== undefined) {
    const chosen = { salt: randomBytes(16).toString("base64url"), ...cost };
    key = await keyOf(passphrase, chosen);
    seal = { ...chosen, check: checkOf(key) };
  }
  const header: FileHeader = { ...facts, seal };
  const lines = Buffer.from(`${magic}\n${JSON.stringify(header)}\n`);
  yield lines;
  let number = 0;
  for await (const { block, isLast } of blocksOf(content)) {
    yield* framed(key ? sealBlock(key, lines, { block, isLast, number }) : block, isLast);
    number += 1;
  }
}

function framed(body: Buffer, isLast: boolean): Buffer[] {
  const head = Buffer.alloc(5);
  head.writeUInt8(isLast ? 1 : 0, 0);
  head.writeUInt32BE(body.length, 1);
  return [head, body];
}

type Block = { block: Buffer; isLast: boolean };

/** Equal blocks; only what comes behind the last byte knows that it was the last. */
async function* blocksOf(content: AsyncIterable<Uint8Array>): AsyncGenerator<Block> {
  let parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of content) {
    parts.push(part);
    size += part.length;
    while (size > blockBytes) {
      const all = Buffer.concat(parts);
      yield { block: all.subarray(0, blockBytes), isLast: false };
      parts = [all.subarray(blockBytes)];
      size -= blockBytes;
    }
  }
  yield { block: Buffer.concat(parts), isLast: true };
}

type Numbered = Block & { number: number };

function nonceOf(number: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(number, 6, 6);
  return nonce;
}

function boundTo(lines: Buffer, isLast: boolean): Buffer {
  return Buffer.concat([createHash("sha256").update(lines).digest(), Buffer.from([isLast ? 1 : 0])]);
}

function sealBlock(key: Buffer, lines: Buffer, { block, isLast, number }: Numbered): Buffer {
  const cipher = createCipheriv("aes-256-gcm", key, nonceOf(number));
  cipher.setAAD(boundTo(lines, isLast));
  return Buffer.concat([cipher.update(block), cipher.final(), cipher.getAuthTag()]);
}

function openBlock(key: Buffer, lines: Buffer, { block, isLast, number }: Numbered): Buffer {
  if (block.length < tagBytes) throw damaged("sebuah bagian terlalu pendek");
  const decipher = createDecipheriv("aes-256-gcm", key, nonceOf(number));
  decipher.setAAD(boundTo(lines, isLast));
  decipher.setAuthTag(block.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(block.subarray(0, -tagBytes)), decipher.final()]);
  } catch {
    throw damaged("sebuah bagian bukan yang ditulis");
  }
}

export class ByteReader {
  private readonly source: AsyncIterator<Uint8Array>;
  private kept: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Uint8Array>) {
    this.source = source[Symbol.asyncIterator]();
  }

  /** @throws where fewer are left */
  async take(count: number): Promise<Buffer> {
    if (this.kept.length < count) await this.fill(count);
    const taken = this.kept.subarray(0, count);
    this.kept = this.kept.subarray(count);
    return taken;
  }

  private async fill(count: number): Promise<void> {
    const parts: Uint8Array[] = [this.kept];
    let size = this.kept.length;
    while (size < count) {
      const { value, done } = await this.source.next();
      if (done) throw damaged("akhirnya tidak ada");
      parts.push(value);
      size += value.length;
    }
    this.kept = Buffer.concat(parts);
  }

  /** Lets go of the file where it is left before its end. */
  async close(): Promise<void> {
    await this.source.return?.();
  }

  async takeLine(most: number): Promise<string> {
    const bytes: number[] = [];
    for (;;) {
      const [byte = 0] = await this.take(1);
      if (byte === 10) return Buffer.from(bytes).toString("utf8");
      bytes.push(byte);
      if (bytes.length > most) throw damaged("awalnya terlalu panjang");
    }
  }
}

export type OpenedFile = { header: FileHeader; lines: Buffer; reader: ByteReader };

/** Reads the two lines that need no passphrase. */
export async function openFile(bytes: AsyncIterable<Uint8Array>): Promise<OpenedFile> {
  const reader = new ByteReader(bytes);
  try {
    return await readLines(reader);
  } catch (error) {
    await reader.close();
    throw error;
  }
}

async function readLines(reader: ByteReader): Promise<OpenedFile> {
  const first = await reader.takeLine(magic.length).catch(() => "");
  if (first !== magic)
    throw new BackupProblem(
      first.startsWith("LOKMIN-CADANGAN")
        ? "Cadangan ini dibuat Lokmin yang lebih baru. Pulihkan dengan Lokmin versi itu atau yang lebih baru."
        : "Berkas ini bukan cadangan Lokmin.",
    );
  const second = await reader.takeLine(mostHeaderBytes);
  return { header: parseHeader(second), lines: Buffer.from(`${first}\n${second}\n`), reader };
}

function parseHeader(line: string): FileHeader {
  try {
    return headerSchema.parse(JSON.parse(line));
  } catch {
    throw damaged("keterangannya tidak terbaca");
  }
}

/** @throws BackupProblem where the passphrase is missing or another one */
async function keyFor({ madeAt, seal }: FileHeader, passphrase: string | undefined): Promise<Buffer | undefined> {
  if (!seal) return undefined;
  if (!passphrase)
    throw new BackupProblem(
      "Cadangan ini disandikan. Isi kata sandinya lewat LOKMIN_BACKUP_PASSPHRASE, atau ketik saat diminta.",
    );
  const key = await keyOf(passphrase, seal);
  if (checkOf(key) === seal.check) return key;
  throw new BackupProblem(
    `Kata sandi cadangan ini bukan itu. Tanpa kata sandinya isi berkas ini tidak dapat dibaca siapa pun, juga oleh pembuat Lokmin: yang hilang ialah semua data sampai ${madeAtWords(madeAt)} yang tidak ada di cadangan lain.`,
  );
}

export async function* unsealed(
  { header, lines, reader }: OpenedFile,
  passphrase: string | undefined,
): AsyncGenerator<Buffer> {
  try {
    const key = await keyFor(header, passphrase);
    for (let number = 0; ; number += 1) {
      const head = await reader.take(5);
      const isLast = head.readUInt8(0) === 1;
      const length = head.readUInt32BE(1);
      if (length > blockBytes + tagBytes) throw damaged("sebuah bagian terlalu panjang");
      const block = await reader.take(length);
      yield key ? openBlock(key, lines, { block, isLast, number }) : block;
      if (isLast) return;
    }
  } finally {
    await reader.close();
  }
}
