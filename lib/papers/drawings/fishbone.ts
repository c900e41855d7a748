import { svgImage, svgLine, wrapped } from "@/lib/papers/drawings/svg";

export type CauseColumn = { name: string; causes: readonly string[] };

const column = 190;
const headWidth = 170;
const lineHeight = 15;
const size = 11;

/**
 * The causes of a problem (Ishikawa) as SVG, 740 units wide: three groups above the line, the others below, the problem
 * at its end. The height follows the longest group.
 */
export function fishboneSvg(statement: string, groups: readonly CauseColumn[]): string {
  const columns = groups.map(({ name, causes }) => ({
    name,
    lines: causes.flatMap((cause) =>
      wrapped(cause, 30).map((line, at) => (at === 0 ? `• ${line}` : `\u00a0\u00a0${line}`)),
    ),
  }));
  const above = columns.slice(0, 3);
  const below = columns.slice(3);
  const head = wrapped(statement, 24);
  const roomAbove = Math.max(heightOf(above), (head.length * lineHeight) / 2 + 20);
  const spine = roomAbove + 10;
  const height = spine + Math.max(heightOf(below), (head.length * lineHeight) / 2 + 20) + 10;
  const end = column * 3;
  const headTop = spine - (head.length * lineHeight) / 2 - 8;
  return svgImage(end + headWidth, Math.ceil(height), [
    `<path d="M0 ${spine}H${end}" stroke="#000" stroke-width="2.5"/>`,
    `<path d="M${end} ${spine}l-9 -5v10z"/>`,
    `<rect x="${end}" y="${headTop}" width="${headWidth - 2}" height="${head.length * lineHeight + 16}" fill="none" stroke="#000" stroke-width="1.5"/>`,
    ...head.map((line, at) =>
      svgLine(line, { x: end + 8, y: headTop + 19 + at * lineHeight, size: size + 1, bold: true }),
    ),
    ...above.flatMap((group, at) => bone(group, at * column, { from: 4, to: spine, textFrom: 16 })),
    ...below.flatMap((group, at) => bone(group, at * column, { from: height - 4, to: spine, textFrom: spine + 24 })),
  ]);
}

type Group = { name: string; lines: readonly string[] };

function heightOf(groups: readonly Group[]): number {
  return Math.max(...groups.map(({ lines }) => (Math.max(lines.length, 1) + 2) * lineHeight), lineHeight * 3);
}

function bone(
  { name, lines }: Group,
  left: number,
  { from, to, textFrom }: { from: number; to: number; textFrom: number },
) {
  const x = left + column - 18;
  return [
    `<path d="M${x - 12} ${from}L${x + 12} ${to}" stroke="#000" stroke-width="1.5"/>`,
    svgLine(name, { x: left + 4, y: textFrom, size: size + 1, bold: true }),
    ...(lines.length > 0 ? lines : ["–"]).map((line, at) =>
      svgLine(line, { x: left + 4, y: textFrom + (at + 1) * lineHeight, size }),
    ),
  ];
}
