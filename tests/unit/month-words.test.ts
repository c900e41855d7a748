import { expect, test } from "vitest";
import { isAlmostMonth, readMonth } from "@/lib/figures/month-words";

test.each([
  ["Pebruari", 2],
  ["Nopember", 11],
  ["Peb", 2],
  ["Mrt", 3],
  ["Agt.", 8],
  ["Sept", 9],
  ["Nop '25", 11],
  ["bulan Mei", 5],
])("%s is month %i", (written, month) => {
  expect(readMonth(written)?.month).toBe(month);
  expect(isAlmostMonth(written)).toBe(false);
});

test.each(["Agustuss", "Septembr", "Oktobber 2025"])(
  "%s is no month, but meant as one: its column is refused",
  (word) => {
    expect(readMonth(word)).toBeNull();
    expect(isAlmostMonth(word)).toBe(true);
  },
);

test.each(["Sasaran", "Jumlah", "Desa", "Target", "12"])("%s is another column", (word) => {
  expect(isAlmostMonth(word)).toBe(false);
});
