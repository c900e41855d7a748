// The inner layer: sections one after the other, each a line of JSON that says what it is, its bytes, and a line with
// how many they were and their hash.
import { createHash } from "node:crypto";
import { z } from "zod";
import { damaged } from "@/lib/backups/problem";
import { ByteReader } from "@/lib/backups/sealing";

const columnSchema = z.object({ name: z.string(), type: z.string() });

export const startSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("facts"),
    postgres: z.string(),
    migrations: z.array(z.string()),
    sequences: z.array(z.object({ name: z.string(), value: z.string(), isCalled: z.boolean() })),
    secret: z.string().nullable(),
    offices: z.number(),
    users: z.number(),
    meetings: z.number(),
  }),
  z.object({ kind: z.literal("table"), table: z.string(), columns: z.array(columnSchema), isBinary: z.boolean() }),
  z.object({ kind: z.literal("object"), key: z.string(), mimeType: z.string(), sha256: z.string() }),
  z.object({ kind: z.literal("end"), sections: z.number(), missing: z.array(z.string()) }),
]);
export type SectionStart = z.output<typeof startSchema>;
export type Facts = Extract<SectionStart, { kind: "facts" }>;
export type TableStart = Extract<SectionStart, { kind: "table" }>;
export type ObjectStart = Extract<SectionStart, { kind: "object" }>;

const endSchema = z.object({ bytes: z.number(), sha256: z.string() });

const types = { start: 1, data: 2, end: 3 } as const;
const mostFrameBytes = 1 << 24;

function frame(type: number, body: Uint8Array): Buffer[] {
  const head = Buffer.alloc(5);
  head.writeUInt8(type, 0);
  head.writeUInt32BE(body.length, 1);
  return [head, Buffer.from(body.buffer, body.byteOffset, body.length)];
}

const json = (value: object) => Buffer.from(JSON.stringify(value));

/** One section as bytes; its content may come compressed, of which this knows nothing. */
export async function* section(start: SectionStart, content?: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  yield* frame(types.start, json(start));
  const hash = createHash("sha256");
  let bytes = 0;
  if (content)
    for await (const part of content) {
      hash.update(part);
      bytes += part.length;
      for (let from = 0; from < part.length; from += mostFrameBytes)
        yield* frame(types.data, part.subarray(from, from + mostFrameBytes));
    }
  yield* frame(types.end, json({ bytes, sha256: hash.digest("hex") }));
}

export type Section = { start: SectionStart; content: AsyncGenerator<Buffer> };

/** Sections in their order; the content of one is read to its end before the next is asked for. */
export async function* readSections(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Section> {
  const reader = new ByteReader(bytes);
  try {
    for (let count = 0; ; count += 1) {
      const { type, body } = await readFrame(reader);
      if (type !== types.start) throw damaged("sebuah bagian tidak dimulai");
      const start = parsed(startSchema, body);
      let isRead = false;
      yield {
        start,
        content: (async function* () {
          yield* contentOf(reader);
          isRead = true;
        })(),
      };
      if (!isRead) throw new Error("A section was left before its end");
      if (start.kind !== "end") continue;
      if (start.sections !== count) throw damaged("tidak semua bagiannya ada");
      return;
    }
  } finally {
    await reader.close();
  }
}

async function* contentOf(reader: ByteReader): AsyncGenerator<Buffer> {
  const hash = createHash("sha256");
  let bytes = 0;
  for (;;) {
    const { type, body } = await readFrame(reader);
    if (type === types.data) {
      hash.update(body);
      bytes += body.length;
      yield body;
      continue;
    }
    if (type !== types.end) throw damaged("sebuah bagian tidak selesai");
    const end = parsed(endSchema, body);
    if (end.bytes !== bytes || end.sha256 !== hash.digest("hex")) throw damaged("isinya bukan yang ditulis");
    return;
  }
}

async function readFrame(reader: ByteReader): Promise<{ type: number; body: Buffer }> {
  const head = await reader.take(5);
  const length = head.readUInt32BE(1);
  if (length > mostFrameBytes) throw damaged("sebuah bagian terlalu panjang");
  return { type: head.readUInt8(0), body: await reader.take(length) };
}

function parsed<T>(schema: z.ZodType<T>, body: Buffer): T {
  try {
    return schema.parse(JSON.parse(body.toString("utf8")));
  } catch {
    throw damaged("keterangan sebuah bagian tidak terbaca");
  }
}
