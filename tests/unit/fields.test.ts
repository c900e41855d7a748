import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import * as fields from "@/lib/fields";

/** The value, or the sentences. */
function read(schema: z.ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : parsed.error.issues.map(({ message }) => message);
}

describe("a number as it is written in Indonesian", () => {
  test.each([
    ["77,5", 77.5],
    ["77.5", 77.5],
    ["1.250", 1250],
    ["1.250,5", 1250.5],
    ["12.345.678", 12_345_678],
    ["1 250", 1250],
    ["0,75", 0.75],
    ["0", 0],
    ["-3,5", -3.5],
    ["12,345", null],
    ["1,250.5", null],
    ["1.25.0", null],
    ["1e3", null],
    ["0x10", null],
    ["NaN", null],
    ["sepuluh", null],
    ["--1", null],
    [",5", null],
  ])("%s is %s", (text, value) => {
    expect(fields.parseDecimal(text)).toBe(value);
  });

  test("is read as it was shown", () => {
    const shown = new Intl.NumberFormat("id-ID", { maximumFractionDigits: 2 });
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), (hundredths) => {
        expect(fields.parseDecimal(shown.format(hundredths / 100))).toBeCloseTo(hundredths / 100, 2);
      }),
    );
  });

  test("left empty is not given, and nonsense is told how to be written", () => {
    expect(read(fields.optionalDecimal("target"), " ")).toBe(null);
    expect(read(fields.optionalDecimal("target"), "banyak")).toEqual(["Tulis target sebagai angka, misalnya 77,5"]);
  });
});

describe("a text", () => {
  test("is trimmed, normalised and freed of what no keyboard writes", () => {
    expect(read(fields.text("tempat"), "  Aula\u0000 Kecamatan \u0007 ")).toBe("Aula Kecamatan");
    expect(read(fields.text("catatan"), "satu\r\ndua\rtiga")).toBe("satu\ndua\ntiga");
    expect(read(fields.text("nama"), "Re\u0301ne")).toBe("Réne");
  });

  test("asks to be filled in, and says how long it may be", () => {
    expect(read(fields.text("tempat"), "   ")).toEqual(["Isi tempat"]);
    expect(read(fields.text("tempat"), undefined)).toEqual(["Isi tempat"]);
    expect(read(fields.text("tempat", 5), "enam huruf")).toEqual(["Tempat paling banyak 5 huruf"]);
    expect(read(fields.optionalText("alasan"), " ")).toBe(null);
  });
});

describe("a clock", () => {
  test.each([
    ["09.00", "09:00"],
    ["09:00", "09:00"],
    ["23.59", "23:59"],
    ["24.00", ["Tulis jam mulai seperti 09.00"]],
    ["9", ["Tulis jam mulai seperti 09.00"]],
    ["09.60", ["Tulis jam mulai seperti 09.00"]],
    ["", ["Isi jam mulai"]],
  ])("%s", (typed, value) => {
    expect(read(fields.clock("jam mulai"), typed)).toEqual(value);
  });

  test("without an end is allowed", () => {
    expect(read(fields.optionalClock("jam selesai"), "")).toBe(null);
  });
});

describe("a day", () => {
  test.each([
    ["2026-06-24", "2026-06-24"],
    ["", ["Isi tanggal kegiatan"]],
    ["2026-02-30", ["Tanggal kegiatan tidak ada di kalender"]],
    ["0026-06-24", ["Tahun pada tanggal kegiatan harus antara 1990 dan 2100"]],
  ])("%s", (typed, value) => {
    expect(read(fields.day("tanggal kegiatan"), typed)).toEqual(value);
  });
});

describe("a choice", () => {
  test("that is none of the list is asked for again", () => {
    expect(read(fields.choice("sektor", ["DESA", "LOCAL_AGENCY"]), "DESA")).toBe("DESA");
    expect(read(fields.choice("sektor", ["DESA", "LOCAL_AGENCY"]), "lain")).toEqual(["Pilih sektor"]);
    expect(read(fields.optionalChoice("sektor", ["DESA"]), "")).toBe(null);
  });
});

test("an id is that of a form, nothing else", () => {
  expect(read(fields.formId, "0199a1b2-0000-7000-8000-000000000001")).toBe("0199a1b2-0000-7000-8000-000000000001");
  expect(read(fields.formId, "1 OR 1=1")).toEqual(["Muat ulang halaman ini, lalu coba lagi"]);
});
