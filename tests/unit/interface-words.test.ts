import { expect, test } from "vitest";
import { interfaceWords } from "@/lib/interface-words";
import { ownFiles } from "@/tests/setup/sources";

test("words that were replaced do not come back", () => {
  const found = ["app", "components", "lib"]
    .flatMap((folder) => ownFiles(folder))
    .filter(({ path }) => /\.(tsx?|mjs)$/.test(path) && path !== "lib/interface-words.ts")
    .flatMap(({ path, text }) =>
      text
        .split("\n")
        .flatMap((line) =>
          interfaceWords
            .filter(({ not }) => not.test(line))
            .map(({ word }) => `${path}: ${line.trim()} (say “${word}”)`),
        ),
    );
  expect(found).toEqual([]);
});
