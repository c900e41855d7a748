import { expect, test } from "vitest";
import { isCommonPassword } from "@/lib/users/common-passwords";

test.each([
  "puskesmas2026",
  "Puskesmas 2026",
  "1234567890",
  "qwertyuiop",
  "poiuytrewq",
  "aaaaaaaaaaaa",
  "lokmin12345!",
  "P@ssw0rd123",
  "sayangku123",
  "!Bismillah99",
  "sayangsayang",
  "manchester",
  "basketball7",
  "dragonball.2026",
])("%s is guessed at once", (password) => {
  expect(isCommonPassword(password)).toBe(true);
});

test.each(["kursi hijau tujuh pagi", "Bx7!kelapa-muda", "pagi lebih tenang", "teh manis 1945 kopi"])(
  "%s is taken",
  (password) => {
    expect(isCommonPassword(password)).toBe(false);
  },
);
