// Papers as PDF, opened with the programs that others will open them with.
import { beforeAll, describe, expect, test } from "vitest";
import type { Paper } from "@/lib/papers/model";
import { renderPdf } from "@/lib/papers/render/pdf";
import { typst } from "@/lib/papers/render/renderer";
import { RendererUnavailable } from "@/lib/papers/render/unavailable";
import { hardNames, letterPaper, listPaper, matrixPaper, signaturePictures } from "@/tests/factories/sample-papers";
import { expectSoundPdf, factsOf, pagesOf, solid } from "@/tests/setup/pdf";
import { ensurePrograms, installLimit, runProgram } from "@/tests/setup/programs";

beforeAll(() => ensurePrograms("pdfinfo", "pdffonts", "pdfimages", "pdftotext", "qpdf"), installLimit);

const check = { code: "7KQM-4XWT", address: "https://lokmin.contoh.go.id/periksa/7KQM4XWT" };

const render = (paper: Paper, pictures: Parameters<typeof renderPdf>[0]["pictures"] = new Map()) =>
  renderPdf({ paper, pictures, day: "2026-06-24", check });

describe("a list of 200 with 200 signatures", () => {
  let pdf: Buffer;
  beforeAll(async () => {
    pdf = await render(listPaper(200), await signaturePictures(200));
  });

  test("is a sound A4 file with a title, tags and its own fonts", async () => {
    await expectSoundPdf(pdf);
    expect(await factsOf(pdf)).toMatchObject({
      Title: "Daftar Hadir Lokakarya Mini Lintas Sektor Triwulan II 2026",
      "Page size": expect.stringContaining("A4"),
    });
    expect(pdf.toString("latin1")).toContain("/Lang (id-ID)");
  });

  test("has its header, page number and code on every page, and every name as it was typed", async () => {
    const pages = await pagesOf(pdf);
    expect(pages.length).toBeGreaterThan(8);
    for (const [index, page] of pages.entries()) {
      for (const head of ["Mewakili", "JabatanInstansi", "JamTandatanganKet"]) expect(solid(page)).toContain(head);
      expect(page).toContain(`Halaman ${index + 1} dari ${pages.length}`);
      expect(page).toContain(check.address);
    }
    const whole = solid(pages.join(""));
    for (const name of hardNames) expect(whole).toContain(solid(name));
    for (let number = 1; number <= 200; number += 1) expect(whole).toContain(`KualaSekampung${number}(diwakili`);
  });

  test("cuts no row: every page ends with a whole one", async () => {
    for (const page of await pagesOf(pdf)) {
      const begun = page.match(/\(diwakili/g)?.length ?? 0;
      expect(solid(page).match(/SekretarisDesa\)/g)?.length ?? 0).toBe(begun);
    }
  });

  test("has 200 pictures, the cells of a table and its header cells for a reader by ear", async () => {
    const pictures = (await runProgram("pdfimages", ["-list", "-"], pdf)).toString();
    expect(pictures.trim().split("\n").length - 2).toBeGreaterThanOrEqual(200);
    const tree = (await runProgram("pdfinfo", ["-struct", "-"], pdf)).toString();
    expect(tree.match(/^\s*H1\b/gm)).toHaveLength(1);
    expect(tree.match(/^\s*Table\b/gm)).toHaveLength(1);
    expect(tree.match(/^\s*TH\b/gm)).toHaveLength(8);
    expect(tree.match(/^\s*TD\b/gm)).toHaveLength(1400);
    expect(tree.match(/^\s*Figure\b/gm)).toHaveLength(200);
  });
});

test("a letter has its head, signature and copies on one F4 page, and its list on the next", async () => {
  const pdf = await render(letterPaper(45));
  await expectSoundPdf(pdf);
  expect(await factsOf(pdf)).toMatchObject({ Pages: "2", "Page size": expect.stringContaining("595.276 x 935.433") });
  const [letter = "", list = ""] = await pagesOf(pdf);
  for (const words of ["UPTD PUSKESMAS RAWAT INAP SRAGI", "445.4/06/Admen/2026", "Yth. Bapak/Ibu", "Tembusan:"])
    expect(letter).toContain(words);
  expect(letter).toContain("NIP 19800101 200901 2 001");
  expect(list).toContain("Kepala Desa 45");
});

test("a matrix lies across, repeats both rows of its header, and what it is drawn from is data", async () => {
  for (const [size, width] of [
    ["F4", "935.433 x 595.276"],
    ["A4", "841.89 x 595.276"],
  ] as const) {
    const pdf = await render(matrixPaper(40, size));
    await expectSoundPdf(pdf);
    expect((await factsOf(pdf))["Page size"]).toContain(width);
    const pages = await pagesOf(pdf);
    for (const page of pages.slice(0, -1))
      for (const head of ["Penanggungjawab", "InstansiNama"]) expect(solid(page)).toContain(head);
    const whole = solid(pages.join(""));
    for (const name of hardNames) expect(whole).toContain(solid(name));
  }
});

test("a row that fills more than a page goes on, and nothing of it is lost", async () => {
  const [section] = listPaper(0).sections;
  if (!section) throw new Error("no section");
  const words = Array.from({ length: 1200 }, (_, index) => `kata${index}`);
  const paper = listPaper(0, {
    sections: [
      {
        ...section,
        blocks: [
          { type: "title", lines: ["NOTULEN"] },
          {
            type: "table",
            caption: "Pembahasan",
            columns: [
              { head: "Uraian", width: 1 },
              { head: "Ket", width: 3 },
            ],
            rows: [
              [words.join(" "), "sekali"],
              ["sesudahnya", ""],
            ],
          },
        ],
      },
    ],
  });
  const pdf = await render(paper);
  await expectSoundPdf(pdf);
  const whole = (await pagesOf(pdf)).join(" ");
  for (const word of [...words, "sesudahnya"]) expect(whole).toContain(word);
});

describe("the process that renders", () => {
  const order = { template: '#set document(title: "Uji")\n#set page(width: 5cm, height: 5cm)\nUji', files: [] };
  const endless = { template: "#let x = 0\n#for a in range(100000) { for b in range(100000) { x += 1 } }", files: [] };

  test("killed at work fails the paper at hand, and the next one is made", async () => {
    const failing = typst.render(endless);
    const waiting = render(letterPaper(1));
    await expect.poll(() => typst.pid()).not.toBeNull();
    process.kill(typst.pid() ?? 0, "SIGKILL");
    await expect(failing).rejects.toThrow(RendererUnavailable);
    expect((await waiting).subarray(0, 5).toString()).toBe("%PDF-");
  });

  test("is ended where it takes too long or too much memory", async () => {
    const before = { ...typst.limits };
    try {
      typst.limits.renderMs = 300;
      await expect(typst.render(endless)).rejects.toThrow(RendererUnavailable);
      typst.limits.renderMs = before.renderMs;
      const greedy = '#let grow(text, n) = if n == 0 { text } else { grow(text + text, n - 1) }\n#grow("abcdefgh", 30)';
      typst.limits.memory = 300 * 1024 * 1024;
      await expect(typst.render({ template: greedy, files: [] })).rejects.toThrow(RendererUnavailable);
    } finally {
      Object.assign(typst.limits, before);
    }
    expect((await render(letterPaper(1))).length).toBeGreaterThan(1000);
  });

  test("takes so many orders and no more", async () => {
    const before = { ...typst.limits };
    typst.limits.renderMs = 100;
    try {
      const orders = Array.from({ length: before.waiting }, () => typst.render(endless));
      const settled = Promise.allSettled(orders);
      await expect(typst.render(order)).rejects.toThrow("too many papers are waiting");
      for (const outcome of await settled) expect(outcome.status).toBe("rejected");
    } finally {
      Object.assign(typst.limits, before);
    }
    expect((await typst.render(order)).subarray(0, 5).toString()).toBe("%PDF-");
  });

  test("reads nothing but what it was given", async () => {
    for (const path of ["/etc/hostname", "../../../../etc/hostname", "package.json"])
      await expect(typst.render({ template: `#read("${path}")`, files: [] })).rejects.toThrow(/not rendered/);
    await expect(typst.render({ template: '#import "@preview/cetz:0.3.4"', files: [] })).rejects.toThrow(
      /not rendered/,
    );
  });
});
