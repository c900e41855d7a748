import { describe, expect, test } from "vitest";
import { readBlock } from "@/lib/figures/paste";
import { findHeadings } from "@/lib/figures/pasted-headings";

const rows = [
  { key: "18.01.15.2001", label: "Kuala Sekampung" },
  { key: "18.01.15.2002", label: "Baktirasa" },
  { key: "18.01.15.2003", label: "Mandala Sari" },
];
const columns = ["Jan", "Feb", "Mar", "Apr"].map((label, index) => ({ key: String(index + 1), label }));
const find = (text: string) => findHeadings(readBlock(text), rows, columns);

describe("a pasted block", () => {
  test.each(["1\t2\n3\t4", "12", "-\t\n\t5", "#N/A\t3\n4\t5", "77,5%\t1.234\n1 234\tn/a"])(
    "%j has no headings",
    (text) => {
      expect(find(text)).toEqual({ kind: "none" });
    },
  );

  test("with names of desa and months goes where they say", () => {
    expect(find("Desa\tPebruari\tMaret 2025\nMandala  Sari\t3\t4\nDESA BAKTIRASA\t1\t2\n")).toEqual({
      kind: "found",
      values: [
        ["3", "4"],
        ["1", "2"],
      ],
      rows: [2, 1],
      columns: [1, 2],
    });
  });

  test("with number, code and name, and two rows of headings", () => {
    expect(
      find(
        "No\tKode\tDesa\tBulan\t\n\t\t\tJan\tFeb\n1\t1801152002\tBaktirasa\t5\t6\n2\t18.01.15.2001\tKuala Sekampung\t7\t8",
      ),
    ).toEqual({
      kind: "found",
      values: [
        ["5", "6"],
        ["7", "8"],
      ],
      rows: [1, 0],
      columns: [0, 1],
    });
  });

  test("sums beside the values are left out", () => {
    expect(find("\tJan\tJumlah\nBaktirasa\t5\t5\nTotal\t5\t5")).toMatchObject({ rows: [1, null], columns: [0, null] });
  });

  test.each([
    ["Desa\tJan\nMargasari\t3", "Margasari"],
    ["Desa\tJan\tPebuary\nBaktirasa\t3\t4", "Pebuary"],
    ["Margasari\t3\nWay Sidomukti\t4", "Margasari"],
    ["Balita\tBumil\n3\t4", "Balita"],
  ])("%j names something else: nothing is put anywhere", (text, heading) => {
    expect(find(text)).toEqual({ kind: "unknown", heading });
  });
});
