import { type Refusal, refuse } from "@/lib/actor";
import { type PreparedFile, preparedFile } from "@/lib/documents/prepare";
import { cleanFileName } from "@/lib/documents/rules";
import type { Upload } from "@/lib/documents/upload";
import { UnreadableWorkbook } from "@/lib/imports/unreadable";
import type { Fields } from "@/lib/papers/definition";
import { knownFields } from "@/lib/papers/examples";
import { whyDangerous } from "@/lib/word-forms/docx-danger";
import { type DocxParts, readDocxParts } from "@/lib/word-forms/docx-parts";
import { fillForm, zipOf } from "@/lib/word-forms/fill";
import { type PartText, paragraphsOf } from "@/lib/word-forms/paragraphs";
import { docxType, tooBigWordForm, wordFormLimit } from "@/lib/word-forms/rules";
import { formFaults } from "@/lib/word-forms/tags";

/** `faults`: sentences, each of one placeholder. */
export type PreparedForm = { ok: true; file: PreparedFile } | { ok: false; faults: string[] } | Refusal;

const mostFaults = 25;
/** Each that is not known is compared with all that are. */
const mostBraces = 2000;
const tooManyPlaceholders = `Formulir ini berisi lebih dari ${mostBraces} tanda kurung kurawal. Pakai formulir yang lebih pendek.`;

/** Looks at a form before it is kept: a real document, nothing in it that leads outside, every placeholder known. */
export async function prepareWordForm(
  upload: Upload,
  examples: readonly Fields[],
  isForEOffice: boolean,
): Promise<PreparedForm> {
  const opened = await openForm(upload.bytes);
  if (!opened.ok) return opened;
  const [example] = examples;
  if (!example)
    return refuse("Buat satu kegiatan dulu: formulir diperiksa dan dicontohkan dengan data kegiatan.", "file");
  const { parts } = opened;
  const texts = await paragraphsOf(parts);
  if (bracesIn(texts) > mostBraces) return refuse(tooManyPlaceholders, "file");
  const faults = formFaults(texts, knownFields(examples), isForEOffice);
  if (faults.length > 0) return { ok: false, faults: shortened([...new Set(faults)]) };
  const filled = await fillForm(parts, example, isForEOffice);
  if ("faults" in filled) return { ok: false, faults: shortened(filled.faults) };
  const bytes = zipOf(parts).generate({ type: "nodebuffer", compression: "DEFLATE", mimeType: docxType });
  return { ok: true, file: preparedFile(cleanFileName(upload.name, "docx"), docxType, bytes) };
}

function bracesIn(texts: readonly PartText[]): number {
  return texts.flatMap(({ paragraphs }) => paragraphs).reduce((sum, text) => sum + (text.split(/[{}]/).length - 1), 0);
}

/** Also of a form that was kept: whatever the store gives back is looked at again. */
export async function openForm(bytes: Buffer): Promise<{ ok: true; parts: DocxParts } | Refusal> {
  if (bytes.length > wordFormLimit) return refuse(tooBigWordForm, "file");
  const read = await readDocxParts(bytes);
  if (!read.ok) return read;
  const parts = withoutTemplate(read.parts);
  try {
    const danger = await whyDangerous(parts);
    return danger ? refuse(danger, "file") : { ok: true, parts };
  } catch (error) {
    if (!(error instanceof UnreadableWorkbook)) throw error;
    return refuse("Dokumen Word ini rusak atau terlalu besar. Buka di Word, simpan ulang, lalu unggah lagi.", "file");
  }
}

/** Word notes in every document which template it was made from, often a path of the writer's own computer. */
function withoutTemplate(parts: DocxParts): DocxParts {
  const cleaned = new Map(parts);
  const settings = cleaned.get("word/settings.xml");
  const relations = cleaned.get("word/_rels/settings.xml.rels");
  if (settings) cleaned.set("word/settings.xml", without(settings, /<w:attachedTemplate\b[^<>]{0,4000}\/>/g));
  if (relations)
    cleaned.set(
      "word/_rels/settings.xml.rels",
      without(relations, /<Relationship\b[^<>]{0,4000}>/g, /\/attachedTemplate"/),
    );
  return cleaned;
}

/** Tags are looked for one by one, none within another: the time it takes grows with the file alone. */
function without(bytes: Buffer, tags: RegExp, holding = /^/): Buffer {
  return Buffer.from(bytes.toString("utf8").replace(tags, (tag) => (holding.test(tag) ? "" : tag)));
}

function shortened(faults: string[]): string[] {
  const rest = faults.length - mostFaults;
  return rest > 0 ? [...faults.slice(0, mostFaults), `Masih ada ${rest} isian lain yang perlu diperbaiki.`] : faults;
}
