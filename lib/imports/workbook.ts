import { openArchive, type ReadPart } from "@/lib/imports/archive";
import { readNumberStyles } from "@/lib/imports/number-formats";
import { readCells, readStrings, type Sheet, type WorkbookLimits } from "@/lib/imports/sheet-cells";
import { UnreadableWorkbook } from "@/lib/imports/unreadable";
import { attributeOf, readXml } from "@/lib/imports/xml";

export type Workbook = { sheets: { name: string; read: () => Promise<Sheet> }[] };

/**
 * @param wordNumber words for a number; its digits where left out
 * @throws UnreadableWorkbook also for a small file that unfolds to far more
 */
export async function openWorkbook(
  bytes: Buffer,
  limits: WorkbookLimits,
  wordNumber: (value: number) => string = String,
): Promise<Workbook> {
  const read = await openArchive(bytes, limits.unpacked);
  const parts = await readParts(await need(read, "xl/_rels/workbook.xml.rels"));
  const { sheets, countsFrom1904 } = await readContents(await need(read, "xl/workbook.xml"));
  const strings = await readStrings(await read(parts.strings));
  const styleOf = await readNumberStyles(await read(parts.styles));
  const found = sheets.flatMap(({ id, name, isHidden }) => {
    const path = parts.sheets.get(id);
    return path === undefined ? [] : [{ name, isHidden, path }];
  });
  if (found.length === 0) throw new UnreadableWorkbook("broken");
  const shown = found.filter(({ isHidden }) => !isHidden);
  return {
    sheets: (shown.length > 0 ? shown : found).map(({ name, path }) => ({
      name,
      read: async () => readCells(await need(read, path), { strings, styleOf, countsFrom1904, wordNumber }, limits),
    })),
  };
}

async function need(read: ReadPart, name: string): Promise<AsyncIterable<Buffer>> {
  const chunks = await read(name);
  if (!chunks) throw new UnreadableWorkbook("broken");
  return chunks;
}

type Parts = { sheets: Map<string, string>; strings: string; styles: string };

async function readParts(chunks: AsyncIterable<Buffer>): Promise<Parts> {
  const parts: Parts = { sheets: new Map(), strings: "xl/sharedStrings.xml", styles: "xl/styles.xml" };
  await readXml(chunks, {
    open(name, attributes) {
      if (name !== "Relationship") return;
      const target = attributeOf(attributes, "Target") ?? "";
      const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
      const relation = attributeOf(attributes, "Type") ?? "";
      if (relation.endsWith("/worksheet")) parts.sheets.set(attributeOf(attributes, "Id") ?? "", path);
      else if (relation.endsWith("/sharedStrings")) parts.strings = path;
      else if (relation.endsWith("/styles")) parts.styles = path;
    },
  });
  return parts;
}

type Tab = { id: string; name: string; isHidden: boolean };

async function readContents(chunks: AsyncIterable<Buffer>): Promise<{ sheets: Tab[]; countsFrom1904: boolean }> {
  const sheets: Tab[] = [];
  let countsFrom1904 = false;
  await readXml(chunks, {
    open(name, attributes) {
      if (name === "sheet")
        sheets.push({
          id: attributeOf(attributes, "id") ?? "",
          name: attributeOf(attributes, "name") ?? "",
          isHidden: /hidden/i.test(attributeOf(attributes, "state") ?? ""),
        });
      else if (name === "workbookPr") countsFrom1904 = /^(1|true)$/.test(attributeOf(attributes, "date1904") ?? "");
    },
  });
  return { sheets, countsFrom1904 };
}
