// What is decided before a paper is drawn: letters its font lacks, words that fit, levels of headings, what is unfilled.
import { describe, expect, test } from "vitest";
import type { Block, Paper } from "@/lib/papers/model";
import { fitted } from "@/lib/papers/render/fitting";
import { paperFont } from "@/lib/papers/render/font";
import { missingGlyphs } from "@/lib/papers/render/glyphs";
import { headingLevels } from "@/lib/papers/render/headings";
import { headRows } from "@/lib/papers/table-head";
import { unfilledIn } from "@/lib/papers/unfilled";
import { hardNames, listPaper } from "@/tests/factories/sample-papers";

const paperOf = (...blocks: Block[]): Paper => ({
  title: "Uji",
  organisation: "Puskesmas",
  size: "A4",
  notes: [],
  sections: [{ orientation: "portrait", letterhead: null, blocks }],
});

const saying = (text: string) => paperOf({ type: "paragraph", text });

describe("the font", () => {
  test("has the letters of Indonesian papers, and says which it lacks and where", () => {
    expect(missingGlyphs(listPaper(hardNames.length))).toEqual([]);
    expect(missingGlyphs(saying("Ba'u é ñ “kutip” – — … ≥ 90 % × ½ °C\u200e\u00ad\nbaris"))).toEqual([]);
    const [emoji, ...others] = missingGlyphs(saying("Hadir semua 😀😀 di Aula"));
    expect(emoji).toContain("“😀” pada Isi");
    expect(others).toEqual([]);
    expect(missingGlyphs(saying("ꦲꦤ 中"))).toHaveLength(3);
  });

  test("knows how wide a text is", () => {
    // Arial Bold: "i" 0.278 em, "M" 0.833 em.
    expect(paperFont().width("i", 1000)).toBeCloseTo(278, -1);
    expect(paperFont().width("M", 1000)).toBeCloseTo(833, -1);
  });
});

describe("words", () => {
  const room = { size: 10, width: 20 };

  test("wider than their room can be broken, others are left alone", () => {
    const long = "DrSitiNurhalizaKusumawardhaniPrawirodirdjo";
    const parts = fitted(`Nama ${long} hadir`, room).split("\u200b");
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.join("")).toBe(`Nama ${long} hadir`);
    expect(fitted("Kepala Desa Kuala Sekampung", room)).toBe("Kepala Desa Kuala Sekampung");
  });

  test("keep their lines, and no control characters", () => {
    expect(fitted("satu\r\ndua\ttiga\u0007", room)).toBe("satu\ndua tiga");
  });

  test("without an end are fitted quickly", () => {
    expect(fitted("x".repeat(20_000), room).replaceAll("\u200b", "")).toHaveLength(20_000);
  });
});

describe("headings", () => {
  const levels = (paper: Paper) => [...headingLevels(paper).values()];
  const heading = (level: 1 | 2 | 3): Block => ({ type: "heading", level, text: "Bagian" });

  test("begin at 1 and leave out no level on the way down", () => {
    expect(levels(paperOf(heading(2), heading(3), heading(1)))).toEqual([1, 2, 1]);
    expect(levels(paperOf({ type: "title", lines: ["JUDUL"] }, heading(3), heading(1), heading(2)))).toEqual([
      1, 2, 2, 3,
    ]);
  });
});

test("columns under one group have a header of two rows", () => {
  const column = (head: string, group?: string) => ({ head, width: 1, ...(group ? { group } : {}) });
  expect(headRows([column("No"), column("Nama")])).toEqual([
    [
      { text: "No", place: 0, columns: 1, rows: 1 },
      { text: "Nama", place: 1, columns: 1, rows: 1 },
    ],
  ]);
  const [first, second] = headRows([column("No"), column("Instansi", "PJ"), column("Nama", "PJ"), column("Ket")]);
  expect(first?.map(({ text, columns, rows }) => [text, columns, rows])).toEqual([
    ["No", 1, 2],
    ["PJ", 2, 1],
    ["Ket", 1, 2],
  ]);
  expect(second?.map(({ text, place }) => [text, place])).toEqual([
    ["Instansi", 1],
    ["Nama", 2],
  ]);
});

describe("what nobody filled in", () => {
  test.each(["Yth. [Nama Perwakilan]", "Tanggal {tanggal}", "Nomor $" + "{nomor_naskah}", "Kepada <<nama>>"])(
    "%s keeps a paper in the office",
    (text) => {
      const [sentence] = unfilledIn(saying(text));
      expect(sentence).toContain("belum diisi");
    },
  );

  test.each(["Lihat [sic] dan [1]", "x < y > z", "dua << tiga", "{}", ...hardNames])("%s does not", (text) => {
    expect(unfilledIn(saying(text))).toEqual([]);
  });

  test("is named with its place, once for each", () => {
    const facts: Block = { type: "facts", rows: [{ label: "Tempat", text: " " }] };
    const list: Block = {
      type: "table",
      caption: "Daftar hadir",
      columns: [{ head: "Nama", width: 1 }],
      rows: [["Sulastri"], ["[Nama Perwakilan]"]],
    };
    expect(unfilledIn(paperOf(facts, list))).toEqual([
      "Tempat masih kosong.",
      "Daftar hadir, baris 2, Nama: “[Nama Perwakilan]” belum diisi.",
    ]);
  });
});
