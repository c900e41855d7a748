import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { whyNoPdf, withoutMetadata } from "@/lib/documents/pdf-check";
import { prepareFile } from "@/lib/documents/prepare";
import { isCommonPassword } from "@/lib/users/common-passwords";

const pdf = (body: string) => Buffer.from(`%PDF-1.7\n${body}\ntrailer <</Root 1 0 R>>\n%%EOF`, "latin1");

function objectStream(inner: Buffer) {
  const head = Buffer.from(`%PDF-1.7\n1 0 obj <</Type/ObjStm/N 1/Filter/FlateDecode/Length ${inner.length}>> stream\n`);
  return Buffer.concat([head, inner, Buffer.from("\nendstream endobj\n%%EOF")]);
}

describe("a PDF", () => {
  test.each([
    ["a scan", pdf("1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj"), null],
    ["a script", pdf("1 0 obj <</S/JavaScript/JS(app.alert)>> endobj"), "active"],
    ["a script in other letters", pdf("1 0 obj <</S/J#61vaScript>> endobj"), "active"],
    ["a file within", pdf("1 0 obj <</Type/EmbeddedFile>> endobj"), "active"],
    ["a program", pdf("1 0 obj <</S/Launch/F(cmd.exe)>> endobj"), "active"],
    ["a packed scan", objectStream(deflateSync("<</Type/Page>>")), null],
    ["a packed script", objectStream(deflateSync("<</S/JavaScript>>")), "active"],
    ["one that unfolds without end", objectStream(deflateSync(Buffer.alloc(30_000_000))), "sealed"],
    ["a broken one", objectStream(Buffer.from("nothing packed")), "sealed"],
    ["a locked one", pdf("trailer <</Encrypt 3 0 R>>"), "sealed"],
  ])("%s", (_, bytes, why) => {
    expect(whyNoPdf(bytes)).toBe(why);
  });

  test("loses what it tells of its author, and every place stays where it was", () => {
    const bytes = pdf(
      "1 0 obj <</Author (Siti Contoh)/Producer(Kantor 1)>> endobj <x:xmpmeta>Siti Contoh</x:xmpmeta> 2 0 obj",
    );
    const clean = withoutMetadata(bytes);
    expect(clean.toString("latin1")).not.toContain("Siti");
    expect(clean.length).toBe(bytes.length);
    expect(clean.indexOf("2 0 obj")).toBe(bytes.indexOf("2 0 obj"));
  });
});

describe("a picture is looked at before the queue", () => {
  const png = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: "#777777" } });

  test("a very long and deep one is refused by its head", async () => {
    const bytes = await png(20_000, 40).toColourspace("rgb16").png().toBuffer();
    const outcome = await prepareFile("MEETING_PHOTO", { name: "panjang.png", bytes });
    expect(outcome).toMatchObject({ ok: false, reason: expect.stringContaining("terlalu panjang") });
  });

  test("a usual one is kept", async () => {
    const bytes = await png(800, 600).jpeg().toBuffer();
    expect(await prepareFile("MEETING_PHOTO", { name: "rapat.jpg", bytes })).toMatchObject({ ok: true });
  });
});

test.each([
  "puskesmas2026",
  "Puskesmas 2026",
  "1234567890",
  "qwertyuiop",
  "poiuytrewq",
  "aaaaaaaaaaaa",
  "lokmin12345!",
  "P@ssw0rd123",
])("%s is guessed at once", (password) => {
  expect(isCommonPassword(password)).toBe(true);
});

test.each(["kursi hijau tujuh pagi", "Bx7!kelapa-muda", "pagi lebih tenang"])("%s is taken", (password) => {
  expect(isCommonPassword(password)).toBe(false);
});
