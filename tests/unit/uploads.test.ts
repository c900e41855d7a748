import { deflateSync, inflateSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { whyNoPdf } from "@/lib/documents/pdf-check";
import { withoutMetadata } from "@/lib/documents/pdf-metadata";
import { prepareFile } from "@/lib/documents/prepare";

const pdf = (body: string) => Buffer.from(`%PDF-1.7\n${body}\ntrailer <</Root 1 0 R>>\n%%EOF`, "latin1");

function objectStream(inner: Buffer, kind = "/Type/ObjStm/N 1") {
  const filter = kind.includes("/Filter") ? "" : "/Filter/FlateDecode";
  const head = Buffer.from(`%PDF-1.7\n1 0 obj <<${kind}${filter}/Length ${inner.length}>> stream\n`);
  return Buffer.concat([head, inner, Buffer.from("\nendstream endobj\n%%EOF")]);
}

function cleaned(bytes: Buffer): Buffer {
  const clean = withoutMetadata(bytes);
  if (!clean) throw new Error("Nothing came back");
  return clean;
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
    ["a packed script in other letters", objectStream(deflateSync("<</S/Java#53cript>>")), "active"],
    ["one that does not name its type", objectStream(deflateSync("<</S/Launch>>"), "/N 1/First 4"), "active"],
    [
      "one that names its type in other letters",
      objectStream(deflateSync("<</S/Launch>>"), "/Type/Obj#53tm"),
      "active",
    ],
    ["one packed in another way", objectStream(Buffer.from("x"), "/Type/ObjStm/Filter/LZWDecode"), "sealed"],
    ["a locked one in other letters", pdf("trailer <</Encr#79pt 3 0 R>>"), "sealed"],
    ["a short name by chance in a packed picture", pdf("stream\n\x8a/JS\x92\xf0/EF\x01/3D\xb2\nendstream"), null],
    ["a script by its short name", pdf("1 0 obj <</S/X/JS 4 0 R>> endobj"), "active"],
    ["a file by its short name", pdf("1 0 obj <</F(a)/EF <</F 4 0 R>>>> endobj"), "active"],
    ["a locked one", pdf("trailer <</Encrypt 3 0 R>>"), "sealed"],
  ])("%s", (_, bytes, why) => {
    expect(whyNoPdf(bytes)).toBe(why);
  });

  test("loses what it tells of its author, and every place stays where it was", () => {
    const bytes = pdf(
      "1 0 obj <</Author (Siti Contoh)/Producer(Kantor 1)>> endobj <x:xmpmeta>Siti Contoh</x:xmpmeta> 2 0 obj",
    );
    const clean = cleaned(bytes);
    expect(clean.toString("latin1")).not.toContain("Siti");
    expect(clean.length).toBe(bytes.length);
    expect(clean.indexOf("2 0 obj")).toBe(bytes.indexOf("2 0 obj"));
  });

  test.each([
    ["with brackets", "1 0 obj <</Author(Siti \\(bidan\\) (Kantor))/X 1>> endobj"],
    ["as numbers", "1 0 obj <</Author(\\123Siti)/Producer<FEFF0053>>> endobj"],
    ["in an object of its own", "1 0 obj <</Author 21 0 R>> endobj 121 0 obj (x) endobj 21 0 obj (Siti) endobj"],
  ])("also words %s", (_, body) => {
    const clean = cleaned(pdf(body)).toString("latin1");
    expect(clean).not.toMatch(/Siti|FEFF/);
    expect(clean).toContain("endobj");
  });

  test("also in packed objects", () => {
    const bytes = objectStream(deflateSync("1 0 <</Author(Siti Contoh)/Producer(Kantor 1)/Pages 2 0 R>>"));
    const clean = cleaned(bytes);
    const objects = inflateSync(clean.subarray(clean.indexOf("stream\n") + 7, clean.indexOf("\nendstream"))).toString();
    expect(objects).toMatch(/^1 0 <<\/Author\( {11}\)\/Producer\( {8}\)\/Pages 2 0 R>>$/);
    expect(clean.length).toBe(bytes.length);
  });

  test("also in a packed description", () => {
    const bytes = objectStream(deflateSync("<x:xmpmeta>Siti Contoh</x:xmpmeta>"), "/Type/Metadata/Subtype/XML");
    const clean = cleaned(bytes);
    expect(inflateSync(clean.subarray(clean.indexOf("stream\n") + 7)).toString()).toBe("");
    expect(clean.length).toBe(bytes.length);
  });

  test("also in its photos", async () => {
    const photo = await sharp({ create: { width: 20, height: 20, channels: 3, background: "#777777" } })
      .withExif({ IFD0: { Artist: "Siti Contoh" } })
      .jpeg()
      .toBuffer();
    expect(photo.toString("latin1")).toContain("Siti Contoh");
    const clean = cleaned(objectStream(photo, "/Subtype/Image/Filter/DCTDecode"));
    expect(clean.toString("latin1")).not.toContain("Siti Contoh");
    const kept = clean.subarray(clean.indexOf("stream\n") + 7, clean.indexOf("\nendstream"));
    expect(await sharp(kept).metadata()).toMatchObject({ width: 20 });
    expect((await sharp(kept).raw().toBuffer()).equals(await sharp(photo).raw().toBuffer())).toBe(true);
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
