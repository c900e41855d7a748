import type { Block, Cell, Paper, Section, Text } from "@/lib/papers/model";

/** A text of a paper and where it is on it: "Daftar hadir, baris 3, Nama". */
export type PlacedText = { place: string; text: string };

export function plainText(text: Text): string {
  return typeof text === "string" ? text : text.map((run) => run.text).join("");
}

export function cellText(cell: Cell): string {
  return typeof cell === "string" ? cell : plainText(cell.text);
}

export function textsOf(paper: Paper): PlacedText[] {
  return [
    { place: "Judul berkas", text: paper.title },
    ...paper.sections.flatMap((section) => textsOfSection(section)),
    ...paper.notes.map((text) => ({ place: "Catatan", text })),
  ];
}

function textsOfSection({ letterhead, blocks }: Section): PlacedText[] {
  const head = letterhead ? [...letterhead.lines, ...letterhead.contact] : [];
  return [...head.map((text) => ({ place: "Kop surat", text })), ...blocks.flatMap(textsOfBlock)];
}

function textsOfBlock(block: Block): PlacedText[] {
  const all = (place: string, texts: readonly Text[]) => texts.map((text) => ({ place, text: plainText(text) }));
  switch (block.type) {
    case "title":
      return all("Judul", block.lines);
    case "heading":
      return all("Subjudul", [block.text]);
    case "paragraph":
      return all("Isi", [block.text]);
    case "list":
      return all("Daftar", block.items);
    case "facts":
      return block.rows.flatMap(({ label, text }) => all(label, [text]));
    case "letterOpening":
      return [
        ...all("Tempat dan tanggal", [block.placeAndDay]),
        ...block.reference.flatMap(({ label, text }) => all(label, [text])),
        ...all("Tujuan", block.addressees),
      ];
    case "table":
      return textsOfTable(block);
    case "signatures":
      return [
        ...all("Tempat dan tanggal", block.placeAndDay ? [block.placeAndDay] : []),
        ...block.parties.flatMap(({ above, name, below }) => all("Penanda tangan", [...above, name, ...below])),
      ];
    case "pictures":
      return block.items.flatMap(({ picture, caption }) => all("Keterangan gambar", [picture.alt, caption]));
    case "drawing":
      return all("Gambar", [block.alt]);
    case "pageBreak":
      return [];
  }
}

function textsOfTable({ caption, columns, rows }: Extract<Block, { type: "table" }>): PlacedText[] {
  return [
    ...columns.map(({ head }) => ({ place: `${caption}, kepala kolom`, text: head })),
    ...rows.flatMap((row, index) =>
      row.map((cell, place) => ({
        place: `${caption}, baris ${index + 1}, ${columns[place]?.head ?? ""}`,
        text: cellText(cell),
      })),
    ),
  ];
}
