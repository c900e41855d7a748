import { svgImage, svgLine, wrapped } from "@/lib/papers/drawings/svg";

export type DrawnBar = { name: string; words: string; value: number | null };

const nameWidth = 170;
const barsWidth = 440;
const rowHeight = 20;
const head = 26;

/** Bars in the order given with one line for the target, as SVG of 740 units; readable in grey. */
export function targetBarsSvg(bars: readonly DrawnBar[], target: number | null, targetWords: string): string {
  const longest = Math.max(target ?? 0, ...bars.map(({ value }) => value ?? 0)) * 1.02 || 1;
  const at = (value: number) => nameWidth + Math.round((value / longest) * barsWidth * 10) / 10;
  const bottom = head + bars.length * rowHeight;
  return svgImage(nameWidth + barsWidth + 130, bottom + 8, [
    ...bars.flatMap(({ name, value }, row) => {
      const top = head + row * rowHeight;
      const [first = "", ...rest] = wrapped(name, 26);
      return [
        svgLine(rest.length > 0 ? `${first}…` : first, { x: nameWidth - 6, y: top + 14, size: 11, anchor: "end" }),
        ...(value === null
          ? []
          : [
              `<rect x="${nameWidth}" y="${top + 3}" width="${Math.max(1, at(value) - nameWidth)}" height="14" fill="#767676"/>`,
            ]),
      ];
    }),
    `<path d="M${nameWidth} ${head}V${bottom}" stroke="#000" stroke-width="1"/>`,
    ...(target === null
      ? []
      : [
          `<path d="M${at(target)} ${head - 4}V${bottom}" stroke="#000" stroke-width="1.5" stroke-dasharray="5 3"/>`,
          svgLine(targetWords, { x: at(target), y: head - 9, size: 11, anchor: at(target) > 500 ? "end" : "middle" }),
        ]),
    ...bars.map(({ words, value }, row) => {
      const x = (value === null ? nameWidth : at(value)) + 5;
      // White behind the words, where the target's line would run through them.
      return `<g paint-order="stroke" stroke="#fff" stroke-width="3">${svgLine(words, { x, y: head + row * rowHeight + 14, size: 11 })}</g>`;
    }),
  ]);
}
