// Files as people really have them (tests/samples): what each gives in the preview, and what is stored afterwards.
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { directoryImport } from "@/lib/directory/import";
import { prepareFile } from "@/lib/documents/prepare";
import { valuesImport } from "@/lib/figures/import";
import { readCell } from "@/lib/figures/numbers";
import { readBlock } from "@/lib/figures/paste";
import type { AnyImport, DataImport } from "@/lib/imports/definition";
import { root } from "@/prisma/run/prepare.mjs";
import { makeIndicator } from "@/tests/factories/indicators";
import { makeActor } from "@/tests/factories/users";

const sample = (name: string) => readFile(join(root, "tests/samples", name));

async function draftOf(kind: AnyImport, actor: Actor, name: string): Promise<string> {
  const id = randomUUID();
  const outcome = await kind.draft(actor, { id, name, bytes: await sample(name) });
  if (!outcome.ok) throw new Error(outcome.reason);
  return id;
}

async function shown<D, P extends { fingerprint: string }, R>(kind: DataImport<D, P, R>, actor: Actor, id: string) {
  const found = await kind.find(actor, id);
  if (!found || found.confirmedAt) throw new Error("no preview");
  const { plan, preview } = found;
  return { id, plan, preview, apply: () => kind.apply(actor, id, plan.fingerprint) };
}

describe("a directory", () => {
  const preview = async (actor: Actor, name: string) =>
    shown(directoryImport, actor, await draftOf(directoryImport, actor, name));
  const applied = async (actor: Actor, name: string) => {
    const it = await preview(actor, name);
    expect(await it.apply()).toEqual({ ok: true });
    return it;
  };
  const officer = () => makeActor("PUSKESMAS_STAFF");
  const stored = async () =>
    (await db.seat.findMany({ orderBy: [{ villageCode: "asc" }, { title: "asc" }], include: { holders: true } })).map(
      ({ title, institution, villageCode, protocolOrder, holders: [holder] }) =>
        [title, institution, villageCode, holder?.name, holder?.phone, holder?.email, protocolOrder].join("|"),
    );
  const base = [
    "Kepala Dusun I|Pemerintah Desa Kuala Sekampung|18.01.15.2001|Ma'ruf Sanusi|6284000110001|dusun1@contoh.example|60",
    "Kepala Dusun II|Pemerintah Desa Baktirasa|18.01.15.2002|Sukarno|6284000110002||60",
    "Ketua BPD|BPD Mandala Sari|18.01.15.2003|Wagiyem, S.Pd.|6284000110003|bpd@contoh.example|61",
  ];

  test.each([
    "mitra-dasar.csv",
    "mitra-dasar.xlsx",
    "mitra-baris-pertama-kosong.csv",
    "mitra-tanpa-r.xlsx",
    "mitra-utf16be.csv",
    "mitra-angka-gsheets.xlsx",
  ])("%s: three new ones, as they are written", async (name) => {
    const it = await applied(await officer(), name);
    expect(it.plan).toMatchObject({ counts: { baru: 3 }, refused: [] });
    const isPart = name === "mitra-angka-gsheets.xlsx";
    expect(await stored()).toEqual(isPart ? base.map((row) => row.replace("bpd@contoh.example", "")) : base);
  });

  test.each([
    "mitra-dasar.csv",
    "mitra-spasi-aneh.csv",
    "mitra-petik-melengkung.csv",
    "mitra-strip-kosong.csv",
    "mitra-angka-gsheets.xlsx",
  ])("%s after the base changes nothing", async (name) => {
    const actor = await officer();
    await applied(actor, "mitra-dasar.csv");
    const it = await applied(actor, name);
    expect(it.plan).toMatchObject({ counts: { tetap: 3, baru: 0, perbarui: 0 }, refused: [] });
    expect(await stored()).toEqual(base);
  });

  test("mitra-strip-kosong.csv: a dash is nothing", async () => {
    await applied(await officer(), "mitra-strip-kosong.csv");
    expect(await stored()).toEqual([
      "Kepala Dusun I|Pemerintah Desa Kuala Sekampung|18.01.15.2001|Ma'ruf Sanusi|6284000110001||60",
      "Kepala Dusun II|Pemerintah Desa Baktirasa|18.01.15.2002|Sukarno|||60",
      "Ketua BPD|BPD Mandala Sari||Wagiyem, S.Pd.|6284000110003||52",
    ]);
  });

  test("mitra-windows1252.csv: what Excel saved in its own bytes is as typed", async () => {
    await applied(await officer(), "mitra-windows1252.csv");
    expect(await stored()).toEqual([
      "Ketua TP PKK Desa|Pemerintah Desa Baktirasa – Sragi|18.01.15.2002|Ny. Désirée Handayani|6284000110004||62",
    ]);
  });

  test("mitra-NA-dan-rumus.xlsx: an error is no emptiness, and erases nothing", async () => {
    const actor = await officer();
    await applied(actor, "mitra-dasar.csv");
    const it = await applied(actor, "mitra-NA-dan-rumus.xlsx");
    expect(it.plan.counts).toMatchObject({ tetap: 1, baru: 0, perbarui: 0 });
    expect(it.plan.refused).toMatchObject([
      {
        row: 2,
        reasons: [expect.stringContaining("Sel H2 berisi #N/A"), expect.stringContaining("Sel I2 berisi #N/A")],
      },
      { row: 3, reasons: [expect.stringContaining("Sel H3 berisi rumus tanpa hasil")] },
    ]);
    expect(await stored()).toEqual(base);
  });

  test("mitra-hp-bersama.csv: a couple with one phone is warned of and taken", async () => {
    const it = await applied(await officer(), "mitra-hp-bersama.csv");
    expect(it.plan.ready.map(({ warnings }) => warnings)).toEqual([
      ["Nomor HP 0840-0011-0201 juga dipakai Ny. Paijan di baris 3"],
      ["Nomor HP 0840-0011-0201 juga dipakai Paijan di baris 2"],
    ]);
    expect((await stored()).filter((row) => row.includes("6284000110201"))).toHaveLength(2);
  });

  test("mitra-lima-kader.csv: five people, two of one name, and again five", async () => {
    const actor = await officer();
    const first = await applied(actor, "mitra-lima-kader.csv");
    expect(first.plan).toMatchObject({ counts: { baru: 5 }, refused: [] });
    expect(first.plan.ready[0]?.warnings).toEqual([
      expect.stringContaining("Jabatan yang sama juga di baris 3, 4, 5, 6"),
    ]);
    const phones = ["6284000110101", "6284000110102", "6284000110103", "6284000110104", "6284000110105"];
    const people = async () =>
      (
        await db.seatHolder.findMany({ where: { until: null }, orderBy: { phone: "asc" }, include: { seat: true } })
      ).map(({ name, phone, personId, seat }) => ({ name, phone, personId, ordinal: seat.ordinal }));
    const before = await people();
    expect(before.map(({ phone }) => phone)).toEqual(phones);
    expect(before.filter(({ name }) => name === "Siti Aminah")).toHaveLength(2);
    expect(new Set(before.map(({ personId }) => personId)).size).toBe(5);
    expect(before.map(({ ordinal }) => ordinal)).toEqual([1, 2, 3, 4, 5]);
    const again = await applied(actor, "mitra-lima-kader.csv");
    expect(again.plan.counts).toMatchObject({ tetap: 5, baru: 0 });
    expect(await people()).toEqual(before);
  });

  test("mitra-bentuk-hp.csv: every spelling of a number; of two numbers the importer says which", async () => {
    const actor = await officer();
    const it = await preview(actor, "mitra-bentuk-hp.csv");
    expect(it.plan.ready.map(({ row, values }) => [row, values.phone])).toEqual([
      [2, "6284000110011"],
      [3, "6284000110012"],
      [4, "6284000110013"],
      [5, "6284000110014"],
      [7, "6284000110017"],
      [8, "6284000110018"],
      [9, "6284000110019"],
      [10, "6284000110020"],
      [11, "62721840011"],
    ]);
    expect(it.plan.refused).toMatchObject([{ row: 6, reasons: [expect.stringContaining("Ada 2 nomor HP")] }]);
    expect(it.preview.choices).toMatchObject([
      { key: "hp-6", answers: [{ label: "0840-0011-0015" }, { label: "0840-0011-0016" }] },
    ]);
    expect(await directoryImport.choose(actor, it.id, { "hp-6": "6284000110016" })).toEqual({ ok: true });
    const answered = await shown(directoryImport, actor, it.id);
    expect(answered.plan).toMatchObject({ counts: { baru: 10 }, refused: [] });
    expect(await answered.apply()).toEqual({ ok: true });
    expect(await db.seatHolder.count({ where: { phone: "6284000110016" } })).toBe(1);
  });

  test("mitra-lembar-tersembunyi.xlsx: the sheet people see is read", async () => {
    await applied(await officer(), "mitra-lembar-tersembunyi.xlsx");
    expect(await stored()).toEqual(base);
  });
});

describe("figures", () => {
  const idl = "Imunisasi dasar lengkap (IDL)";
  const abj = "Angka bebas jentik (ABJ)";

  async function office() {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const organisationId = actor.organisation.id;
    await makeIndicator({ organisationId, name: idl, position: 1 });
    await makeIndicator({ organisationId, name: abj, form: "PERCENT", isCumulative: false, position: 2 });
    return actor;
  }

  const preview = async (actor: Actor, name: string) =>
    shown(valuesImport, actor, await draftOf(valuesImport, actor, name));

  const stored = async () =>
    (
      await db.indicatorValue.findMany({
        orderBy: [{ villageCode: "asc" }, { indicator: { position: "asc" } }, { month: "asc" }],
        select: { villageCode: true, year: true, month: true, value: true },
      })
    ).map(({ villageCode, year, month, value }) => `${villageCode.slice(-1)} ${year}-${month}: ${value}`);

  const year = (village: number, from: number) =>
    Array.from({ length: 12 }, (_, index) => `${village} 2025-${index + 1}: ${from + index}`);

  test.each([
    ["capaian-pebruari-nopember.xlsx", [...year(1, 1), ...year(2, 2)]],
    ["capaian-bulan-sebagai-tanggal.xlsx", year(1, 1)],
    ["capaian-judul-dua-baris.xlsx", year(1, 1)],
    ["capaian-sel-gabung.xlsx", ["1 2025-1: 3", "1 2025-2: 4", "1 2025-3: 5", "2 2025-1: 6", "2 2025-2: 7"]],
  ])("%s: every month is read", async (name, expected) => {
    const it = await preview(await office(), name);
    expect(it.plan.refused).toEqual([]);
    expect(await it.apply()).toEqual({ ok: true });
    expect(await stored()).toEqual(expected);
  });

  test("capaian-kode-nama-tertukar.xlsx: a code and a name that contradict each other decide nothing", async () => {
    const it = await preview(await office(), "capaian-kode-nama-tertukar.xlsx");
    expect(it.plan.refused).toMatchObject([
      { row: 2, reasons: [expect.stringMatching(/18\.01\.15\.2001 adalah Kuala Sekampung.*Baktirasa/)] },
      { row: 3, reasons: [expect.stringMatching(/18\.01\.15\.2002 adalah Baktirasa.*Kuala Sekampung/)] },
    ]);
    expect(await it.apply()).toEqual({ ok: true });
    expect(await stored()).toEqual(["3 2025-8: 7"]);
  });

  test("capaian-strip-dan-ribuan.csv: dashes are empty, errors refused, and a sign of two meanings is asked", async () => {
    const actor = await office();
    const it = await preview(actor, "capaian-strip-dan-ribuan.csv");
    expect(it.plan.refused.map(({ row, reasons }) => `${row}: ${reasons.join()}`)).toEqual([
      expect.stringContaining("5: “1.234” dapat berarti ribuan atau pecahan"),
      expect.stringContaining("6: “1,234” dapat berarti ribuan atau pecahan"),
      expect.stringContaining("8: Nilai 98,6 harus angka bulat"),
      expect.stringContaining("9: Sel F9 berisi #DIV/0!"),
      expect.stringContaining("13: “12,345” dapat berarti ribuan atau pecahan"),
    ]);
    expect(it.plan.counts).toEqual({ baru: 3, ubah: 0, tetap: 0 });
    expect(it.preview.choices).toMatchObject([{ key: "decimal", answers: [{ value: "," }, { value: "." }] }]);
    await valuesImport.choose(actor, it.id, { decimal: "," });
    const answered = await shown(valuesImport, actor, it.id);
    expect(await answered.apply()).toEqual({ ok: true });
    expect(await stored()).toEqual([
      "1 2025-4: 1234",
      "1 2025-10: 0",
      "1 2025-11: 1234",
      "1 2025-5: 1.23",
      "1 2025-6: 77.5",
      "1 2025-12: 12.35",
    ]);
  });

  test("tempel-strip-dan-nbsp.txt: pasted into the grid, dashes are empty and blanks gone", async () => {
    const block = readBlock((await sample("tempel-strip-dan-nbsp.txt")).toString("utf8"));
    expect(block.map((row) => row.map((text) => readCell(text, "count")))).toMatchObject([
      [{ value: 12 }, { value: null }, { value: 1234 }],
      [{ value: 7 }, { value: null }, { ok: false }],
      [{ ok: false }, { value: 0 }, { value: 1234 }],
    ]);
    expect(readCell(block[2]?.[0] ?? "", "percent")).toEqual({ ok: true, value: 77.5 });
  });
});

describe("photos", () => {
  const prepared = async (name: string) => prepareFile("MEETING_PHOTO", { name, bytes: await sample(name) });

  test("foto-orientasi-6.jpg is turned as its note says, and the note goes", async () => {
    const outcome = await prepared("foto-orientasi-6.jpg");
    if (!outcome.ok) throw new Error(outcome.reason);
    const [before, after] = [
      await sharp(await sample("foto-orientasi-6.jpg")).metadata(),
      await sharp(outcome.file.bytes).metadata(),
    ];
    expect([before.width, before.height, before.orientation]).toEqual([640, 480, 6]);
    expect([after.width, after.height, after.orientation]).toEqual([480, 640, undefined]);
    expect(await colourAt(outcome.file.bytes, 20, 320)).toEqual("green");
    expect(await colourAt(outcome.file.bytes, 460, 620)).toEqual("blue");
  });

  test("foto-cmyk.jpg keeps its colours", async () => {
    const outcome = await prepared("foto-cmyk.jpg");
    if (!outcome.ok) throw new Error(outcome.reason);
    expect(await sharp(outcome.file.bytes).metadata()).toMatchObject({ space: "srgb", width: 640, height: 480 });
    expect(await colourAt(outcome.file.bytes, 320, 400)).toEqual("green");
    expect(await colourAt(outcome.file.bytes, 620, 20)).toEqual("blue");
  });

  test("foto-iphone.heic becomes a JPEG, with the day it was taken", async () => {
    const outcome = await prepared("foto-iphone.heic");
    if (!outcome.ok) throw new Error(outcome.reason);
    expect(outcome.file).toMatchObject({ mimeType: "image/jpeg", takenOn: new Date("2026-06-24") });
    expect(await sharp(outcome.file.bytes).metadata()).toMatchObject({ format: "jpeg", width: 640, height: 480 });
    const { data } = await sharp(outcome.file.bytes).raw().toBuffer({ resolveWithObject: true });
    const reddish = (x: number) => (data[x * 3] ?? 0) > (data[x * 3 + 2] ?? 0);
    expect([reddish(40), reddish(600)]).toEqual([true, false]);
  });

  test("foto-terpotong.jpg is refused in a sentence", async () => {
    expect(await prepared("foto-terpotong.jpg")).toMatchObject({
      ok: false,
      reason: expect.stringContaining("tidak utuh"),
    });
  });

  /** The green of the hill or the pale blue of the sky, as far as a JPEG keeps them. */
  async function colourAt(bytes: Uint8Array, x: number, y: number): Promise<string> {
    const { data } = await sharp(bytes)
      .extract({ left: x, top: y, width: 1, height: 1 })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const [red = 0, green = 0, blue = 0] = data;
    if (green > 110 && red < 60 && blue < 90) return "green";
    return blue > 220 && green > 200 && red > 180 ? "blue" : `${red} ${green} ${blue}`;
  }
});
