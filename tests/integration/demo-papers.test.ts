// Every paper of the demo, made in each of its forms and opened with the programs that others will open it with.
import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { type Actor, findActor } from "@/lib/actor";
import { db } from "@/lib/db";
import type { PaperKind } from "@/lib/papers/definition";
import { paperKinds } from "@/lib/papers/kinds";
import type { Paper } from "@/lib/papers/model";
import { type PreparedPaper, preparePaper } from "@/lib/papers/prepare";
import { renderDocx } from "@/lib/papers/render/docx";
import { missingGlyphs } from "@/lib/papers/render/glyphs";
import { renderPdf } from "@/lib/papers/render/pdf";
import { type KeptPicture, picturesOf } from "@/lib/papers/render/pictures";
import { renderXlsx } from "@/lib/papers/render/xlsx";
import { textsOf } from "@/lib/papers/texts";
import { fillDemo } from "@/prisma/demo/demo";
import type { MeetingStatus } from "@/prisma/generated/enums";
import { expectSoundPdf, pagesOf, solid } from "@/tests/setup/pdf";
import { convertOffice, ensurePrograms } from "@/tests/setup/programs";

type Found = { kind: PaperKind; paper: Paper; pictures: Map<string, KeptPicture> };

/** The first paper of a kind that somebody of the demo could send, else the first that he could only look at. */
async function findPaper(kind: PaperKind, actors: readonly Actor[]): Promise<Found | null> {
  let shown: { actor: Actor; prepared: PreparedPaper } | null = null;
  for (const actor of actors)
    for (const subjectId of await subjectsOf(kind, actor)) {
      const prepared = await preparePaper(actor, kind.slug, subjectId, {});
      if (!prepared) continue;
      shown = shown && prepared.blocked.length > 0 ? shown : { actor, prepared };
      if (prepared.blocked.length === 0) return found(kind, shown);
    }
  return shown && found(kind, shown);
}

async function found(kind: PaperKind, { actor, prepared }: { actor: Actor; prepared: PreparedPaper }): Promise<Found> {
  return { kind, paper: prepared.paper, pictures: await picturesOf(actor, prepared.paper) };
}

async function subjectsOf({ subject, meetingKinds }: PaperKind, { organisation }: Actor): Promise<string[]> {
  const ids = async (rows: Promise<{ id: string }[]>) => (await rows).map(({ id }) => id);
  const few = { take: 12, select: { id: true } } as const;
  if (subject === "meeting") {
    const where = {
      OR: [{ organisers: { some: { puskesmasId: organisation.id } } }, { hostId: organisation.id }],
      status: { in: ["CLOSED", "IN_PROGRESS"] satisfies MeetingStatus[] },
      ...(meetingKinds && { kind: { in: [...meetingKinds] } }),
    };
    return ids(db.meeting.findMany({ ...few, where, orderBy: { startsAt: "desc" } }));
  }
  if (subject === "certificate") return ids(db.certificate.findMany(few));
  if (subject === "feedback") return ids(db.monthlyFeedback.findMany(few));
  if (subject === "escalation") return ids(db.escalation.findMany(few));
  if (subject === "programme") return ids(db.programme.findMany({ ...few, orderBy: { createdAt: "asc" } }));
  if (subject === "year") return [`${organisation.id}:2025`, `${organisation.id}:2026`];
  const indicators = await ids(db.indicator.findMany(few));
  return indicators.map((id) => `${organisation.id}:${id}`);
}

async function actorsOfTheDemo(): Promise<Actor[]> {
  const users = await db.user.findMany({
    where: { role: { in: ["PUSKESMAS_HEAD", "DINKES_ADMIN"] } },
    orderBy: { role: "asc" },
    select: { id: true },
  });
  const actors: Actor[] = [];
  for (const { id } of users) actors.push(...[await findActor(id)].filter((actor) => actor !== null));
  return actors;
}

test("every paper of the demo is sound as PDF, Word and Excel, and says the same in each", {
  timeout: 600_000,
}, async () => {
  await ensurePrograms("pdfinfo", "pdffonts", "pdftotext", "qpdf", "soffice");
  await fillDemo("only-for-tests-and-long-enough", new Date("2026-11-26T03:00:00Z"));
  const actors = await actorsOfTheDemo();
  const papers: Found[] = [];
  const without: string[] = [];
  for (const kind of paperKinds) {
    const one = await findPaper(kind, actors);
    if (one) papers.push(one);
    else without.push(kind.slug);
  }
  expect(without).toEqual([]);
  const files: { name: string; bytes: Buffer }[] = [];
  for (const { kind, paper, pictures } of papers) {
    expect(missingGlyphs(paper), kind.slug).toEqual([]);
    const pdf = await renderPdf({ paper, pictures, day: "2026-11-26", check: null });
    await expectSoundPdf(pdf);
    expectWords(paper, await pagesOf(pdf), kind.slug);
    if (kind.formats.includes("docx"))
      files.push({ name: `${kind.slug}.docx`, bytes: await renderDocx(paper, pictures) });
    if (kind.formats.includes("xlsx"))
      files.push({ name: `${kind.slug}-tabel.xlsx`, bytes: await buffer(renderXlsx(paper)) });
  }
  const converted = await convertOffice(files);
  for (const [index, { name }] of files.entries()) {
    const pages = await pagesOf(converted[index] ?? Buffer.alloc(0));
    const one = papers.find(({ kind }) => name === `${kind.slug}.docx`);
    if (one) expectWords(one.paper, pages, name);
    else expect(solid(pages.join("")).length, name).toBeGreaterThan(20);
  }
});

/** Every text of the paper is on the pages, whatever lines it was broken into. */
function expectWords(paper: Paper, pages: readonly string[], name: string) {
  const whole = solid(pages.join(""));
  const missing = textsOf(paper)
    .filter(({ place }) => place !== "Judul berkas" && place !== "Gambar" && place !== "Keterangan gambar")
    .flatMap(({ text }) => text.split("\n"))
    .filter((line) => line.trim() !== "" && !whole.includes(solid(line)));
  expect(missing, name).toEqual([]);
}
