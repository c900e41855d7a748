import { attributeOf, readXml } from "@/lib/imports/xml";
import type { DocxParts } from "@/lib/word-forms/docx-parts";
import { isXmlPart } from "@/lib/word-forms/docx-parts";

const mainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

/** Fields of Word that fetch a file or an address when the document is opened or printed. */
const fetching = /\b(INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|DDEAUTO|DDE|LINK|DATABASE|RD)\b/i;
const foreignParts = /(^|\/)(embeddings|activeX|ctrls|customUI)\/|vbaProject|afchunk/i;
/** What documents are made of: text, pictures and fonts. Anything else is looked at by nobody here. */
const knownPart = /\.(xml|rels|png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|webp|odttf|ttf|otf)$/i;
/** Relations to what is no part of a text, whatever its file is called. */
const foreignRelations =
  /^(oleObject|package|control|vbaProject|wordVbaData|aFChunk|subDocument|frame|mailMerge\w*|extensibility|attachedToolbars|keyMapCustomizations)$/i;
const foreignElements = ["altChunk", "OLEObject", "control", "subDoc", "mailMerge", "frameset", "saveThroughXslt"];

const macro = "Dokumen ini berisi makro. Simpan sebagai Dokumen Word (.docx) biasa, lalu unggah lagi.";
const foreign = "Dokumen ini berisi objek atau berkas lain di dalamnya. Hapus objek itu, lalu unggah lagi.";

/** Why a document may not become a form, as a sentence; null when nothing speaks against it. Nothing is fetched. */
export async function whyDangerous(parts: DocxParts): Promise<string | null> {
  // Word takes names that differ in capitals for one.
  if (new Set([...parts.keys()].map((name) => name.toLowerCase())).size < parts.size) return foreign;
  for (const name of parts.keys()) {
    if (/vbaProject|vbaData/i.test(name)) return macro;
    if (foreignParts.test(name) || !knownPart.test(name)) return foreign;
  }
  const type = await mainTypeOf(parts);
  if (type !== mainType)
    return /macro/i.test(type ?? "")
      ? macro
      : "Ini templat atau dokumen jenis lain. Simpan sebagai Dokumen Word (.docx), lalu unggah lagi.";
  for (const [name, bytes] of parts) {
    if (!isXmlPart(name)) continue;
    const found = name.toLowerCase().endsWith(".rels") ? await foreignRelation(bytes) : await fetchingField(bytes);
    if (found) return found;
  }
  return null;
}

async function mainTypeOf(parts: DocxParts): Promise<string | null> {
  let found: string | null = null;
  const bytes = parts.get("[Content_Types].xml");
  if (bytes)
    await readXml(once(bytes), {
      open: (name, attributes) => {
        if (name === "Override" && attributeOf(attributes, "PartName") === "/word/document.xml")
          found = attributeOf(attributes, "ContentType");
      },
    });
  return found;
}

/** A link for a reader to press is no harm; everything else that leads outside is opened by itself. */
async function foreignRelation(bytes: Buffer): Promise<string | null> {
  let found: string | null = null;
  await readXml(once(bytes), {
    open: (name, attributes) => {
      if (name !== "Relationship") return;
      const target = attributeOf(attributes, "Target") ?? "";
      const type = (attributeOf(attributes, "Type") ?? "").split("/").pop() ?? "";
      const isOutside = (attributeOf(attributes, "TargetMode") ?? "").toLowerCase() === "external";
      const isLink = type === "hyperlink" && /^(https?:|mailto:|#)/i.test(target);
      if ((isOutside && !isLink) || /^[a-z]+:\/\//i.test(isOutside ? "" : target))
        found ??= `Dokumen ini merujuk ke luar (${relationName(type)}: ${shortAddress(target)}). Hapus rujukan itu, atau tempelkan isinya ke dalam dokumen, lalu unggah lagi.`;
      if (foreignRelations.test(type)) found ??= foreign;
    },
  });
  return found;
}

async function fetchingField(bytes: Buffer): Promise<string | null> {
  let isCode = false;
  let code = "";
  let found: string | null = null;
  const look = () => {
    const [, word] = fetching.exec(code) ?? [];
    if (word)
      found ??= `Dokumen ini berisi isian Word ${word.toUpperCase()} yang mengambil berkas atau alamat lain. Hapus isian itu, lalu unggah lagi.`;
    code = "";
  };
  await readXml(once(bytes), {
    open: (name, attributes) => {
      if (foreignElements.includes(name)) found ??= foreign;
      if (name === "fldSimple") code += ` ${attributeOf(attributes, "instr") ?? ""}`;
      if (name === "instrText") isCode = true;
    },
    text: (piece) => {
      if (isCode) code += piece;
    },
    close: (name) => {
      if (name === "instrText") isCode = false;
      if (name === "p") look();
    },
  });
  look();
  return found;
}

function relationName(type: string): string {
  if (type === "attachedTemplate") return "templat";
  if (type === "image") return "gambar";
  return type === "hyperlink" ? "tautan" : "berkas";
}

const shortAddress = (target: string) => (target.length > 80 ? `${target.slice(0, 80)}…` : target);

export async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
