import type { Paper } from "@/lib/papers/model";
import { type Font, paperFont } from "@/lib/papers/render/font";
import { textsOf } from "@/lib/papers/texts";

const most = 20;

export function missingGlyphs(paper: Paper, font: Font = paperFont()): string[] {
  const found = new Map<string, string>();
  for (const { place, text } of textsOf(paper))
    for (const sign of text) if (!found.has(sign) && !isDrawn(sign, font)) found.set(sign, place);
  return [...found]
    .slice(0, most)
    .map(
      ([sign, place]) =>
        `Huruf “${sign}” pada ${place} tidak ada dalam font surat, jadi tidak dapat dicetak. Ganti huruf itu.`,
    );
}

function isDrawn(sign: string, font: Font): boolean {
  return /[\s\p{Default_Ignorable_Code_Point}\p{Cc}]/u.test(sign) || font.has(sign.codePointAt(0) ?? 0);
}
