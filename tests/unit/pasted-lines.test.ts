import { expect, test } from "vitest";
import { text } from "@/lib/fields";
import { pastedLines } from "@/lib/minutes/pasted-lines";

test.each([
  ["Word, numbered", "1.\tDesa menyiapkan tempat\r\n2.\tBidan mencatat\r\n3.\t1.234 balita ditimbang\r\n"],
  ["Word, letters", "a)\tDesa menyiapkan tempat\r\nb)\tBidan mencatat\r\nc)\t1.234 balita ditimbang"],
  [
    "Word, bullets of its own font",
    "\uf0b7\tDesa menyiapkan tempat\r\uf0b7\tBidan mencatat\ro\t1.234 balita ditimbang",
  ],
  [
    "PowerPoint, with a line break within an item",
    "Desa menyiapkan\vtempat\rBidan\vmencatat\r\r1.234 balita ditimbang",
  ],
  ["WhatsApp", "- Desa menyiapkan tempat\n• Bidan mencatat\n\n* 1.234 balita ditimbang"],
  [
    "headings within headings",
    "1.1 Desa menyiapkan tempat\n1.2. Bidan mencatat\n(3) 1.234 balita ditimbang".replace("1.1 ", "1.1. "),
  ],
  ["Roman", "I. Desa menyiapkan tempat\nII. Bidan mencatat\nIII. 1.234 balita ditimbang"],
])("%s: an item a line", (_, pasted) => {
  expect(pastedLines(pasted)).toEqual(["Desa menyiapkan tempat", "Bidan mencatat", "1.234 balita ditimbang"]);
});

test.each(["1.234 balita", "2025 sasaran naik", "a.n. Camat", "-5 derajat", "IDL turun", "Ibu hamil", "*tebal*"])(
  "%s is no marked item",
  (line) => {
    expect(pastedLines(line)).toEqual([line]);
  },
);

test("one line is one line, and a document is cut", () => {
  expect(pastedLines("  Satu saja  ")).toEqual(["Satu saja"]);
  expect(pastedLines("x\n".repeat(10_000))).toHaveLength(200);
});

test("a vertical tab in any field is a blank, not nothing", () => {
  expect(text("nama").parse("rusak\vkader\fposyandu")).toBe("rusak kader posyandu");
});
