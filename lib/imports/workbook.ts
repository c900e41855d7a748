import { openArchive } from "@/lib/imports/archive";
import { readDayStyles } from "@/lib/imports/number-formats";
import { readCells, readStrings, type WorkbookLimits } from "@/lib/imports/sheet-cells";
import { UnreadableWorkbook } from "@/lib/imports/unreadable";
import { attributeReader, scanXml } from "@/lib/imports/xml";

/**
 * The first sheet of a workbook as text, row by row as Excel counts them.
 * @param wordNumber what stands for a number; as it is written where left out: a phone is not to lose digits
 * @throws UnreadableWorkbook for anything else, and for a few KB that unfold to a flood
 */
export async function readWorkbook(
  bytes: Buffer,
  limits: WorkbookLimits,
  wordNumber: (digits: string) => string = (digits) => digits,
): Promise<string[][]> {
  const read = openArchive(bytes, limits.unpacked);
  const need = async (name: string | undefined) => {
    const text = name === undefined ? null : await read(name);
    if (text === null) throw new UnreadableWorkbook("broken");
    return text;
  };
  const parts = partsOf(await need("xl/_rels/workbook.xml.rels"));
  const { sheets, countsFrom1904 } = readContents(await need("xl/workbook.xml"));
  const strings = readStrings(await read(parts.strings));
  const isDay = readDayStyles(await read(parts.styles));
  const sheet = sheets.map((id) => parts.sheets.get(id)).find((name) => name !== undefined);
  return readCells(await need(sheet), { strings, isDay, countsFrom1904, wordNumber }, limits);
}

type Parts = { sheets: Map<string, string>; strings: string; styles: string };

const idIn = attributeReader("Id");
const kindIn = attributeReader("Type");
const targetIn = attributeReader("Target");

/** Where what lies in the archive; every program has names of its own. */
function partsOf(xml: string): Parts {
  const parts: Parts = { sheets: new Map(), strings: "xl/sharedStrings.xml", styles: "xl/styles.xml" };
  scanXml(xml, (name, kind, attributes) => {
    if (name !== "Relationship" || kind === "close") return;
    const target = targetIn(attributes) ?? "";
    const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
    const relation = kindIn(attributes) ?? "";
    if (relation.endsWith("/worksheet")) parts.sheets.set(idIn(attributes) ?? "", path);
    else if (relation.endsWith("/sharedStrings")) parts.strings = path;
    else if (relation.endsWith("/styles")) parts.styles = path;
  });
  return parts;
}

const relationIn = attributeReader("id");
const from1904In = attributeReader("date1904");

/** The sheets in the order of their tabs. */
function readContents(xml: string): { sheets: string[]; countsFrom1904: boolean } {
  const sheets: string[] = [];
  let countsFrom1904 = false;
  scanXml(xml, (name, kind, attributes) => {
    if (kind === "close") return;
    if (name === "sheet") sheets.push(relationIn(attributes) ?? "");
    else if (name === "workbookPr") countsFrom1904 = /^(1|true)$/.test(from1904In(attributes) ?? "");
  });
  return { sheets, countsFrom1904 };
}
