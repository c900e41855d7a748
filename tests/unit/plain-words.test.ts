import { expect, test } from "vitest";
import { isReadSame, isSameWords, likeWords, plainWords } from "@/lib/plain-words";

test.each([
  ["a non-breaking space", "Budi\u00a0Uji"],
  ["two blanks", "Budi  Uji "],
  ["a space of no width", "Bu\u200bdi\u2060 Uji\ufeff"],
  ["a soft hyphen", "Bu\u00addi Uji"],
  ["other capitals", "BUDI uji"],
  ["a decomposed sign", "Budi Uji".normalize("NFD")],
])("%s does not make another name", (_, written) => {
  expect(isSameWords("Budi Uji", written)).toBe(true);
  expect(plainWords(written)).toBe("budi uji");
});

test.each(["Ma'ruf", "Ma’ruf", "Ma‘ruf", "Ma`ruf", "Maʼruf"])(
  "%s is one name whatever sign its apostrophe is",
  (name) => {
    expect(isSameWords("Ma'ruf", name)).toBe(true);
    expect(isReadSame("Ma'ruf", name)).toBe(true);
    expect(likeWords(name)).toBe("Ma_ruf");
  },
);

test("what reads otherwise is another", () => {
  expect(isSameWords("Budi Uji", "Budi Ujian")).toBe(false);
  expect(isReadSame("Budi Uji", "budi uji")).toBe(false);
});
