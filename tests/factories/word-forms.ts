import PizZip from "pizzip";
import { docxType } from "@/lib/word-forms/rules";

const main = `${docxType}.main+xml`;
const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
const officeType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const words = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

type Options = {
  /** Further parts by name, or another text of one. */
  parts?: Record<string, string | Buffer>;
  mainType?: string;
  /** Relationships of the document: `<Relationship …/>`. */
  related?: string;
};

/** A Word document as an office would make one; its body is WordprocessingML. */
export function makeDocx(body: string, { parts = {}, mainType = main, related = "" }: Options = {}): Buffer {
  const zip = new PizZip();
  zip.file(
    "[Content_Types].xml",
    `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${mainType}"/><Override PartName="/word/header1.xml" ContentType="${docxType.replace("document", "")}header+xml"/></Types>`,
  );
  zip.file(
    "_rels/.rels",
    `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${officeType}/officeDocument" Target="word/document.xml"/></Relationships>`,
  );
  zip.file("word/document.xml", documentXml(body));
  zip.file("word/_rels/document.xml.rels", `<Relationships xmlns="${relations}">${related}</Relationships>`);
  for (const [name, content] of Object.entries(parts)) zip.file(name, content);
  return zip.generate({ type: "nodebuffer", compression: "DEFLATE" });
}

export function documentXml(body: string): string {
  return `<?xml version="1.0"?><w:document xmlns:w="${words}" xmlns:r="${officeType}"><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`;
}

/** A paragraph; each piece is a run of its own, as Word cuts text that was typed and mended. */
export function paragraph(...pieces: string[]): string {
  return `<w:p>${pieces.map((piece) => `<w:r><w:t xml:space="preserve">${piece}</w:t></w:r>`).join("")}</w:p>`;
}

export function tableRow(...cells: string[]): string {
  return `<w:tr>${cells.map((cell) => `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${paragraph(cell)}</w:tc>`).join("")}</w:tr>`;
}

export const table = (...rows: string[]) =>
  `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid/>${rows.join("")}</w:tbl>`;
