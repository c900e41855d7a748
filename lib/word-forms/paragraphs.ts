import { readXml } from "@/lib/imports/xml";
import { once } from "@/lib/word-forms/docx-danger";
import type { DocxParts } from "@/lib/word-forms/docx-parts";

export type PartText = { part: string; paragraphs: string[] };

const written = /^word\/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$/;

/** The text of a document by paragraphs, its runs put together: body first, then header and footer. */
export async function paragraphsOf(parts: DocxParts): Promise<PartText[]> {
  const names = [...parts.keys()].filter((name) => written.test(name)).sort(bodyFirst);
  const texts: PartText[] = [];
  for (const name of names) texts.push({ part: nameOf(name), paragraphs: await readParagraphs(parts.get(name)) });
  return texts;
}

const bodyFirst = (one: string, other: string) =>
  Number(other === "word/document.xml") - Number(one === "word/document.xml") || one.localeCompare(other);

function nameOf(file: string): string {
  if (file.includes("header")) return "kepala halaman";
  if (file.includes("footer")) return "kaki halaman";
  return file.includes("notes") ? "catatan kaki" : file.includes("comments") ? "komentar" : "";
}

async function readParagraphs(bytes: Buffer | undefined): Promise<string[]> {
  const paragraphs: string[] = [];
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
      }
    },
  });
  return paragraphs;
}
