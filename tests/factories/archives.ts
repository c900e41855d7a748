// Archives made byte by byte, as all kinds of programs write them and as nobody should.
import { deflateRawSync } from "node:zlib";

export type ArchiveEntry = {
  name: string;
  content: Buffer | string;
  /** What both headers say its size is. */
  claim?: number;
  /** What the table of contents says: 0 for stored, 8 for deflated as it is. */
  method?: number;
  /** Sizes behind the content instead of before it, as anyone who writes without looking back does. */
  isStreamed?: boolean;
};

/** A ZIP archive that can lie about what is in it. */
export function archive(entries: readonly ArchiveEntry[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claim, method = 8, isStreamed = false } of entries) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes, { level: 1 });
    const size = claim ?? bytes.length;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(isStreamed ? 8 : 0, 6);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(isStreamed ? 0 : packed.length, 18);
    local.writeUInt32LE(isStreamed ? 0 : size, 22);
    local.writeUInt16LE(name.length, 26);
    const descriptor = Buffer.alloc(isStreamed ? 16 : 0);
    if (isStreamed) {
      descriptor.writeUInt32LE(0x08074b50, 0);
      descriptor.writeUInt32LE(packed.length, 8);
      descriptor.writeUInt32LE(size, 12);
    }
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(isStreamed ? 8 : 0, 8);
    central.writeUInt16LE(method, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(size, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(offset, 42);
    locals.push(local, Buffer.from(name), packed, descriptor);
    centrals.push(central, Buffer.from(name));
    offset += 30 + name.length + packed.length + descriptor.length;
  }
  const tail = Buffer.alloc(22);
  tail.writeUInt32LE(0x06054b50, 0);
  tail.writeUInt16LE(entries.length, 8);
  tail.writeUInt16LE(entries.length, 10);
  tail.writeUInt32LE(Buffer.concat(centrals).length, 12);
  tail.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...centrals, tail]);
}

const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** What the workbook of one sheet says of itself. */
export const workbookXml = `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relations}"><sheets><sheet name="Lembar1" sheetId="1" r:id="rId1"/></sheets></workbook>`;

type Parts = { sheet: Buffer | string; strings?: Buffer | string; styles?: string; workbook?: string; target?: string };

/** The parts of a workbook of one sheet. */
export function workbookEntries({ sheet, strings, styles, workbook = workbookXml, target }: Parts): ArchiveEntry[] {
  const path = target ?? "worksheets/sheet1.xml";
  const relation = (id: string, kind: string, to: string) =>
    `<Relationship Id="${id}" Type="${relations}/${kind}" Target="${to}"/>`;
  return [
    {
      name: "xl/_rels/workbook.xml.rels",
      content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation("rId3", "styles", "styles.xml")}${relation("rId1", "worksheet", path)}${relation("rId2", "sharedStrings", "sharedStrings.xml")}</Relationships>`,
    },
    { name: "xl/workbook.xml", content: workbook },
    ...(strings === undefined ? [] : [{ name: "xl/sharedStrings.xml", content: strings }]),
    ...(styles === undefined ? [] : [{ name: "xl/styles.xml", content: styles }]),
    { name: path.startsWith("/") ? path.slice(1) : `xl/${path}`, content: sheet },
  ];
}

/** A sheet with these rows. */
export function sheetXml(rows: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
}
