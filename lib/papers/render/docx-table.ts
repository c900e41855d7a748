import {
  BorderStyle,
  HeightRule,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from "docx";
import type { Block, Cell, Column } from "@/lib/papers/model";
import type { DrawPicture } from "@/lib/papers/render/docx-pictures";
import { paragraph, runsOf, twipsPerMillimetre } from "@/lib/papers/render/docx-text";
import { tableSize } from "@/lib/papers/render/sheet";
import { headRows } from "@/lib/papers/table-head";

type DataTable = Extract<Block, { type: "table" }>;

const border = { style: BorderStyle.SINGLE, size: 4, color: "000000" } as const;
const none = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const shading = { fill: "EBEBEB" } as const;

/** Widths of columns in twips, of shares of a width in millimetres. */
export function columnWidths(shares: readonly number[], width: number): number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.round((share / whole) * width * twipsPerMillimetre));
}

/** Cells beside each other without lines: heads of letters, signatures, facts. */
export function layoutTable(
  rows: readonly (readonly TableCellContent[])[],
  widths: readonly number[],
  indent = 0,
): Table {
  return new Table({
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    indent: { size: Math.round(indent * twipsPerMillimetre), type: WidthType.DXA },
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
    margins: { left: 0, right: 85, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            ({ children, stand = "TOP" }, place) =>
              new TableCell({
                children,
                width: { size: widths[place] ?? 0, type: WidthType.DXA },
                verticalAlign: VerticalAlignTable[stand],
              }),
          ),
        }),
    ),
  });
}

export type TableCellContent = {
  children: ConstructorParameters<typeof TableCell>[0]["children"];
  stand?: "TOP" | "CENTER" | "BOTTOM";
};

export function dataTable(table: DataTable, width: number, draw: DrawPicture): Table {
  const { columns, rows, numbered, rowHeight } = table;
  const widths = columnWidths(
    columns.map((column) => column.width),
    width,
  );
  const size = tableSize(columns.length) * 2;
  const height = rowHeight
    ? { height: { value: Math.round(rowHeight * twipsPerMillimetre), rule: HeightRule.ATLEAST } }
    : {};
  return new Table({
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    borders: {
      top: border,
      bottom: border,
      left: border,
      right: border,
      insideHorizontal: border,
      insideVertical: border,
    },
    margins: { left: 70, right: 70, top: 35, bottom: 35, marginUnitType: WidthType.DXA },
    rows: [
      ...headRows(columns).map((cells) => headRow(cells, size)),
      ...(numbered ? [numbersRow(columns, size)] : []),
      ...rows.map(
        (cells, line) =>
          new TableRow({
            cantSplit: true,
            ...height,
            children: bodyCells(cells, { columns, widths, size, line, draw }),
          }),
      ),
    ],
  });
}

function headRow(cells: ReturnType<typeof headRows>[number], size: number): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: cells.map(
      ({ text, columns, rows }) =>
        new TableCell({
          children: [paragraph(runsOf(text, { size, bold: true }), { align: "center", isDense: true })],
          columnSpan: columns,
          rowSpan: rows,
          verticalAlign: VerticalAlignTable.CENTER,
          shading,
        }),
    ),
  });
}

function numbersRow(columns: readonly Column[], size: number): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      (_, place) =>
        new TableCell({
          children: [paragraph(runsOf(String(place + 1), { size }), { align: "center", isDense: true })],
          shading,
        }),
    ),
  });
}

type RowContext = {
  columns: readonly Column[];
  widths: readonly number[];
  size: number;
  line: number;
  draw: DrawPicture;
};

function bodyCells(cells: readonly Cell[], { columns, widths, size, line, draw }: RowContext): TableCell[] {
  let place = 0;
  return cells.map((cell) => {
    const { text, picture, span = 1, bold = false, align } = typeof cell === "string" ? { text: cell } : cell;
    const column = columns[place];
    const millimetres = (widths[place] ?? 0) / twipsPerMillimetre;
    place += span;
    const isSignature = column?.type === "signature";
    const image = draw(
      picture,
      isSignature
        ? { width: Math.max(6, millimetres * 0.7 - 9.5), height: 8.5 }
        : { width: millimetres - 3, height: 25 },
    );
    const usual = column?.align ?? (column?.type === "number" ? "right" : "left");
    return new TableCell({
      columnSpan: span,
      verticalAlign: isSignature ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
      children: [
        paragraph([...runsOf(text, { size, bold }), ...(image ? [image] : [])], {
          align: align ?? usual,
          isDense: true,
          indent: isSignature && line % 2 === 1 ? millimetres * 0.3 : 0,
        }),
      ],
    });
  });
}
