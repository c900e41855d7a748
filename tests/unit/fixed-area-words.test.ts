import { expect, test } from "vitest";
import { ownFiles } from "@/tests/setup/sources";

// Pages that speak of no office's own area, or before anybody signed in; and keys that are no words on a page.
const general = [/^app\/pasang\//, /^app\/periksa\//];
const word = /\b(?:desa|kecamatan|camat)\b/i;

/** What is said in the words of the area, and what is no text at all: imports, addresses, names of fields, comments. */
function withoutSaid(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/^\s*\/\/.*$/gm, "")
    .replace(/^import [\s\S]*?;$/gm, "")
    .replace(/\bsay(?:\(|In\()[\s\S]*?\)/g, "")
    .replace(/<Local>[\s\S]*?<\/Local>/g, "")
    .replace(/(["'`])[^"'`\n]*\/[^"'`\n]*\1/g, "")
    .replace(/\b(?:name|value|key|from|id)=\{?["'][^"']*["']/g, "")
    .replace(/\.desa\b|\bdesa:|"jumlah desa"|from: "desa"/g, "")
    .replace(/\b(?:dana|bidan) desa\b/gi, "");
}

/** A fixed word on a page is wrong in Papua and Aceh: say("Desa"), <Local>Desa</Local> or useLocalWords. */
test("pages say kecamatan and desa in the words of the area", () => {
  const found = ["app", "components"]
    .flatMap((folder) => ownFiles(folder))
    .filter(({ path }) => path.endsWith(".tsx") && !general.some((pattern) => pattern.test(path)))
    .flatMap(({ path, text }) =>
      withoutSaid(text)
        .split("\n")
        .filter((line) => word.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );
  expect(found).toEqual([]);
});
