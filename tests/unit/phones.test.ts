import fc from "fast-check";
import { expect, test } from "vitest";
import { formatPhone, isMobile, normalisePhone } from "@/lib/directory/rules";

test.each([
  "0840-0000-0123",
  "084000000123",
  "0840 0000 0123",
  "0840.0000.0123",
  "(0840) 0000 0123",
  "84000000123",
  "6284000000123",
  "+6284000000123",
  "+62 840-0000-0123",
  "+62 (0)840 0000 0123",
  "62084000000123",
])("%s is one and the same number", (spelling) => {
  expect(normalisePhone(spelling)).toBe("6284000000123");
});

test.each([
  ["(0727) 123456", "62727123456"],
  ["0274-123456", "62274123456"],
])("the landline %s is kept, without a WhatsApp button", (spelling, digits) => {
  expect(normalisePhone(spelling)).toBe(digits);
  expect(isMobile(digits)).toBe(false);
});

test.each([
  "",
  "0",
  "112",
  "0840",
  "0800-1-500",
  "+1 202 555 0123",
  "0840 0000 012a",
  "Pak Camat",
  "08400000012345678",
])("%s is no number to write to", (text) => {
  const digits = normalisePhone(text);
  expect(digits === null || !isMobile(digits)).toBe(true);
});

const subscriber = fc
  .integer({ min: 7, max: 10 })
  .chain((length) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`)))
  .map((rest) => `84${rest}`);

test("however a mobile number is spelled, grouped or prefixed, its digits are the same, and are read back", () => {
  const separators = fc.constantFrom("", " ", "-", ".");
  fc.assert(
    fc.property(
      subscriber,
      fc.constantFrom("0", "62", "+62", "+62 ", "620", ""),
      separators,
      (digits, prefix, mark) => {
        const spelling = prefix + digits.replace(/(\d{3,4})(?=\d)/g, `$1${mark}`);
        expect(normalisePhone(spelling)).toBe(`62${digits}`);
        expect(normalisePhone(formatPhone(`62${digits}`))).toBe(`62${digits}`);
      },
    ),
  );
});

test("nothing anybody types makes it fall, and what it returns is digits it knows again", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const digits = normalisePhone(text);
      if (digits !== null) {
        expect(digits).toMatch(/^62\d{7,12}$/);
        expect(normalisePhone(digits)).toBe(digits);
      }
    }),
  );
});
