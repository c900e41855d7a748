import { causeGroups } from "@/lib/problems/schema";
import type { CauseGroup } from "@/prisma/generated/enums";
import type { Cause } from "./cause-list";

type Point = { x: number; y: number };
export type Line = Point & { words: string };
export type Twig = { lines: Line[]; from: Point; to: Point };
export type Bone = { group: CauseGroup; root: Point; tip: Point; twigs: Twig[] };
export type Fishbone = {
  width: number;
  height: number;
  spine: { y: number; from: number; to: number };
  head: { x: number; y: number; width: number; height: number; lines: Line[] };
  bones: Bone[];
  /** Whether words were left out that the list beside it tells. */
  isCut: boolean;
};

const width = 860;
const column = 195;
const twigWidth = 165;
const firstRoot = column + 20;
/** The first bone's twigs begin inside the picture even at its tip. */
const lean = firstRoot - twigWidth;
const lineHeight = 17;
const twigGap = 9;
const head = { x: 640, width: 215, lineHeight: 21, letters: 17, lines: 12 };
const most = { letters: 19, lines: 4, causes: 6 };

/** Above the spine from left to right, and below it. */
const sides: { groups: CauseGroup[]; roots: number[]; isBelow: boolean }[] = [
  { groups: causeGroups.slice(0, 3), roots: [firstRoot, firstRoot + column, firstRoot + 2 * column], isBelow: false },
  { groups: causeGroups.slice(3), roots: [column + 80, 2 * column + 80], isBelow: true },
];

/** Where everything of a fishbone is, in units of its own picture. Long words are cut and say so. */
export function layFishbone(statement: string, causes: readonly Cause[]): Fishbone {
  let isCut = false;
  const wrapped = (text: string, letters: number, lines: number) => {
    const all = wrapWords(text, letters);
    if (all.length <= lines) return all;
    isCut = true;
    const kept = all.slice(0, lines);
    return [...kept.slice(0, -1), `${(kept.at(-1) ?? "").slice(0, letters - 1)}…`];
  };
  const textsOf = (group: CauseGroup) => {
    const all = causes.filter((cause) => cause.group === group).map((cause) => cause.text);
    const shown = all.slice(0, most.causes).map((text) => wrapped(text, most.letters, most.lines));
    if (all.length <= most.causes) return shown;
    isCut = true;
    return [...shown, [`dan ${all.length - most.causes} penyebab lain`]];
  };
  const planned = sides.map((side) => {
    const texts = side.groups.map(textsOf);
    const length = Math.max(90, ...texts.map((lines) => 34 + heightOf(lines)));
    return { ...side, texts, length };
  });
  const headLines = wrapped(statement, head.letters, head.lines);
  const headHeight = headLines.length * head.lineHeight + 34;
  const above = Math.max((planned[0]?.length ?? 0) + 28, headHeight / 2 + 4);
  const below = Math.max((planned[1]?.length ?? 0) + 28, headHeight / 2 + 4);
  const bones = planned.flatMap(({ groups, roots, isBelow, texts, length }) =>
    groups.map((group, index) => {
      const root = { x: roots[index] ?? 0, y: above };
      const tip = { x: root.x - lean, y: isBelow ? above + length : above - length };
      return { group, root, tip, twigs: layTwigs(root, tip, texts[index] ?? []) };
    }),
  );
  return {
    width,
    height: above + below,
    spine: { y: above, from: 20, to: head.x },
    head: {
      x: head.x,
      y: above - headHeight / 2,
      width: head.width,
      height: headHeight,
      lines: headLines.map((words, index) => ({
        words,
        x: head.x + 14,
        y: above - headHeight / 2 + 34 + index * head.lineHeight,
      })),
    },
    bones,
    isCut,
  };
}

const heightOf = (texts: readonly string[][]) =>
  texts.reduce((sum, lines) => sum + lines.length * lineHeight + twigGap, 0);

/** Causes one under the other, each on a line that ends at the bone. */
function layTwigs(root: Point, tip: Point, texts: readonly string[][]): Twig[] {
  const top = Math.min(root.y, tip.y);
  const start = tip.y < root.y ? top + 14 : top + 12;
  const twigs: Twig[] = [];
  let y = start;
  for (const lines of texts) {
    const under = y + lines.length * lineHeight + 2;
    const boneAt = (height: number) => root.x + ((height - root.y) / (tip.y - root.y)) * (tip.x - root.x);
    const end = boneAt(under);
    // The bone leans over the first line of a cause above the spine: the words end before it there as well.
    const begin = Math.min(end, boneAt(y)) - twigWidth;
    twigs.push({
      lines: lines.map((words, index) => ({ words, x: begin + 2, y: y + lineHeight - 4 + index * lineHeight })),
      from: { x: begin, y: under },
      to: { x: end, y: under },
    });
    y = under + twigGap - 2;
  }
  return twigs;
}

/** Capitals take more room than small letters. */
function breadthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter !== letter.toLowerCase() || letter === "…" ? 1.3 : 1), 0);
}

/** Words in lines as broad as so many small letters; a longer word is broken. */
export function wrapWords(text: string, letters: number): string[] {
  const lines: string[] = [];
  let line = "";
  const pieces = text
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((word) => (breadthOf(word) <= letters ? [word] : broken(word, Math.floor(letters / 1.3))));
  for (const piece of pieces) {
    if (line === "") line = piece;
    else if (breadthOf(line) + 1 + breadthOf(piece) <= letters) line += ` ${piece}`;
    else {
      lines.push(line);
      line = piece;
    }
  }
  return line ? [...lines, line] : lines;
}

const broken = (word: string, letters: number) => word.match(new RegExp(`.{1,${letters}}`, "gu")) ?? [];
