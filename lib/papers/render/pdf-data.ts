import { checkAddress, shownCheckCode } from "@/lib/papers/check-code";
import type { Block, Letterhead, Paper, Signatory, Text } from "@/lib/papers/model";
import { fitted, fittedText } from "@/lib/papers/render/fitting";
import { headingLevels } from "@/lib/papers/render/headings";
import { tableData } from "@/lib/papers/render/pdf-table";
import { alternative, type FindPicture } from "@/lib/papers/render/picture-files";
import { qrSvg } from "@/lib/papers/render/qr";
import { type Sheet, sheetOf } from "@/lib/papers/render/sheet";
import { signatureRows } from "@/lib/papers/signature-rows";

export type PdfSource = {
  paper: Paper;
  /** ISO day on which it is made. */
  day: string;
  /** Where the file can be checked, for the foot; null leaves it out. A section with a code of its own shows that. */
  check: { code: string; address: string } | null;
  find: FindPicture;
};

type Drawn = { data: object; drawings: { path: string; svg: string }[] };

const textSize = 11;

export function pdfData({ paper, day, check, find }: PdfSource): Drawn {
  const levels = headingLevels(paper);
  const drawings: Drawn["drawings"] = [];
  const checkData = (code: string, address: string) => {
    const path = `drawing-${drawings.length}.svg`;
    drawings.push({ path, svg: qrSvg(address) });
    return { words: `Kode ${code}: periksa berkas ini di`, address, path: `/${path}` };
  };
  const ofFile = check && checkData(check.code, check.address);
  const sections = paper.sections.map(({ orientation, letterhead, blocks, checkCode }) => {
    const sheet = sheetOf(paper.size, orientation);
    return {
      width: sheet.width,
      height: sheet.height,
      letterhead: letterhead && letterheadData(letterhead, sheet, find),
      check: checkCode ? checkData(shownCheckCode(checkCode), checkAddress(checkCode)) : ofFile,
      blocks: blocks.map((block, place) => {
        if (block.type === "drawing") {
          const path = `drawing-${drawings.length}.svg`;
          drawings.push({ path, svg: block.svg });
          return {
            type: "drawing",
            path: `/${path}`,
            alt: alternative(block.alt),
            width: block.width,
            most: sheet.textWidth,
          };
        }
        return blockData(block, { sheet, find, level: levels.get(block) ?? 1, next: blocks[place + 1] });
      }),
    };
  });
  const data = {
    title: paper.title,
    organisation: paper.organisation,
    made: day.split("-").map(Number),
    notes: paper.notes.map((note) => fitted(note, { size: 8.5, width: 150 })),
    sections,
  };
  return { data, drawings };
}

function letterheadData({ lines, contact, left, right }: Letterhead, sheet: Sheet, find: FindPicture) {
  const width = sheet.textWidth - (left || right ? 50 : 0);
  return {
    lines: lines.map((line) => fitted(line, { size: 14, width })),
    contact: contact.map((line) => fitted(line, { size: 9, width })),
    left: find(left),
    right: find(right),
  };
}

type Context = { sheet: Sheet; find: FindPicture; level: number; next: Block | undefined };

function blockData(block: Exclude<Block, { type: "drawing" }>, { sheet, find, level, next }: Context): object {
  const wide = { size: textSize, width: sheet.textWidth };
  switch (block.type) {
    case "title":
      return { type: "title", level, lines: block.lines.map((line) => fitted(line, { ...wide, size: 12 })) };
    case "heading":
      return { type: "heading", level, text: fitted(block.text, wide) };
    case "paragraph":
      return {
        type: "paragraph",
        text: fittedText(block.text, wide),
        align: block.align ?? "left",
        indent: block.indent ?? false,
        sticky: next?.type === "signatures",
      };
    case "list":
      return { type: "list", ordered: block.ordered, items: block.items.map((item) => fittedText(item, wide)) };
    case "facts":
      return { type: "facts", indent: block.indent ?? false, rows: factRows(block.rows, sheet.textWidth * 0.65) };
    case "letterOpening":
      return openingData(block, sheet);
    case "table":
      return tableData(block, sheet, find);
    case "signatures":
      return signaturesData(block, sheet, find);
    case "pictures":
      return {
        type: "pictures",
        columns: block.columns,
        items: block.items.map(({ picture, caption }) => ({
          picture: find(picture),
          caption: fitted(caption, { size: 9.5, width: sheet.textWidth / block.columns - 5 }),
        })),
      };
    case "pageBreak":
      return { type: "pageBreak" };
  }
}

function factRows(rows: readonly { label: string; text: Text }[], width: number) {
  return rows.map(({ label, text }) => ({ label, text: fittedText(text, { size: textSize, width }) }));
}

function openingData(block: Extract<Block, { type: "letterOpening" }>, sheet: Sheet) {
  return {
    type: "letterOpening",
    placeAndDay: block.placeAndDay,
    reference: factRows(block.reference, sheet.textWidth * 0.33),
    addressees: block.addressees.map((line) => fitted(line, { size: textSize, width: sheet.textWidth * 0.42 })),
  };
}

function signaturesData(block: Extract<Block, { type: "signatures" }>, sheet: Sheet, find: FindPicture) {
  const columns = Math.max(1, block.columns);
  const width = sheet.textWidth / columns - 5;
  const parties = signatureRows(block).map((row) => row.map((party) => party && partyData(party, width, find)));
  return { type: "signatures", columns, parties };
}

function partyData({ above, picture, name, below }: Signatory, width: number, find: FindPicture) {
  const inColumn = (line: string) => fitted(line, { size: textSize, width });
  return { above: above.map(inColumn), picture: find(picture), name: inColumn(name), below: below.map(inColumn) };
}
