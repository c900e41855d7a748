import type { Block, Paper } from "@/lib/papers/model";
import { plainText, textsOf } from "@/lib/papers/texts";

// Brackets that no sentence has: [Nama Perwakilan], {tanggal}, ${nomor_naskah}, <<nama>>.
const patterns = [
  /\[(?!sic\])[^[\]\n]{0,60}\p{L}{3}[^[\]\n]{0,60}\]/u,
  /\$?\{[^{}\n]{1,60}\}/u,
  /<<[^<>\n]{1,60}>>/u,
] as const;

const most = 30;

/** What nobody filled in on a paper, each a sentence with its place; a paper with any may not leave the office. */
export function unfilledIn(paper: Paper): string[] {
  const left = textsOf(paper).flatMap(({ place, text }) => {
    const words = patterns.map((pattern) => pattern.exec(text)?.[0]).find((found) => found !== undefined);
    return words ? [`${place}: “${words}” belum diisi.`] : [];
  });
  const empty = paper.sections.flatMap(({ blocks }) => blocks.flatMap(emptyLabels));
  return [...new Set([...empty, ...left])].slice(0, most);
}

function emptyLabels(block: Block): string[] {
  const rows = block.type === "facts" ? block.rows : block.type === "letterOpening" ? block.reference : [];
  return rows.filter(({ text }) => plainText(text).trim() === "").map(({ label }) => `${label} masih kosong.`);
}
