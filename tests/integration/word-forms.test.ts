// An office's own Word form: what is refused on upload and where it is, how it is filled, and when it may be printed.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the e-office writes its placeholders in this way
import { randomUUID } from "node:crypto";
import PizZip from "pizzip";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { db } from "@/lib/db";
import { letterSchema } from "@/lib/letters/schema";
import { saveLetter } from "@/lib/letters/writes";
import type { Fields } from "@/lib/papers/definition";
import { listExamples } from "@/lib/papers/examples";
import { findPaperKind } from "@/lib/papers/kinds";
import { preparePaper } from "@/lib/papers/prepare";
import { fillForm, formFiller } from "@/lib/word-forms/fill";
import { prepareWordForm } from "@/lib/word-forms/prepare";
import { printWordForm } from "@/lib/word-forms/print";
import { fillWordForm } from "@/lib/word-forms/reads";
import { saveWordForm } from "@/lib/word-forms/writes";
import { makeInvitation } from "@/tests/factories/invitations";
import { makeMeeting } from "@/tests/factories/meetings";
import { makePuskesmas } from "@/tests/factories/organisations";
import { makeActor } from "@/tests/factories/users";
import { documentXml, makeDocx, paragraph, table, tableRow } from "@/tests/factories/word-forms";
import { allEnded } from "@/tests/setup/all-ended";
import { convertOffice, ensurePrograms, installLimit, runProgram } from "@/tests/setup/programs";

beforeAll(() => ensurePrograms("soffice", "pdftotext"), installLimit);

const fields: Fields = {
  values: {
    nomor: "445.4/06/Admen/2026",
    kegiatan: "Lokmin <b>& Ba'u",
    hal: "Undangan",
    tembusan: "1. Camat\n2. Arsip",
  },
  lists: {
    undangan: [
      { no: "1", nama: "Sulastri, S.Tr.Keb., SKM, MKM", jabatan: "Bidan {nomor}" },
      { no: "2", nama: "<script>alert(1)</script>", jabatan: "=1+1" },
    ],
    kosong: [],
  },
};

const upload = (bytes: Buffer) => ({ name: "Undangan kantor.docx", bytes });
const look = (body: string, isForEOffice = false) => prepareWordForm(upload(makeDocx(body)), [fields], isForEOffice);

async function faultsOf(body: string, isForEOffice = false): Promise<string[]> {
  const prepared = await look(body, isForEOffice);
  return "faults" in prepared ? prepared.faults : prepared.ok ? [] : [prepared.reason];
}

describe("a form on upload", () => {
  test("is taken where every placeholder is known, also one cut into runs and one in a table row", async () => {
    const body =
      paragraph("Nomor: {no", "mor}") +
      table(tableRow("No", "Nama"), tableRow("{#undangan}{no}", "{nama}{/undangan}")) +
      paragraph("{#kosong}{apa_saja}{/kosong}");
    expect(await look(body)).toMatchObject({ ok: true, file: { name: "Undangan kantor.docx" } });
  });

  test("names each unknown, misspelt and unclosed placeholder with where it stands", async () => {
    const body =
      paragraph("Nomor surat: {nomer}") +
      paragraph("Dengan hormat, mengundang pada {kegi", "atan di tempat") +
      paragraph("Hal: hal} dan {presiden}") +
      table(tableRow("{#undangan}{namaa}", "{alamat}"));
    expect(await faultsOf(body)).toEqual([
      "{nomer} tidak dikenal, pada “Nomor surat: {nomer}”. Maksud Anda {nomor}?",
      "Isian {kegiatan belum ditutup, pada “…gan hormat, mengundang pada {kegiatan di tempat”. Tulis } di belakang namanya, atau hapus {.",
      "Ada } tanpa { di depannya, pada “Hal: hal} dan {presiden}”. Tulis isian seperti {nama}, atau hapus }.",
      "{presiden} tidak dikenal, pada “Hal: hal} dan {presiden}”. Pilih isian dari daftar yang dikenal.",
      "{namaa} tidak dikenal, pada “{#undangan}{namaa}”. Maksud Anda {nama}?",
      "{alamat} tidak dikenal, pada “{alamat}”. Pilih isian dari daftar yang dikenal.",
      "Perulangan {#undangan} tidak ditutup, pada “{#undangan}{namaa}”. Tulis {/undangan} sesudah isinya.",
    ]);
  });

  test.each([
    ["{/undangan}", "{/undangan} tanpa {#undangan} di depannya, pada “{/undangan}”."],
    ["{#undngan}{/undngan}", "Daftar {#undngan} tidak dikenal, pada “{#undngan}{/undngan}”. Maksud Anda {#undangan}?"],
    [
      "{#undangan}{/kosong}",
      "{/kosong} menutup perulangan {#undangan}, pada “{#undangan}{/kosong}”. Tulis {/undangan}.",
    ],
    ["{@nomor}", "{@nomor} tidak dikenal, pada “{@nomor}”. Maksud Anda {nomor}?"],
    ["{=[[ ]]=}", "{=[[ ]]=} tidak dikenal, pada “{=[[ ]]=}”. Pilih isian dari daftar yang dikenal."],
    ["${nomor}", "Hapus tanda $ di depan {nomor}, pada “${nomor}”."],
    ["{ttd_pengirim}", "Tulis tanda $ di depannya: ${ttd_pengirim}, pada “{ttd_pengirim}”."],
  ])("%s is named", async (text, sentence) => {
    expect(await faultsOf(paragraph(text), true)).toEqual([sentence]);
  });

  test("what the e-office fills in stays on a form for it, and is named on any other", async () => {
    const body = paragraph("Nomor ${nomor_nas", "kah} ${ttd_pengirim}");
    expect(await faultsOf(body, true)).toEqual([]);
    const [first, second] = await faultsOf(body);
    expect(first).toContain("${nomor_naskah} diisi oleh SRIKANDI");
    expect(second).toContain("${ttd_pengirim} diisi oleh SRIKANDI");
  });

  test("a loop that begins in a table and ends outside of it is refused in words", async () => {
    const [fault] = await faultsOf(table(tableRow("{#undangan}{no}", "x")) + paragraph("{/undangan}"));
    expect(fault).toContain("harus dibuka dan ditutup di baris tabel yang sama");
  });

  const external = (type: string, target: string) =>
    makeDocx(paragraph("Undangan"), {
      related: `<Relationship Id="rId9" Type="http://x/${type}" Target="${target}" TargetMode="External"/>`,
    });
  const field = (code: string) =>
    makeDocx(
      `<w:p><w:r><w:instrText>${code.slice(0, 9)}</w:instrText></w:r><w:r><w:instrText>${code.slice(9)}</w:instrText></w:r></w:p>`,
    );
  test.each([
    [
      "a renamed program",
      () => Buffer.from("MZ\u0090\u0000 This program cannot be run in DOS mode"),
      "bukan dokumen Word (.docx), apa pun namanya",
    ],
    [
      "a workbook",
      () => new PizZip().file("xl/workbook.xml", "<a/>").generate({ type: "nodebuffer" }),
      "bukan dokumen Word",
    ],
    [
      "an old or locked document",
      () => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]),
      "Word lama (.doc) atau terkunci",
    ],
    ["a broken archive", () => makeDocx(paragraph("x")).subarray(0, 300), "rusak atau tidak utuh"],
    ["broken XML", () => makeDocx("<w:p><w:r>"), "rusak atau terlalu besar"],
    [
      "a document with macros",
      () => makeDocx("", { mainType: "application/vnd.ms-word.document.macroEnabled.main+xml" }),
      "berisi makro",
    ],
    ["a macro by its part", () => makeDocx("", { parts: { "word/vbaProject.bin": "x" } }), "berisi makro"],
    [
      "an embedded file",
      () => makeDocx("", { parts: { "word/embeddings/oleObject1.bin": "x" } }),
      "objek atau berkas lain",
    ],
    [
      "a picture of an address",
      () => external("image", "http://192.0.2.1/logo.png"),
      "merujuk ke luar (gambar: http://192.0.2.1/logo.png)",
    ],
    [
      "a link into the file system",
      () => external("hyperlink", "file:///etc/passwd"),
      "merujuk ke luar (tautan: file:///etc/passwd)",
    ],
    ["a template of another server", () => external("frame", "\\\\192.0.2.1\\a.dotm"), "merujuk ke luar"],
    ["a field that fetches", () => field('INCLUDEPICTURE "http://192.0.2.1/a.png"'), "isian Word INCLUDEPICTURE"],
    ["a field that starts a program", () => field("DDEAUTO c:\\cmd.exe"), "isian Word DDEAUTO"],
    [
      "a document type of its own",
      () =>
        makeDocx("", {
          parts: { "word/document.xml": `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>${documentXml("")}` },
        }),
      "rusak atau terlalu besar",
    ],
    [
      "an address under a name in capitals",
      () =>
        makeDocx("", {
          parts: {
            "word/_rels/header1.xml.RELS":
              '<Relationships><Relationship Id="r1" Type="http://x/image" Target="http://192.0.2.1/a" TargetMode="External"/></Relationships>',
          },
        }),
      "merujuk ke luar (gambar",
    ],
    ["two parts of one name", () => makeDocx("", { parts: { "WORD/document.xml": documentXml("") } }), "objek"],
    ["a part of another kind", () => makeDocx("", { parts: { "word/media/logo.dat": "x" } }), "objek"],
    [
      "an object under a picture's name",
      () =>
        makeDocx("", {
          related: '<Relationship Id="r2" Type="http://x/oleObject" Target="media/a.png"/>',
          parts: { "word/media/a.png": "x" },
        }),
      "objek",
    ],
    [
      "a source of letters in series",
      () => makeDocx("", { parts: { "word/settings.xml": "<settings><mailMerge><query/></mailMerge></settings>" } }),
      "objek",
    ],
    ["placeholders without end", () => makeDocx(paragraph("{a}".repeat(400_000))), "tanda kurung kurawal"],
    ["a bomb", () => makeDocx(paragraph("x".repeat(3 * 1024 * 1024))), "terlalu besar setelah dibuka"],
    ["more than 5 MB", () => Buffer.alloc(5 * 1024 * 1024 + 1), "lebih dari 5 MB"],
  ])("%s is refused", async (_, make, sentence) => {
    const prepared = await prepareWordForm(upload(make()), [fields], false);
    expect(prepared).toMatchObject({ ok: false, field: "file", reason: expect.stringContaining(sentence) });
  });

  test("a list within a list is named, and one that grows without end is given up", async () => {
    expect(
      await faultsOf(paragraph("{#undangan}") + paragraph("{^undangan}") + paragraph("{/}") + paragraph("{/}")),
    ).toEqual(["{^undangan} ada di dalam {#undangan}, pada “{^undangan}”. Tulis {/undangan} di depannya."]);
    const { memory } = formFiller.limits;
    onTestFinished(() => void Object.assign(formFiller.limits, { memory }));
    formFiller.limits.memory = 1;
    const rows = Array.from({ length: 2000 }, (_, index) => ({ no: String(index) }));
    const many: Fields = { ...fields, lists: { undangan: rows } };
    const body = paragraph("{#undangan}") + paragraph("x".repeat(100_000)) + paragraph("{/undangan}");
    const filled = await prepareWordForm(upload(makeDocx(body)), [many], false);
    expect(filled).toEqual({ ok: false, faults: [expect.stringContaining("terlalu besar setelah diisi")] });
  });

  test("markup goes into it from nobody, wherever it asks for it", async () => {
    const parts = new Map(
      [...Object.entries(new PizZip(makeDocx(paragraph("{@hal}"))).files)].map(([name, file]) => [
        name,
        file.asNodeBuffer(),
      ]),
    );
    expect(await fillForm(parts, fields, false)).toMatchObject({ unknown: ["@hal"] });
  });

  test("is looked through once, however often it names a template", async () => {
    const many = (tag: string) => `<!-- ${`<${tag} `.repeat(60_000)} -->`;
    const bytes = makeDocx(paragraph("Undangan"), {
      parts: {
        "word/settings.xml": `<w:settings xmlns:w="w">${many("w:attachedTemplate")}</w:settings>`,
        "word/_rels/settings.xml.rels": `<Relationships>${many('Relationship T="/attachedTemplate"')}</Relationships>`,
      },
    });
    expect(await prepareWordForm(upload(bytes), [fields], false)).toMatchObject({ ok: false, field: "file" });
  });

  test("forgets the template on the writer's computer, and keeps links that a reader may press", async () => {
    const own = 'Type="http://x/attachedTemplate" Target="file:///C:/Users/Ibu/Normal.dotm" TargetMode="External"';
    const bytes = makeDocx(paragraph("Undangan"), {
      related:
        '<Relationship Id="rId3" Type="http://x/hyperlink" Target="https://lokmin.example/" TargetMode="External"/>',
      parts: {
        "word/settings.xml": '<w:settings xmlns:w="w" xmlns:r="r"><w:attachedTemplate r:id="rId1"/></w:settings>',
        "word/_rels/settings.xml.rels": `<Relationships><Relationship Id="rId1" ${own}/></Relationships>`,
      },
    });
    const prepared = await prepareWordForm(upload(bytes), [fields], false);
    if (!prepared.ok) throw new Error(JSON.stringify(prepared));
    const kept = new PizZip(Buffer.from(prepared.file.bytes));
    expect(kept.file("word/_rels/settings.xml.rels")?.asText()).not.toContain("Normal.dotm");
    expect(kept.file("word/settings.xml")?.asText()).not.toContain("attachedTemplate");
  });
});

async function world() {
  const host = await makePuskesmas();
  const staff = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  const meeting = await makeMeeting("SCHEDULED", { host, title: "Lokmin <b> & Ba'u" });
  for (let turn = 1; turn <= 7; turn++)
    await makeInvitation({
      meetingId: meeting.id,
      title: "Kepala Desa",
      institution: `Desa ${turn}`,
      protocolOrder: turn,
    });
  const paper = findPaperKind("undangan");
  if (!paper) throw new Error("There is no invitation letter");
  const keep = async (body: string, isForEOffice = false) => {
    const examples = (await listExamples(staff, paper, 8)).map(({ opened }) => opened.fields());
    const prepared = await prepareWordForm(upload(makeDocx(body)), examples, isForEOffice);
    if (!prepared.ok) throw new Error(JSON.stringify(prepared));
    return saveWordForm(staff, { paper, isForEOffice }, prepared.file);
  };
  const print = async (isForEOffice = false) => {
    const prepared = await preparePaper(staff, "undangan", meeting.id, {});
    return prepared && printWordForm(staff, prepared, isForEOffice);
  };
  return { host, staff, meeting, paper, keep, print };
}

const rows = table(
  tableRow("No", "Jabatan", "Instansi"),
  tableRow("{#undangan}{no}", "{jabatan}", "{instansi}{/undangan}"),
);

describe("a kept form", () => {
  test("prints the paper once nothing is missing, and LibreOffice reads it", async () => {
    const { staff, meeting, keep, print } = await world();
    await keep(paragraph("Nomor: {nomor}, kegiatan {kegiatan}") + rows + paragraph("{nama_penanda_tangan}"));
    expect(await print()).toMatchObject({
      ok: false,
      blocked: expect.arrayContaining([expect.stringContaining("Nomor surat")]),
    });
    const input = letterSchema.parse({
      ...{ id: randomUUID(), version: "0", day: "2026-06-24", number: "445.4/06/Admen/2026", place: "Sragi" },
      ...{ subject: "Undangan", addressees: "Kepala Desa", urgency: "ORDINARY" },
      ...{ signatorySeat: "Kepala Puskesmas", signatoryName: "Sulastri, S.Tr.Keb., SKM, MKM" },
    });
    await saveLetter(staff, { subject: { meetingId: meeting.id }, paperKind: "invitation-letter", input, issue: true });
    const printed = await print();
    if (!printed?.ok) throw new Error(JSON.stringify(printed));
    expect(printed.lines[0]).toBe("Nomor: 445.4/06/Admen/2026, kegiatan Lokmin <b> & Ba'u");
    expect(printed.lines).toContain("7 | Kepala Desa | Desa 7");
    const [pdf] = await convertOffice([{ name: "formulir.docx", bytes: printed.bytes }], "pdf");
    const text = (await runProgram("pdftotext", ["-layout", "-", "-"], pdf)).toString();
    expect(text).toContain("kegiatan Lokmin <b> & Ba'u");
    expect(text).toContain("Sulastri, S.Tr.Keb., SKM, MKM");
    expect(text).toMatch(/7\s+Kepala Desa\s+Desa 7/);
    expect(text).not.toMatch(/undefined|[{}]/);
  }, 240_000);

  test("for the e-office leaves its placeholders to it, and waits for no number of ours", async () => {
    const { keep, print } = await world();
    await keep(paragraph("Nomor ${nomor_naskah}, ${tanggal_naskah}") + rows + paragraph("${ttd_pengirim}"), true);
    expect(await print()).toBeNull();
    const printed = await print(true);
    if (!printed?.ok) throw new Error(JSON.stringify(printed));
    expect(printed.lines[0]).toBe("Nomor ${nomor_naskah}, ${tanggal_naskah}");
    expect(printed.lines.at(-1)).toBe("${ttd_pengirim}");
    await keep(paragraph("Nomor {nomor}"), true);
    expect(await print(true)).toMatchObject({
      ok: false,
      blocked: [expect.stringContaining("Isian {nomor} belum ada isinya")],
    });
  });

  test("prints no value that the paper does not have", async () => {
    const { host, staff, paper, keep } = await world();
    await keep(paragraph("{kegiatan}"));
    const which = { organisationId: host.id, paperKind: paper.kind, isForEOffice: false };
    expect(await fillWordForm(staff, which, { values: {}, lists: {} })).toEqual({
      ok: false,
      blocked: [expect.stringContaining("{kegiatan} pada formulir Word tidak punya nilai")],
    });
  });

  test("is replaced by the next, also by two at once, and is its own office's", async () => {
    const { host, staff, meeting, paper, keep } = await world();
    await keep(paragraph("{kegiatan}"));
    await allEnded([keep(paragraph("satu")), keep(paragraph("dua"))]);
    expect(await db.wordForm.count()).toBe(1);
    expect(await db.document.count({ where: { kind: "WORD_FORM" } })).toBe(1);
    const other = await makeActor("PUSKESMAS_STAFF", { organisationId: (await makePuskesmas()).id });
    const which = { organisationId: host.id, paperKind: paper.kind, isForEOffice: false };
    expect(await fillWordForm(other, which, fields)).toBeNull();
    expect(await preparePaper(other, "undangan", meeting.id, {})).toBeNull();
    expect(staff.organisation.id).toBe(host.id);
  });
});
