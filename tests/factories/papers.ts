import type { PaperKind, PaperSettings } from "@/lib/papers/definition";
import type { Block, Cell, Paper, Text } from "@/lib/papers/model";

/** An A4 office with the default words and no letterhead. */
export function plainSettings(kind: Pick<PaperKind, "wording">): PaperSettings {
  const wording = Object.fromEntries(Object.entries(kind.wording).map(([part, { text }]) => [part, text]));
  return { size: "A4", letterhead: null, wording };
}

/** Everything a paper says, block by block, a table's cells between bars. */
export function paperText(paper: Paper): string {
  const sections = paper.sections.flatMap(({ blocks }) => blocks.flatMap(linesOf));
  return [...sections, ...paper.notes].join("\n");
}

const plain = (text: Text): string => (typeof text === "string" ? text : text.map((run) => run.text).join(""));
const cellText = (cell: Cell): string => plain(typeof cell === "string" ? cell : cell.text);

function linesOf(block: Block): string[] {
  switch (block.type) {
    case "title":
      return block.lines;
    case "heading":
      return [block.text];
    case "paragraph":
      return [plain(block.text)];
    case "list":
      return block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : "-"} ${plain(item)}`);
    case "facts":
      return block.rows.map(({ label, text }) => `${label}: ${plain(text)}`);
    case "letterOpening":
      return [block.placeAndDay, ...block.reference.map(({ label, text }) => `${label}: ${text}`), ...block.addressees];
    case "table":
      return [
        block.columns.map(({ head }) => head).join(" | "),
        ...block.rows.map((row) => row.map(cellText).join(" | ")),
      ];
    case "signatures":
      return [
        block.placeAndDay ?? "",
        ...block.parties.map(({ above, name, below }) => [...above, name, ...below].join(" / ")),
      ];
    case "pictures":
      return block.items.map(({ picture, caption }) => `${caption} (${picture.alt})`);
    case "drawing":
      return [block.alt, ...[...block.svg.matchAll(/<text\b[^>]*>([^<]*)/g)].map(([, words]) => words ?? "")];
    case "pageBreak":
      return [];
  }
}
