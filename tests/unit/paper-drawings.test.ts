import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { fishboneSvg } from "@/lib/papers/drawings/fishbone";
import { wrapped } from "@/lib/papers/drawings/svg";
import { targetBarsSvg } from "@/lib/papers/drawings/target-bars";

type Drawn = { width: number; height: number; texts: { text: string; x: number; y: number }[] };

function draw(svg: string): Drawn {
  const drawn: Drawn = { width: 0, height: 0, texts: [] };
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    if (name === "svg") [drawn.width, drawn.height] = [Number(attributes.width), Number(attributes.height)];
    if (name === "text") drawn.texts.push({ text: "", x: Number(attributes.x), y: Number(attributes.y) });
  });
  parser.on("text", (text) => {
    const last = drawn.texts.at(-1);
    if (last) last.text += text;
  });
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(svg).close();
  return drawn;
}

const causes = (count: number) => Array.from({ length: count }, (_, at) => `Penyebab ke-${at + 1} yang cukup panjang`);

test("a fishbone holds every cause, however many there are, and nothing of it is markup", () => {
  const names = ["Manusia", "Dana", "Metode", "Sarana", "Lingkungan"];
  const groups = names.map((name, at) => ({
    name,
    causes: [...causes(at === 1 ? 12 : 2), `<b>${name} & "lain"</b>\u0001`],
  }));
  const { width, height, texts } = draw(fishboneSvg("Cakupan IDL rendah di Desa Ba'u <script>", groups));
  const said = texts.map(({ text }) => text.trim()).join(" ");
  for (const name of names) expect(said).toContain(`<b>${name} & "lain"</b>`);
  expect(said).toContain("Penyebab ke-12");
  expect(texts.every(({ x, y }) => x >= 0 && x < width && y > 0 && y < height)).toBe(true);
});

test("bars say their figures, the target its words, and a desa without a figure has no bar", () => {
  const bars = [
    { name: "Baktirasa", words: "77,5 % ↑", value: 77.5 },
    { name: "Kuala Sekampung", words: "belum ada", value: null },
  ];
  const svg = targetBarsSvg(bars, 45, "target s.d. Juni 2026 45 %");
  expect(svg.match(/<rect /g)).toHaveLength(1);
  const { texts, width } = draw(svg);
  expect(texts.map(({ text }) => text)).toEqual(
    expect.arrayContaining(["77,5 % ↑", "belum ada", "target s.d. Juni 2026 45 %"]),
  );
  expect(texts.every(({ x }) => x <= width)).toBe(true);
});

test("lines break at words; a word that is longer is cut, not lost", () => {
  expect(wrapped("satu dua  tiga", 8)).toEqual(["satu dua", "tiga"]);
  expect(wrapped("a".repeat(25), 10).join("")).toBe("a".repeat(25));
  expect(wrapped("", 10)).toEqual([]);
});
