import { BorderStyle, HeadingLevel, LineRuleType, PageBreak, Paragraph, type ParagraphChild, type Table } from "docx";
import type { Block, Letterhead, Signatory } from "@/lib/papers/model";
import { type DrawPicture, drawingRun } from "@/lib/papers/render/docx-pictures";
import { columnWidths, dataTable, layoutTable } from "@/lib/papers/render/docx-table";
import { alignments, paragraph, runsOf } from "@/lib/papers/render/docx-text";
import { paperFont } from "@/lib/papers/render/font";
import { signatureRows } from "@/lib/papers/signature-rows";

export type BlockContext = {
  width: number;
  draw: DrawPicture;
  level: number;
  /** Of an ordered list, so that each begins at 1. */
  list: number;
  next: Block | undefined;
};

type Children = (Paragraph | Table)[];

export const orderedList = "lokmin-ordered";

const space = () => paragraph([], { after: 4 });

export async function blockChildren(block: Block, context: BlockContext): Promise<Children> {
  const { width, draw, level, list, next } = context;
  switch (block.type) {
    case "title":
      return [heading(block.lines.join("\n"), level, { size: 24, isCentred: true })];
    case "heading":
      return [heading(block.text, level, { size: 22, isCentred: false })];
    case "paragraph":
      return [
        paragraph(runsOf(block.text), {
          align: block.align ?? "left",
          after: 6,
          firstLine: block.indent ? 12.5 : 0,
          keepNext: next?.type === "signatures",
        }),
      ];
    case "list":
      return block.items.map(
        (item) =>
          new Paragraph({
            children: runsOf(item),
            ...(block.ordered
              ? { numbering: { reference: orderedList, level: 0, instance: list } }
              : { bullet: { level: 0 } }),
          }),
      );
    case "facts":
      return [factsTable(block.rows, width, block.indent ? 12.5 : 0), space()];
    case "letterOpening":
      return openingChildren(block, width);
    case "table":
      return [dataTable(block, width, draw), space()];
    case "signatures":
      return [space(), signaturesTable(block, width, draw)];
    case "pictures":
      return [picturesTable(block, width, draw), space()];
    case "drawing":
      return [
        paragraph([await drawingRun(block.svg, block.alt, Math.min(block.width, width))], {
          align: "center",
          after: 6,
        }),
      ];
    case "pageBreak":
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}

const levels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const;

function heading(text: string, level: number, { size, isCentred }: { size: number; isCentred: boolean }): Paragraph {
  return new Paragraph({
    heading: levels[level - 1] ?? HeadingLevel.HEADING_4,
    alignment: alignments[isCentred ? "center" : "left"],
    children: runsOf(text, { size, bold: true }),
    keepNext: true,
    spacing: { before: 160, after: 100 },
  });
}

const millimetresPerPoint = 25.4 / 72;

function factsTable(rows: Extract<Block, { type: "facts" }>["rows"], width: number, indent = 0): Table {
  const label = Math.max(15, ...rows.map((row) => paperFont().width(row.label, 11) * millimetresPerPoint + 3));
  const first = Math.min(label, width / 2);
  return layoutTable(
    rows.map((row) => [
      { children: [paragraph(runsOf(row.label))] },
      { children: [paragraph(runsOf(":"))] },
      { children: [paragraph(runsOf(row.text))] },
    ]),
    columnWidths([first, 4, width - indent - first - 4], width - indent),
    indent,
  );
}

function openingChildren(block: Extract<Block, { type: "letterOpening" }>, width: number): Children {
  const widths = columnWidths([1.2, 1], width);
  const reference = factsTable(block.reference, width * 0.52);
  return [
    layoutTable(
      [
        [{ children: [paragraph([])] }, { children: [paragraph(runsOf(block.placeAndDay), { after: 6 })] }],
        // A cell ends with a paragraph: a table alone makes Word call the file damaged.
        [
          { children: [reference, paragraph([])] },
          { children: block.addressees.map((line) => paragraph(runsOf(line))) },
        ],
      ],
      widths,
    ),
    space(),
  ];
}

function signaturesTable(block: Extract<Block, { type: "signatures" }>, width: number, draw: DrawPicture): Table {
  const columns = Math.max(1, block.columns);
  const cellsOf = (row: readonly (Signatory | null)[], paragraphsOf: (party: Signatory) => Paragraph[]) =>
    Array.from({ length: columns }, (_, place) => {
      const party = row[place];
      return { children: party ? paragraphsOf(party) : [paragraph([])], stand: "TOP" as const };
    });
  // Posts in a row of their own, so that all sign at one height however many lines a post takes.
  const rows = signatureRows(block).flatMap((row) => [
    cellsOf(row, postParagraphs).map((cell) => ({ ...cell, stand: "BOTTOM" as const })),
    cellsOf(row, (party) => nameParagraphs(party, width / columns, draw)),
  ]);
  return layoutTable(rows, columnWidths(Array<number>(columns).fill(1), width));
}

const centred = (children: readonly ParagraphChild[], before = 0) =>
  paragraph(children, { align: "center", keepNext: true, before });

function postParagraphs({ above }: Signatory): Paragraph[] {
  return above.length > 0 ? above.map((text) => centred(runsOf(text))) : [centred([])];
}

function nameParagraphs({ picture, name, below }: Signatory, width: number, draw: DrawPicture): Paragraph[] {
  const image = draw(picture, { width: width * 0.7, height: 17 });
  const named = name ? runsOf(name, { bold: true, underline: true }) : runsOf(".".repeat(36));
  return [
    ...(image ? [centred([image], 4)] : []),
    centred(named, image ? 4 : 56),
    ...below.map((text) => centred(runsOf(text))),
    paragraph([], { after: 6 }),
  ];
}

const photoHeights = { 1: 110, 2: 62, 3: 44 } as const;

function picturesTable(
  { columns, items }: Extract<Block, { type: "pictures" }>,
  width: number,
  draw: DrawPicture,
): Table {
  const box = { width: width / columns - 5, height: photoHeights[columns] };
  const cells = items.map(({ picture, caption }) => {
    const image = draw(picture, box);
    return {
      children: [
        paragraph(image ? [image] : [], { align: "center", keepNext: true }),
        paragraph(runsOf(caption, { size: 19 }), { align: "center", after: 8 }),
      ],
    };
  });
  const rows = Array.from({ length: Math.ceil(cells.length / columns) }, (_, row) =>
    Array.from({ length: columns }, (_, place) => cells[row * columns + place] ?? { children: [paragraph([])] }),
  );
  return layoutTable(rows, columnWidths(Array<number>(columns).fill(1), width));
}

export function letterheadChildren(
  { lines, contact, left, right }: Letterhead,
  width: number,
  draw: DrawPicture,
): Children {
  const texts = [
    ...lines.map((line, place) =>
      paragraph(runsOf(line, { bold: true, size: place === lines.length - 1 ? 28 : 24 }), { align: "center" }),
    ),
    ...contact.map((line) => paragraph(runsOf(line, { size: 18 }), { align: "center" })),
  ];
  const rule = new Paragraph({
    children: [],
    border: { bottom: { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 18, space: 1, color: "000000" } },
    spacing: { after: 200, line: 120, lineRule: LineRuleType.AUTO },
  });
  if (!left && !right) return [...texts, rule];
  const logo = (picture: typeof left) => {
    const image = draw(picture, { width: 22, height: 25 });
    return { children: [paragraph(image ? [image] : [], { align: "center" })], stand: "CENTER" as const };
  };
  const widths = columnWidths([25, width - 50, 25], width);
  return [layoutTable([[logo(left), { children: texts, stand: "CENTER" as const }, logo(right)]], widths), rule];
}
