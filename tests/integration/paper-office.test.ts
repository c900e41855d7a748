// Papers as Word and Excel files, opened with LibreOffice and read back.
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openWorkbook } from "@/lib/imports/workbook";
import { renderDocx } from "@/lib/papers/render/docx";
import { makeDocx, word } from "@/lib/papers/render/docx-apart";
import { RendererUnavailable } from "@/lib/papers/render/unavailable";
import { renderXlsx } from "@/lib/papers/render/xlsx";
import { bundleDocx, root } from "@/prisma/run/prepare.mjs";
import {
  hardNames,
  letterPaper,
  listPaper,
  matrixPaper,
  photoPaper,
  signatureId,
  signaturePictures,
} from "@/tests/factories/sample-papers";
import { solid } from "@/tests/setup/pdf";
import { convertOffice, ensurePrograms, installLimit, runProgram } from "@/tests/setup/programs";

beforeAll(() => ensurePrograms("pdfinfo", "pdfimages", "pdftotext", "soffice"), installLimit);

const people = 60;

async function readPdf(pdf: Buffer) {
  const text = (await runProgram("pdftotext", ["-raw", "-", "-"], pdf)).toString();
  const info = (await runProgram("pdfinfo", ["-"], pdf)).toString();
  return { pages: text.split("\f").slice(0, -1), whole: solid(text), info };
}

describe("as LibreOffice shows them", () => {
  let photoPdf: Buffer = Buffer.alloc(0);
  let [list, letter, matrix, photo, sheet]: Awaited<ReturnType<typeof readPdf>>[] = [];

  beforeAll(async () => {
    const files = [
      { name: "daftar.docx", bytes: await renderDocx(listPaper(people), await signaturePictures(people)) },
      { name: "surat.docx", bytes: await renderDocx(letterPaper(45), new Map()) },
      { name: "matriks.docx", bytes: await renderDocx(matrixPaper(30), new Map()) },
      { name: "foto.docx", bytes: await renderDocx(photoPaper(1, [signatureId(0)]), await signaturePictures(1)) },
      { name: "matriks-rtl.xlsx", bytes: await buffer(renderXlsx(matrixPaper(80))) },
    ];
    const pdfs = await convertOffice(files);
    const pictures = (await runProgram("pdfimages", ["-list", "-"], pdfs[0])).toString();
    expect(pictures.trim().split("\n").length - 2).toBeGreaterThanOrEqual(people);
    const read: Awaited<ReturnType<typeof readPdf>>[] = [];
    for (const pdf of pdfs) read.push(await readPdf(pdf));
    [list, letter, matrix, photo, sheet] = read;
    photoPdf = pdfs[3] ?? photoPdf;
  }, 240_000);

  test("a list has its header, the page's number and every name", () => {
    expect(list?.info).toContain("(A4)");
    expect(list?.pages.length).toBeGreaterThan(2);
    for (const [index, page] of (list?.pages ?? []).entries()) {
      expect(solid(page)).toContain("Tandatangan");
      expect(page).toContain(`Halaman ${index + 1} dari ${list?.pages.length}`);
    }
    for (const name of hardNames) expect(list?.whole).toContain(solid(name));
  });

  test("a letter is one F4 page, its list the next", () => {
    expect(letter?.info).toMatch(/Page size: +595\.\d+ x 93[56]/);
    expect(letter?.pages).toHaveLength(2);
    const [first = "", second = ""] = letter?.pages ?? [];
    for (const words of ["445.4/06/Admen/2026", "Yth. Bapak/Ibu", "kehadiran", "NIP 19800101 200901 2 001", "Arsip"])
      expect(first).toContain(words);
    expect(second).toContain("Kepala Desa 45");
  });

  test("a matrix lies across and repeats both rows of its header", () => {
    expect(matrix?.info).toMatch(/Page size: +93[56]\S* x 595/);
    for (const page of matrix?.pages.slice(0, -1) ?? []) {
      expect(solid(page)).toContain("Penanggungjawab");
      expect(solid(page)).toContain("InstansiNama");
    }
    for (const name of hardNames) expect(matrix?.whole).toContain(solid(name));
  });

  test("a photo is as tall as it was drawn, above its caption", async () => {
    expect(photo?.pages).toHaveLength(1);
    const html = (await runProgram("pdftotext", ["-bbox", "-", "-"], photoPdf)).toString();
    const [, top = "0"] = /yMin="([\d.]+)"[^>]*>Pembukaan</.exec(html) ?? [];
    // 600 × 240 across the page: some 60 mm tall.
    expect(Number(top)).toBeGreaterThan(200);
  });

  test("a workbook prints across, its header on each page, and its days as days", () => {
    expect(sheet?.pages.length).toBeGreaterThan(1);
    for (const page of sheet?.pages ?? []) expect(solid(page)).toContain("Penanggungjawab:Instansi");
    expect(sheet?.whole).toContain("24/07/2026");
    expect(sheet?.whole).toContain(solid('=HYPERLINK("http://contoh.invalid")'));
  });
});

describe("a workbook", () => {
  test("keeps names as text in one cell, numbers as numbers, two tables of one name as two sheets", async () => {
    const paper = matrixPaper(hardNames.length);
    const [section] = paper.sections;
    if (!section) throw new Error("no section");
    const twice = { ...paper, sections: [section, section] };
    const workbook = await openWorkbook(await buffer(renderXlsx(twice)), {
      unpacked: 10_000_000,
      row: 1000,
      column: 100,
    });
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["Rencana tindak lanjut", "Rencana tindak lanjut 2"]);
    const sheet = JSON.stringify(await workbook.sheets[0]?.read());
    for (const name of hardNames) expect(sheet).toContain(JSON.stringify(name).slice(1, -1));
  });

  test("holds no formula", async () => {
    const bytes = await buffer(renderXlsx(listPaper(hardNames.length)));
    const { openArchive } = await import("@/lib/imports/archive");
    const read = await openArchive(bytes, 10_000_000);
    const chunks = await read("xl/worksheets/sheet1.xml");
    const xml = chunks ? (await buffer(chunks)).toString() : "";
    expect(xml).toContain("HYPERLINK");
    expect(xml).not.toMatch(/<f[ >]/);
    expect(xml).toContain('state="frozen"');
    expect(xml).toContain("<autoFilter");
    expect(xml).toContain('orientation="landscape"');
  });
});

describe("the process that makes Word documents", () => {
  const folder = mkdtempSync(join(root, "node_modules/.lokmin-docx-"));
  beforeAll(async () => {
    const program = join(folder, "docx.mjs");
    await bundleDocx(program);
    vi.stubEnv("LOKMIN_DOCX", program);
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });

  test("makes what would be made here", async () => {
    const pictures = await signaturePictures(3);
    const [there, here] = [await makeDocx(listPaper(3), pictures), await renderDocx(listPaper(3), pictures)];
    expect(Math.abs(there.length - here.length)).toBeLessThan(200);
  });

  test("fails the document at hand when it is killed, and makes the next one", async () => {
    await makeDocx(listPaper(1), new Map());
    const failing = makeDocx(listPaper(3000), new Map());
    process.kill(word.pid() ?? 0, "SIGKILL");
    await expect(failing).rejects.toThrow(RendererUnavailable);
    expect((await makeDocx(listPaper(1), new Map())).length).toBeGreaterThan(1000);
  });
});
