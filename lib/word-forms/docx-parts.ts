import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { type Refusal, refuse } from "@/lib/actor";

export type DocxParts = ReadonlyMap<string, Buffer>;

const mostEntries = 400;
// A megabyte takes half a second of the server to fill.
const mostXml = 2 * 1024 * 1024;
const mostInAll = 40 * 1024 * 1024;

const noWord =
  "Isi berkas ini bukan dokumen Word (.docx), apa pun namanya. Simpan sebagai Dokumen Word (.docx), lalu unggah lagi.";
const oldWord =
  "Dokumen ini berformat Word lama (.doc) atau terkunci kata sandi. Simpan sebagai Dokumen Word (.docx) tanpa kata sandi, lalu unggah lagi.";
const broken = "Dokumen Word ini rusak atau tidak utuh. Buka di Word, simpan ulang, lalu unggah lagi.";
const tooBig =
  "Isi dokumen Word ini terlalu besar setelah dibuka. Hapus gambar atau halaman yang tidak perlu, lalu unggah lagi.";

export async function readDocxParts(bytes: Buffer): Promise<{ ok: true; parts: DocxParts } | Refusal> {
  if (bytes.subarray(0, 8).equals(oldMagic)) return refuse(oldWord, "file");
  if (!bytes.subarray(0, 4).equals(zipMagic)) return refuse(noWord, "file");
  try {
    const zip = await fromBufferPromise(bytes);
    const parts = new Map<string, Buffer>();
    const budget = { all: mostInAll, xml: mostXml };
    for await (const entry of zip.eachEntry()) {
      if (parts.size >= mostEntries) return refuse(tooBig, "file");
      if (entry.fileName.endsWith("/")) continue;
      const content = await unpack(zip, entry, budget);
      if (!content) return refuse(tooBig, "file");
      parts.set(entry.fileName, content);
    }
    return parts.has("word/document.xml") ? { ok: true, parts } : refuse(noWord, "file");
  } catch {
    return refuse(broken, "file");
  }
}

const zipMagic = Buffer.from("504b0304", "hex");
const oldMagic = Buffer.from("d0cf11e0a1b11ae1", "hex");

async function unpack(zip: ZipFile, entry: Entry, budget: { all: number; xml: number }): Promise<Buffer | null> {
  const isXml = isXmlPart(entry.fileName);
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    budget.all -= chunk.length;
    if (isXml) budget.xml -= chunk.length;
    if (budget.all < 0 || budget.xml < 0) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export function isXmlPart(name: string): boolean {
  return /\.(xml|rels)$/i.test(name);
}
