import { readXml } from "@/lib/imports/xml";
import { once } from "@/lib/word-forms/docx-danger";
import type { DocxParts } from "@/lib/word-forms/docx-parts";

export type PartText = { part: string; paragraphs: string[] };

const written = /^word\/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$/;

/** The text of a document by paragraphs, its runs put together: body first, then header and footer. */
export async function paragraphsOf(parts: DocxParts): Promise<PartText[]> {
  const texts: PartText[] = [];
  for (const name of partNames(parts))
    texts.push({ part: nameOf(name), paragraphs: await readParagraphs(parts.get(name)) });
  return texts;
}

function partNames(parts: DocxParts): string[] {
  return [...parts.keys()].filter((name) => written.test(name)).sort(bodyFirst);
}

const bodyFirst = (one: string, other: string) =>
  Number(other === "word/document.xml") - Number(one === "word/document.xml") || one.localeCompare(other);

function nameOf(file: string): string {
  if (file.includes("header")) return "kepala halaman";
  if (file.includes("footer")) return "kaki halaman";
  return file.includes("notes") ? "catatan kaki" : file.includes("comments") ? "komentar" : "";
}

/** The same to be read: the cells of a table's row on one line. */
export async function linesOf(parts: DocxParts): Promise<string[]> {
  const lines: string[] = [];
  for (const name of partNames(parts)) lines.push(...(await readParagraphs(parts.get(name), true)));
  return lines;
}

async function readParagraphs(bytes: Buffer | undefined, joinsRows = false): Promise<string[]> {
  const paragraphs: string[] = [];
  const rows: number[] = [];
  // A text box is a paragraph within a paragraph.
  const open: string[] = [];
  let isText = false;
  const add = (text: string) => {
    const last = open.length - 1;
    if (last >= 0) open[last] += text;
  };
  if (!bytes) return paragraphs;
  await readXml(once(bytes), {
    open: (name) => {
      if (name === "p") open.push("");
      else if (name === "tr") rows.push(paragraphs.length);
      else if (name === "t") isText = true;
      else if (name === "tab") add("\t");
      else if (name === "br" || name === "cr") add("\n");
    },
    text: (piece) => {
      if (isText) add(piece);
    },
    close: (name) => {
      if (name === "t") isText = false;
      else if (name === "p") {
        const text = open.pop();
        if (text?.trim()) paragraphs.push(text);
      } else if (name === "tr") {
        const begin = rows.pop();
        const cells = joinsRows ? paragraphs.splice(begin ?? paragraphs.length) : [];
        if (cells.length > 0) paragraphs.push(cells.join(" | "));
      }
    },
  });
  return paragraphs;
}
