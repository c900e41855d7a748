import { describe, expect, test } from "vitest";
import { signaturesIn } from "@/lib/documents/pdf-signatures";
import { copySentences } from "@/lib/signed-copies/rules";
import { smallPdf } from "@/tests/factories/files";
import { withSignature } from "@/tests/factories/signed-copies";

const words = (text: string) => Buffer.concat([smallPdf, Buffer.from(text, "latin1")]);

describe("the signatures of a PDF", () => {
  test.each<[string, Buffer, { count: number; isLast: boolean }]>([
    ["none in a plain one", smallPdf, { count: 0, isLast: false }],
    ["one", withSignature(smallPdf), { count: 1, isLast: true }],
    ["two, one after the other", withSignature(withSignature(smallPdf)), { count: 2, isLast: true }],
    [
      "one, and something added after it",
      Buffer.concat([withSignature(smallPdf), Buffer.from("\n5 0 obj<</Type/Annot>>endobj\n%%EOF")]),
      { count: 1, isLast: false },
    ],
    [
      "none in a time stamp alone",
      withSignature(smallPdf, { type: "/Type/DocTimeStamp/SubFilter/ETSI.RFC3161" }),
      { count: 0, isLast: false },
    ],
    ["none in an empty field", words("7 0 obj<</FT/Sig/T(ttd)>>endobj"), { count: 0, isLast: false }],
    ["none where the words alone are there", words("/Type/Sig/ByteRange[0 10 20 30]"), { count: 0, isLast: false }],
    ["none beyond the end", words("/ByteRange[0 4000000000 4000000001 4000000000]"), { count: 0, isLast: false }],
  ])("%s", (_, pdf, found) => {
    expect(signaturesIn(pdf)).toEqual(found);
  });

  test("are looked for no longer than a file is", () => {
    const many = words("/ByteRange[0 1 2 3]".repeat(200_000));
    expect(signaturesIn(many).count).toBe(0);
    const stamps = words(`<>${"/Type/DocTimeStamp/ByteRange[0 900000 900002 5]".repeat(80_000)}`);
    stamps.write("<>", 900_000);
    stamps.write(">", 900_001);
    expect(signaturesIn(stamps).count).toBe(0);
    expect(signaturesIn(words(`/ByteRange${" ".repeat(3_000_000)}[`)).count).toBe(0);
  });
});

test("a copy is told to be what the program can know of it", () => {
  const pdf = { mimeType: "application/pdf", signatures: 1, isLast: true, issuedCode: null, issuedAt: null };
  const issued = { issuedCode: "7KQM-4XWT", issuedAt: new Date("2026-06-24T03:00:00Z") };
  const told = (facts: object) => copySentences({ ...pdf, ...facts }, "Asia/Jakarta").join(" ");
  expect(told(issued)).toBe(
    "Memuat 1 tanda tangan elektronik; keasliannya tidak diperiksa di sini. Isinya berawal dengan PDF yang dibuat Lokmin 24 Jun 2026 10.00 WIB (kode 7KQM-4XWT), tanpa perubahan.",
  );
  expect(told({ isLast: false })).toContain(
    "Ada yang ditambahkan sesudah tanda tangan terakhir. Isinya bukan lanjutan",
  );
  expect(told({ signatures: 0 })).toContain("Tidak memuat tanda tangan elektronik.");
  expect(told({ mimeType: "image/jpeg" })).toBe("Foto atau pindaian, tanpa tanda tangan elektronik.");
});
