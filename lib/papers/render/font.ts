import { readFileSync } from "node:fs";
import { join } from "node:path";

export type Font = {
  has: (codePoint: number) => boolean;
  /** Width of a text in points at a size in points, kerning aside. */
  width: (text: string, size: number) => number;
};

/** The folder Lokmin runs from: prisma/run/prepare.mjs says it. */
export const projectFolder = process.env.LOKMIN_ROOT ?? process.cwd();

let kept: Font | undefined;

/** Arimo, in which papers are set: as wide as Arial, and free to embed. */
export function paperFont(): Font {
  const path = "node_modules/@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf";
  kept ??= readFont(readFileSync(join(/* turbopackIgnore: true */ projectFolder, path)));
  return kept;
}

/** Reads the tables cmap, head, hhea and hmtx: https://learn.microsoft.com/typography/opentype/spec/ */
export function readFont(bytes: Buffer): Font {
  const tables = new Map<string, number>();
  for (let index = 0; index < bytes.readUInt16BE(4); index += 1) {
    const at = 12 + index * 16;
    tables.set(bytes.toString("latin1", at, at + 4), bytes.readUInt32BE(at + 8));
  }
  const table = (name: string) => {
    const at = tables.get(name);
    if (at === undefined) throw new Error(`The font has no table ${name}`);
    return at;
  };
  const glyphOf = readGlyphs(bytes, table("cmap"));
  const unitsPerEm = bytes.readUInt16BE(table("head") + 18);
  const metrics = bytes.readUInt16BE(table("hhea") + 34);
  const advances = table("hmtx");
  const advance = (glyph: number) => bytes.readUInt16BE(advances + Math.min(glyph, metrics - 1) * 4);
  return {
    has: (codePoint) => glyphOf.has(codePoint),
    width: (text, size) => {
      let units = 0;
      for (const sign of text) units += advance(glyphOf.get(sign.codePointAt(0) ?? 0) ?? 0);
      return (units / unitsPerEm) * size;
    },
  };
}

/** Glyph by code point, from the subtable of format 4 or 12 that knows most. */
function readGlyphs(bytes: Buffer, cmap: number): Map<number, number> {
  let most = new Map<number, number>();
  for (let index = 0; index < bytes.readUInt16BE(cmap + 2); index += 1) {
    const at = cmap + bytes.readUInt32BE(cmap + 4 + index * 8 + 4);
    const format = bytes.readUInt16BE(at);
    const glyphs = format === 4 ? readSegments(bytes, at) : format === 12 ? readGroups(bytes, at) : most;
    if (glyphs.size > most.size) most = glyphs;
  }
  return most;
}

function readSegments(bytes: Buffer, at: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  const double = bytes.readUInt16BE(at + 6);
  for (let offset = 0; offset < double; offset += 2) {
    const end = bytes.readUInt16BE(at + 14 + offset);
    const start = bytes.readUInt16BE(at + 16 + double + offset);
    const delta = bytes.readUInt16BE(at + 16 + double * 2 + offset);
    const rangeAt = at + 16 + double * 3 + offset;
    const range = bytes.readUInt16BE(rangeAt);
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const read = range === 0 ? code : bytes.readUInt16BE(rangeAt + range + (code - start) * 2);
      const glyph = read === 0 ? 0 : (read + delta) & 0xffff;
      if (glyph > 0) glyphs.set(code, glyph);
    }
  }
  return glyphs;
}

function readGroups(bytes: Buffer, at: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  for (let index = 0; index < bytes.readUInt32BE(at + 12); index += 1) {
    const group = at + 16 + index * 12;
    const start = bytes.readUInt32BE(group);
    for (let code = start; code <= bytes.readUInt32BE(group + 4); code += 1)
      glyphs.set(code, bytes.readUInt32BE(group + 8) + code - start);
  }
  return glyphs;
}
