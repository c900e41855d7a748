// Letterheads of an office, their logos, and the logos that are refused.
import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { findDocument } from "@/lib/documents/reads";
import { readBytes } from "@/lib/documents/store";
import { prepareLogo } from "@/lib/letterheads/logo";
import { letterheadSchema } from "@/lib/letterheads/schema";
import { findLetterheadForm, findPaperSetUp } from "@/lib/letterheads/set-up";
import { archiveLetterhead, saveLetterhead, savePaperOffice } from "@/lib/letterheads/writes";
import { saveEntry } from "@/lib/letters/register-writes";
import { entrySchema } from "@/lib/letters/schema";
import { settingsFor } from "@/lib/papers/settings";
import { makePuskesmas } from "@/tests/factories/organisations";
import { makeActor } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";

const paper = { kind: "minutes", wording: {} };

async function office() {
  const host = await makePuskesmas({ name: "Puskesmas Sragi" });
  return { host, staff: await makeActor("PUSKESMAS_STAFF", { organisationId: host.id }) };
}

const letterhead = (values: Record<string, string> = {}) =>
  letterheadSchema.parse({
    id: randomUUID(),
    version: "0",
    name: "Puskesmas Sragi",
    lines: "PEMERINTAH KABUPATEN LAMPUNG SELATAN\nDINAS KESEHATAN\n\nUPTD PUSKESMAS SRAGI\n",
    contact: "Jl. Raya Sragi No. 1, Kode Pos 35597\nEmail: puskesmas@lokmin.example",
    ...values,
  });

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: { r: 0, g: 90, b: 80, alpha: 0.5 } } })
    .png()
    .toBuffer();

const svg = (inner: string, attributes = 'width="40" height="50"') =>
  Buffer.from(`<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inner}</svg>`);

describe("a logo", () => {
  test.each([
    ["a large PNG with alpha", () => picture(2400, 3000)],
    ["a drawing of a few pixels", async () => svg('<circle cx="20" cy="25" r="18" fill="teal"/>')],
  ])("%s becomes a small PNG on white", async (_, make) => {
    const prepared = await prepareLogo({ name: "../Logo Daerah.exe.svg", bytes: await make() }, "left");
    if (!prepared.ok) throw new Error(prepared.reason);
    const { width, height, hasAlpha, format } = await sharp(prepared.file.bytes).metadata();
    expect({ format, hasAlpha, longest: Math.max(width ?? 0, height ?? 0) }).toEqual({
      format: "png",
      hasAlpha: false,
      longest: 600,
    });
    expect(prepared.file.name).toBe("Logo Daerah.exe.png");
  });

  test.each([
    ["of 20 MB", async () => Buffer.alloc(20 * 1024 * 1024, 1), "lebih dari 2 MB"],
    ["of 30,000 px", () => picture(30_000, 10), "30.000 × 10 piksel, terlalu besar"],
    ["drawn on 30,000 px", async () => svg("", 'width="30000" height="30000"'), "30.000 × 30.000 piksel"],
    ["with a script", async () => svg("<script>alert(1)</script>"), "berisi skrip"],
    ["with a handler", async () => svg('<rect onload="alert(1)" width="9" height="9"/>'), "berisi skrip"],
    ["that asks for an address", async () => svg('<image href="http://192.0.2.1/logo.png"/>'), "alamat lain"],
    ["that reads a file", async () => svg('<use xlink:href="file:///etc/passwd#a"/>'), "alamat lain"],
    ["that expands entities", async () => Buffer.from(`<!DOCTYPE svg [<!ENTITY a "b">]>${svg("&a;")}`), "bukan gambar"],
    ["that begins with comments", async () => Buffer.from(`${"<!---->".repeat(40)}<x`), "bukan gambar"],
    ["that names its type again and again", async () => svg(`<g ${"<!DOCTYPE".repeat(100_000)}`), "rusak"],
    ["that is a program", async () => Buffer.from("MZ\u0090\u0000\u0003 program"), "bukan gambar PNG"],
    ["cut off", async () => (await picture(300, 300)).subarray(0, 200), "rusak atau tidak utuh"],
  ])("%s is refused with what to do", async (_, make, sentence) => {
    const prepared = await prepareLogo({ name: "logo.png", bytes: await make() }, "right");
    expect(prepared).toMatchObject({ ok: false, field: "right", reason: expect.stringContaining(sentence) });
  });
});

describe("a letterhead", () => {
  test("is what papers carry, with its logos, replaced and taken away", async () => {
    const { host, staff } = await office();
    const input = letterhead({ isDefault: "ya" });
    const prepared = await prepareLogo({ name: "kiri.png", bytes: await picture(80, 100) }, "left");
    if (!prepared.ok) throw new Error(prepared.reason);
    const { file } = prepared;
    expect(await saveLetterhead(staff, input, { left: file, right: file })).toEqual({ ok: true, id: input.id });
    const first = (await settingsFor(staff, host.id, paper)).letterhead;
    expect(first).toMatchObject({ lines: input.lines, contact: input.contact });
    expect(input.lines).toHaveLength(3);
    const left = await findDocument(staff, first?.left?.documentId ?? "");
    expect(left && (await readBytes(left))?.length).toBe(file.size);
    const changed = { ...input, version: 1 };
    expect(await saveLetterhead(staff, input, { left: null, right: null })).toMatchObject({ ok: true });
    await saveLetterhead(staff, { ...changed, removeRight: true }, { left: file, right: null });
    const second = (await settingsFor(staff, host.id, paper)).letterhead;
    expect(second?.right).toBeNull();
    expect(second?.left?.documentId).not.toBe(first?.left?.documentId);
    expect(await db.document.count()).toBe(1);
  });

  test("changed by two at once is one's, the other is asked to look again", async () => {
    const { staff } = await office();
    const input = letterhead();
    await saveLetterhead(staff, input);
    const saved = await allEnded([
      saveLetterhead(staff, { ...input, name: "Kop satu" }),
      saveLetterhead(staff, { ...input, name: "Kop dua" }),
    ]);
    expect(saved.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("is one of its name, and one of an office is proposed", async () => {
    const { host, staff } = await office();
    const [one, two] = [letterhead({ isDefault: "ya" }), letterhead({ name: "Kop BLUD", isDefault: "ya" })];
    await saveLetterhead(staff, one);
    await saveLetterhead(staff, two);
    expect(await db.letterhead.findMany({ where: { isDefault: true }, select: { name: true } })).toEqual([
      { name: "Kop BLUD" },
    ]);
    expect(await saveLetterhead(staff, letterhead())).toEqual({
      ok: false,
      field: "name",
      reason: "Sudah ada kop bernama Puskesmas Sragi. Beri nama lain.",
    });
    await archiveLetterhead(staff, two.id, true);
    expect((await settingsFor(staff, host.id, paper)).letterhead?.lines).toEqual(one.lines);
    expect((await findPaperSetUp(staff)).archived).toEqual([{ id: two.id, name: "Kop BLUD" }]);
  });

  test("may be the kecamatan's one works in, and stays its own once a letter has its number", async () => {
    const { staff } = await office();
    const input = letterhead({ name: "Kecamatan Sragi", areaCode: "18.01.15" });
    expect(await saveLetterhead(staff, { ...input, areaCode: "18.01.01" })).toMatchObject({
      ok: false,
      field: "areaCode",
    });
    expect((await saveLetterhead(staff, input)).ok).toBe(true);
    const form = await findLetterheadForm(staff, randomUUID());
    expect(form?.districts).toEqual([
      {
        code: "18.01.15",
        name: "Sragi",
        lines: ["PEMERINTAH KABUPATEN LAMPUNG SELATAN", "KECAMATAN SRAGI"],
        contact: [],
      },
    ]);
    const entry = { version: "0", id: randomUUID(), subject: "Undangan", addressees: "Camat", day: "2026-06-24" };
    await saveEntry(staff, entrySchema.parse({ ...entry, number: "005/1", letterheadId: input.id }));
    expect(await saveLetterhead(staff, { ...input, version: 0, areaCode: null })).toMatchObject({
      ok: false,
      field: "areaCode",
    });
  });

  test.each([
    ["lines", "a\nb\nc\nd\ne\nf\ng", "Baris kop paling banyak 6"],
    ["numberPattern", "005/{nomer}", "Maksud Anda {nomor}?"],
    ["name", " ", "Isi nama kop"],
  ])("with %s %s is refused", (name, value, sentence) => {
    const parsed = letterheadSchema.safeParse({
      id: randomUUID(),
      version: "0",
      name: "Kop",
      lines: "A",
      [name]: value,
    });
    expect(parsed.error?.issues.map(({ message }) => message).join()).toContain(sentence);
  });
});

test("the counter goes on from the paper register, and the pattern proposes the next number", async () => {
  const { staff } = await office();
  await savePaperOffice(staff, { size: "F4", numberPattern: "445.4/{nomor:2}/Admen", last: 119 });
  expect(await findPaperSetUp(staff)).toMatchObject({ size: "F4", last: 119, next: "445.4/120/Admen" });
});
