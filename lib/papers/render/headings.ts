import type { Block, Paper } from "@/lib/papers/model";

/**
 * Levels of the titles and headings of a paper in order, as a screen reader needs them: the first is 1, and none is
 * left out on the way down.
 */
export function headingLevels(paper: Paper): Map<Block, number> {
  const levels = new Map<Block, number>();
  let last = 0;
  for (const { blocks } of paper.sections) {
    const isTitled = blocks.some(({ type }) => type === "title");
    for (const block of blocks) {
      if (block.type !== "title" && block.type !== "heading") continue;
      const wanted = block.type === "title" ? 1 : block.level + (isTitled ? 1 : 0);
      last = Math.min(wanted, last + 1);
      levels.set(block, last);
    }
  }
  return levels;
}
