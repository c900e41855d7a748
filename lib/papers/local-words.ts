import { inLocalWords } from "@/lib/area-words/local";
import type { AreaWords } from "@/lib/area-words/words";
import { sectorNames } from "@/lib/directory/rules";
import type { Block, Column, Paper } from "@/lib/papers/model";

/** The heads, captions and labels of a paper in the words of its office's area; what people wrote stays. */
export function inWordsOf(words: AreaWords, paper: Paper): Paper {
  const say = (text: string) => inLocalWords(words, text);
  const sections = paper.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => worded(block, say)),
  }));
  return { ...paper, sections };
}

function worded(block: Block, say: (text: string) => string): Block {
  if (block.type === "list") return { ...block, items: block.items.map((item) => wordedSector(item, say)) };
  if (block.type === "table")
    return {
      ...block,
      caption: say(block.caption),
      rows: block.rows.map((row) => row.map((cell) => wordedSector(cell, say))),
      columns: block.columns.map((column) => wordedColumn(column, say)),
    };
  if (block.type === "facts")
    return { ...block, rows: block.rows.map(({ label, text }) => ({ label: say(label), text })) };
  return block;
}

function wordedColumn(column: Column, say: (text: string) => string): Column {
  return { ...column, head: say(column.head), ...(column.group && { group: say(column.group) }) };
}

const sector = new RegExp(`^(?:${sectorNames.KECAMATAN}|${sectorNames.DESA})(?=$|: \\d)`);

/** "Kecamatan: 4 orang": the sectors stand in cells and lists, where else is what people wrote. */
function wordedSector<T>(cell: T, say: (text: string) => string): T | string {
  return typeof cell === "string" ? cell.replace(sector, say) : cell;
}
