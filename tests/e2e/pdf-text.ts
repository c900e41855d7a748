// The words on each page of a PDF that Chromium printed: enough to tell what is on which sheet.
import { inflateSync } from "node:zlib";

type Objects = Map<string, { head: string; stream: string }>;

/** @returns the text of each page, without its spaces: some are only distances */
export function pagesOf(pdf: Buffer): string[] {
  const objects = readObjects(pdf.toString("latin1"));
  return [...objects.values()]
    .filter(({ head }) => /\/Type\s*\/Page\b/.test(head))
    .map(({ head }) => textOf(objects, head).replaceAll(/\s/g, ""));
}

function readObjects(text: string): Objects {
  const objects: Objects = new Map();
  for (const [, id = "", body = ""] of text.matchAll(/(\d+) 0 obj\b([\s\S]*?)\bendobj/g)) {
    const [head = "", ...rest] = body.split(/\bstream\r?\n/);
    // Its last byte may be one that a line ends with.
    const length = /\/Length\s+(\d+)/.exec(head)?.[1];
    const raw = rest.join("stream\n").slice(0, length === undefined ? 0 : Number(length));
    const bytes = Buffer.from(raw, "latin1");
    objects.set(id, { head, stream: /FlateDecode/.test(head) && raw ? inflateSync(bytes).toString("latin1") : raw });
  }
  return objects;
}

function textOf(objects: Objects, page: string): string {
  const font = new Map(
    [...page.matchAll(/\/(F\d+)\s+(\d+) 0 R/g)].map(([, name = "", id = ""]) => [name, lettersOf(objects, id)]),
  );
  const contents = objects.get(/\/Contents\s+(\d+) 0 R/.exec(page)?.[1] ?? "")?.stream ?? "";
  let letters = new Map<string, string>();
  let text = "";
  for (const [, name, shown] of contents.matchAll(/\/(F\d+) [\d.]+ Tf|((?:<[0-9A-F]+>|\[[^\]]*\])\s*T[jJ])/g)) {
    if (name) letters = font.get(name) ?? new Map();
    for (const [, glyphs = ""] of (shown ?? "").matchAll(/<([0-9A-F]+)>/g))
      text += (glyphs.match(/.{4}/g) ?? []).map((glyph) => letters.get(glyph) ?? "").join("");
  }
  return text;
}

/** Glyph to letter, as the font's ToUnicode map tells. */
function lettersOf(objects: Objects, fontId: string): Map<string, string> {
  const map = objects.get(/\/ToUnicode\s+(\d+) 0 R/.exec(objects.get(fontId)?.head ?? "")?.[1] ?? "")?.stream ?? "";
  const letters = new Map<string, string>();
  const letter = (code: number) => String.fromCodePoint(code);
  for (const [, from = "", to = "", first = ""] of map.matchAll(/<(\w{4})> <(\w{4})> <(\w{4})>/g))
    for (let glyph = Number.parseInt(from, 16); glyph <= Number.parseInt(to, 16); glyph += 1)
      letters.set(
        glyph.toString(16).toUpperCase().padStart(4, "0"),
        letter(Number.parseInt(first, 16) + glyph - Number.parseInt(from, 16)),
      );
  for (const [, glyph = "", code = ""] of map.matchAll(/^<(\w{4})> <(\w{4})>$/gm))
    letters.set(glyph.toUpperCase(), letter(Number.parseInt(code, 16)));
  return letters;
}
