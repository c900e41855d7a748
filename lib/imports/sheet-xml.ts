/** A cell to write; text stays text whatever it begins with, a day is midnight UTC. */
export type SheetCell = string | number | Date | null | { text: string; look: "bold" | "wrapped" };

export type SheetParts = {
  sheet: string;
  columns: readonly { width: number }[];
  header: readonly string[] | null;
  /** Read while the sheet is written, so that a long one is never there as a whole. */
  rows: Iterable<readonly SheetCell[]> | AsyncIterable<readonly SheetCell[]>;
  title?: string;
  paper?: "A4" | "F4";
};

const looks = { text: 1, day: 2, header: 3, bold: 4, wrapped: 5 } as const;

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

export const stylesXml = `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE0DEDB"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="49" xfId="0" applyNumberFormat="1"/><xf numFmtId="164" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="49" fontId="1" fillId="2" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf numFmtId="49" fontId="1" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="49" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`;

const cellsPerChunk = 2000;

export async function* sheetXml({ columns, header, rows, title, paper = "A4" }: SheetParts): AsyncGenerator<string> {
  const pane = header
    ? '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>'
    : '<sheetView workbookViewId="0"/>';
  const widths = columns
    .map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
    .join("");
  yield `${declaration}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>${pane}</sheetViews><cols>${widths}</cols><sheetData>`;
  let line = 0;
  let piece = "";
  let cells = 0;
  if (header) {
    line += 1;
    piece = rowXml(
      line,
      header.map((text) => textXml(text, looks.header)),
      linesOf(
        header.map((text) => ({ text, look: "wrapped" })),
        columns,
      ),
    );
  }
  for await (const row of rows) {
    line += 1;
    piece += rowXml(line, row.map(cellXml), linesOf(row, columns));
    cells += row.length;
    if (cells < cellsPerChunk) continue;
    yield piece;
    piece = "";
    cells = 0;
    await new Promise((done) => setImmediate(done));
  }
  const filter = header ? `<autoFilter ref="A1:${columnName(header.length - 1)}${Math.max(line, 2)}"/>` : "";
  yield `${piece}</sheetData>${filter}${title ? '<printOptions gridLines="1"/>' : ""}<pageSetup paperSize="${paperSizes[paper]}" orientation="landscape" fitToWidth="1" fitToHeight="0"/>${pageEdges(title)}</worksheet>`;
}

/** Folio is the nearest to F4 that spreadsheets know. */
const paperSizes = { A4: 9, F4: 14 } as const;

function pageEdges(title: string | undefined): string {
  const head = title ? `<oddHeader>&amp;L${escapeXml(title.slice(0, 200).replaceAll("&", "&&"))}</oddHeader>` : "";
  return `<headerFooter>${head}<oddFooter>&amp;RHalaman &amp;P dari &amp;N</oddFooter></headerFooter>`;
}

/** How many lines the wrapped cells of a row take; not every program finds out itself. */
function linesOf(row: readonly SheetCell[], columns: readonly { width: number }[]): number {
  let most = 1;
  for (const [place, cell] of row.entries()) {
    if (cell === null || typeof cell !== "object" || !("look" in cell) || cell.look !== "wrapped") continue;
    const width = Math.max(1, (columns[place]?.width ?? 10) - 1);
    const lines = cell.text.split("\n").reduce((sum, text) => sum + Math.max(1, Math.ceil(text.length / width)), 0);
    most = Math.max(most, lines);
  }
  return most;
}

const pointsPerLine = 15;
const tallestRow = 409;

function rowXml(line: number, cells: readonly string[], lines: number): string {
  const height = Math.min(lines * pointsPerLine, tallestRow);
  let xml = lines > 1 ? `<row r="${line}" ht="${height}" customHeight="1">` : `<row r="${line}">`;
  for (const [place, cell] of cells.entries()) if (cell) xml += `<c r="${columnName(place)}${line}"${cell}</c>`;
  return `${xml}</row>`;
}

function cellXml(value: SheetCell): string {
  if (value === null || value === "") return "";
  if (typeof value === "number") return `><v>${value}</v>`;
  if (typeof value === "string") return textXml(value, looks.text);
  if (value instanceof Date) return ` s="${looks.day}"><v>${value.getTime() / msOfDay + daysTo1970}</v>`;
  return textXml(value.text, looks[value.look]);
}

const msOfDay = 86_400_000;
const daysTo1970 = 25_569;
const longestText = 32_767;

function textXml(text: string, style: number): string {
  return text === ""
    ? ""
    : ` s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text.slice(0, longestText))}</t></is>`;
}

export function escapeXml(text: string): string {
  if (!/[^\n\t !#-%'-;=?-^`-~\u00a0-\ud7ff]/.test(text)) return text;
  return text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_")
    .replace(/\p{Cs}|[\ufffe\uffff]/gu, "\ufffd")
    .replace(/\p{Cc}/gu, (sign) =>
      sign === "\n" || sign === "\t" ? sign : `_x${sign.charCodeAt(0).toString(16).padStart(4, "0")}_`,
    )
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function columnName(place: number): string {
  let name = "";
  for (let left = place; left >= 0; left = Math.floor(left / 26) - 1)
    name = String.fromCharCode(65 + (left % 26)) + name;
  return name;
}

export function workbookXml(sheets: readonly SheetParts[]): string {
  const tabs = sheets.map(
    ({ sheet }, index) => `<sheet name="${escapeXml(sheet)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const titles = sheets.map(({ sheet, header }, index) =>
    header
      ? `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${escapeXml(sheet.replaceAll("'", "''"))}'!$1:$1</definedName>`
      : "",
  );
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${tabs.join("")}</sheets><definedNames>${titles.join("")}</definedNames></workbook>`;
}

const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006";
const officeTypes = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export function indexFiles(count: number): { name: string; text: string }[] {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${relations}/${type}" Target="${target}"/>`;
  const related = (list: readonly string[]) =>
    `${declaration}<Relationships xmlns="${packaged}/relationships">${list.join("")}</Relationships>`;
  const type = (part: string, kind: string) =>
    `<Override PartName="/xl/${part}" ContentType="${officeTypes}.${kind}+xml"/>`;
  return [
    {
      name: "[Content_Types].xml",
      text: `${declaration}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${type("workbook.xml", "sheet.main")}${type("styles.xml", "styles")}${numbers.map((number) => type(`worksheets/sheet${number}.xml`, "worksheet")).join("")}</Types>`,
    },
    { name: "_rels/.rels", text: related([relation(1, "officeDocument", "xl/workbook.xml")]) },
    {
      name: "xl/_rels/workbook.xml.rels",
      text: related([
        ...numbers.map((number) => relation(number, "worksheet", `worksheets/sheet${number}.xml`)),
        relation(count + 1, "styles", "styles.xml"),
      ]),
    },
  ];
}
