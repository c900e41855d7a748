import { expect, test } from "vitest";
import { isCommonPassword } from "@/lib/users/common-passwords";
import { isOwnPassword } from "@/lib/users/own-words";

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

const own = { name: "Melati Anggrek, S.K.M.", email: "admin@sukamaju.example", organisation: "Puskesmas Sukamaju" };

test.each(["admin@sukamaju.example", "Melati Anggrek", "sukamaju sukamaju", "Anggrek2026!!", "puskesmas-sukamaju-1"])(
  "%s is tried first by who knows the user",
  (password) => {
    expect(isOwnPassword(password, own)).toBe(true);
  },
);

test.each(["melati kuning di pagar", "Bx7!kelapa-muda", "sukamaju 83 1027 4659 20"])("%s is not", (password) => {
  expect(isOwnPassword(password, own)).toBe(false);
});
