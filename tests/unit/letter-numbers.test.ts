// The pattern of a letter's number, and what is said of placeholders that nobody knows.
import { describe, expect, test } from "vitest";
import { formatNumber, numberKey, patternFault } from "@/lib/letters/pattern";
import { faultWords, fillWording, nearestName, placeholderFaults } from "@/lib/papers/wording";

describe("a number made of its pattern", () => {
  test.each([
    ["445.4/{nomor:2}/Admen/{tahun}", 6, "445.4/06/Admen/2026"],
    ["440/SK/{nomor}/PKM.MGJ/{bulan}/{tahun}", 234, "440/SK/234/PKM.MGJ/6/2026"],
    ["{nomor:3}/{bulan-romawi}/{tahun:2}", 7, "007/VI/26"],
    ["{nomor:2}/{bulan:2}", 120, "120/06"],
  ])("%s", (pattern, sequence, number) => {
    expect(patternFault(pattern)).toBeNull();
    expect(formatNumber(pattern, sequence, "2026-06-24")).toBe(number);
  });

  test.each([
    ["445.4/{tahun}", "Tulis {nomor} di tempat nomor urutnya, misalnya 445.4/{nomor:2}/Admen/{tahun}"],
    ["{nomor}/{nomor:2}", "Tulis {nomor} satu kali saja"],
    ["{nomer}/{tahun}", "{nomer} tidak dikenal, pada “{nomer}/{tahun}”. Maksud Anda {nomor}?"],
    ["{nomor:9}/{tahun}", "{nomor:9} tidak dikenal, pada “{nomor:9}/{tahun}”. Maksud Anda {nomor}?"],
    ["{nomor}/{tahun", "Isian {tahun belum ditutup, pada “{nomor}/{tahun”. Tulis } di belakang namanya, atau hapus {."],
  ])("%s is refused", (pattern, sentence) => {
    expect(patternFault(pattern)).toBe(sentence);
  });

  test("blanks and capitals do not make another number", () => {
    expect(numberKey("445.4 / 06 / ADMEN / 2026")).toBe(numberKey("445.4/06/Admen/2026"));
  });
});

describe("placeholders in the words of a paper", () => {
  const known = ["kegiatan", "hari", "tempat", "nama_penanda_tangan"];

  test("each fault is named in the order of the text, with the words around it", () => {
    const text = "Sehubungan dengan {kegiatn}, kami mengharap kehadiran Saudara pada hari} dan {tempat";
    expect(placeholderFaults(text, known).map(faultWords)).toEqual([
      "{kegiatn} tidak dikenal, pada “Sehubungan dengan {kegiatn}, kami mengharap kehadiran S…”. Maksud Anda {kegiatan}?",
      "Ada } tanpa { di depannya, pada “…kehadiran Saudara pada hari} dan {tempat”. Tulis isian seperti {nama}, atau hapus }.",
      "Isian {tempat belum ditutup, pada “…iran Saudara pada hari} dan {tempat”. Tulis } di belakang namanya, atau hapus {.",
    ]);
  });

  test("one that resembles nothing is pointed to the list", () => {
    expect(nearestName("Nama Penanda Tangan", known)).toBe("nama_penanda_tangan");
    expect(nearestName("presiden", known)).toBeUndefined();
  });

  test("values are put in as they are, and what has none stays to be seen", () => {
    const values = { kegiatan: "Lokmin {hari} $& <b>", hari: "" };
    expect(fillWording("{kegiatan}|{hari}|{tempat}|{toString}", values)).toBe(
      "Lokmin {hari} $& <b>||{tempat}|{toString}",
    );
  });
});
