// What a PDF says to the programs that others will open it with.
import { expect } from "vitest";
import { onFile, runProgram } from "@/tests/setup/programs";

/** Without blanks, line ends and what lets a long word be broken. */
export const solid = (text: string): string => text.replace(/[\s\u200b]/g, "");

export async function pagesOf(pdf: Buffer): Promise<string[]> {
  const text = (await runProgram("pdftotext", ["-raw", "-", "-"], pdf)).toString();
  return text.split("\f").slice(0, -1);
}

export async function factsOf(pdf: Buffer): Promise<Record<string, string>> {
  const lines = (await runProgram("pdfinfo", ["-"], pdf)).toString().split("\n");
  return Object.fromEntries(lines.map((line) => line.split(/:\s+(.*)/, 2)));
}

/** The words that are not inside the margins of their page. */
export async function wordsOutside(pdf: Buffer): Promise<string[]> {
  const html = (await runProgram("pdftotext", ["-bbox", "-", "-"], pdf)).toString();
  // The box of a word is a little taller than its letters.
  const [left, right, top] = [85, 57, 53];
  return [...html.matchAll(/<page width="([\d.]+)" height="([\d.]+)">([\s\S]*?)<\/page>/g)].flatMap(
    ([, width, height, words = ""]) =>
      [...words.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</g)]
        .filter(
          ([, xMin, yMin, xMax, yMax]) =>
            Number(xMin) < left - 1 ||
            Number(xMax) > Number(width) - right + 1 ||
            Number(yMin) < top ||
            Number(yMax) > Number(height) - 10,
        )
        .map(([found]) => found),
  );
}

/** A file of ours: whole, tagged, with its own fonts, without scripts, and nothing runs off a page. */
export async function expectSoundPdf(pdf: Buffer): Promise<void> {
  const checked = await onFile("surat.pdf", pdf, (file) => runProgram("qpdf", ["--check", file]));
  expect(checked.toString()).toContain("No syntax or stream encoding errors");
  const [, , ...fonts] = (await runProgram("pdffonts", ["-"], pdf)).toString().trim().split("\n");
  expect(fonts.length).toBeGreaterThan(0);
  for (const font of fonts) expect(font).toMatch(/\+Arimo-\w+ .* yes yes yes /);
  expect(await factsOf(pdf)).toMatchObject({ Tagged: "yes", Encrypted: "no", JavaScript: "no", Form: "none" });
  expect(await wordsOutside(pdf)).toEqual([]);
}
