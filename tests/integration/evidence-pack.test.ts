// The evidence of a year: made part by part, put together while it is downloaded, for those who may see all of it.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { NotAllowed } from "@/lib/actor";
import { db } from "@/lib/db";
import { makeEvidence as collecting } from "@/lib/evidence-pack/make";
import { findPackOverview } from "@/lib/evidence-pack/overview";
import { findDownload, listPacks } from "@/lib/evidence-pack/reads";
import { makePack } from "@/lib/evidence-pack/writes";
import { bytesWithin, openZip } from "@/lib/evidence-pack/zip";
import { Interrupted } from "@/lib/jobs/attempt";
import { typst } from "@/lib/papers/render/renderer";
import { makeActionItem } from "@/tests/factories/action-items";
import { makeEscalation } from "@/tests/factories/escalations";
import { documentRow, makeEvidence, noteRow } from "@/tests/factories/evidence";
import { phonePhoto, smallPdf } from "@/tests/factories/files";
import { runJobs } from "@/tests/factories/jobs";
import { makeMeeting } from "@/tests/factories/meetings";
import { makeKabupaten, makeProvinsi, makePuskesmas } from "@/tests/factories/organisations";
import { makeSignedCopy } from "@/tests/factories/signed-copies";
import { makeActor } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";
import { ensurePrograms, installLimit, onFile, runProgram } from "@/tests/setup/programs";

const { renderMs } = typst.limits;

beforeEach(async () => {
  vi.stubEnv("APP_URL", "https://lokmin.contoh.go.id");
  await ensurePrograms("qpdf", "pdfinfo", "pdftotext");
}, installLimit);

afterEach(() => {
  typst.limits.renderMs = renderMs;
});

/** A puskesmas with two Lokmin of 2026: one with evidence, scans and photos, one with hardly any. */
async function office() {
  const province = await makeProvinsi();
  const dinkes = await makeKabupaten({ parentId: province.id });
  const host = await makePuskesmas({ parentId: dinkes.id, name: "Puskesmas Sragi" });
  const staff = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  const at = (day: string) => ({ host, startsAt: new Date(`${day}T02:00:00Z`) });
  const kind = { kind: "QUARTERLY_LOKMIN", year: 2026 } as const;
  const full = await makeMeeting("CLOSED", {
    ...at("2026-02-11"),
    ...kind,
    period: 1,
    title: "Lokmin Triwulan I",
    leader: "Camat Sragi",
  });
  const poor = await makeMeeting("CLOSED", { ...at("2026-05-13"), ...kind, period: 2, title: "Lokmin Triwulan II" });
  await makeEvidence(full, ["foto"]);
  await db.note.create({ data: noteRow("DECISIONS", { meetingId: full.id }) });
  const photo = await phonePhoto(400, 300);
  const scan = { kind: "ATTENDANCE_SCAN", meetingId: full.id, mimeType: "application/pdf" } as const;
  await keep(documentRow({ ...scan, name: "daftar.pdf" }), smallPdf);
  await keep(documentRow({ ...scan, name: "rusak.pdf" }), Buffer.from("%PDF-1.7\nrusak"));
  await keep(documentRow({ kind: "MEETING_PHOTO", meetingId: full.id, caption: "Pembukaan", position: 1 }), photo);
  const copy = await makeSignedCopy({ organisationId: host.id, meetingId: full.id, paperKind: "minutes" });
  const signed = documentRow({ kind: "SIGNED_COPY", signedCopyId: copy.id, mimeType: "application/pdf" });
  await keep(signed, smallPdf);
  return { province, dinkes, host, staff, full, poor };
}

async function keep(row: ReturnType<typeof documentRow>, bytes: Buffer) {
  await db.document.create({
    data: { ...row, size: bytes.length, content: { create: { bytes: new Uint8Array(bytes) } } },
  });
}

async function made(staff: Awaited<ReturnType<typeof makeActor>>) {
  const outcome = await makePack(staff, 2026);
  if (!outcome.ok) throw new Error(outcome.reason);
  await runJobs();
  const pack = await findDownload(staff, outcome.id);
  if (!pack || pack === "changed") throw new Error("no pack");
  return pack;
}

async function zipOf(pack: Awaited<ReturnType<typeof made>>, from = 0) {
  const { size, stream } = await openZip(pack);
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytesWithin(stream, { first: from, last: size - 1 })) chunks.push(chunk);
  return { size, bytes: Buffer.concat(chunks) };
}

/** Opened by a program that is none of ours. */
function unpacked(bytes: Buffer): { names: string[]; read: (name: string) => Buffer } {
  const folder = mkdtempSync(join(tmpdir(), "lokmin-zip-"));
  try {
    writeFileSync(join(folder, "a.zip"), bytes);
    const script =
      "import sys,zipfile\nz=zipfile.ZipFile('a.zip')\nassert z.testzip() is None\nz.extractall('x')\nprint('\\n'.join(z.namelist()))";
    const names = execFileSync("python3", ["-c", script], { cwd: folder }).toString().trim().split("\n");
    const files = new Map(names.map((name) => [name, readFileSync(join(folder, "x", name))]));
    return { names, read: (name) => files.get(name) ?? Buffer.alloc(0) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("a year becomes one ZIP, ordered by what an assessor looks for, that says what is missing", async () => {
  const { staff, host } = await office();
  const pack = await made(staff);
  const { size, bytes } = await zipOf(pack);
  expect(bytes.length).toBe(size);
  // A download that broke off goes on with the same bytes.
  for (const from of [1, Math.floor(size / 3), size - 1])
    expect((await zipOf(pack, from)).bytes.equals(bytes.subarray(from))).toBe(true);
  const { names, read } = unpacked(bytes);
  const meeting = "01 2026-02-11 Lokmin Triwulan I";
  expect(names).toEqual(
    expect.arrayContaining([
      "00 Daftar isi.pdf",
      "00 Daftar isi.html",
      "1.6.2 a/01 Jadwal tahunan.pdf",
      `1.6.2 a/${meeting}/03 Pindaian daftar hadir 1.pdf`,
      `1.6.2 a/${meeting}/06 Notulen bertanda tangan, revisi 1.pdf`,
      `1.6.2 a/${meeting}/08 Foto 1 Pembukaan.jpg`,
      `1.6.2 b/${meeting}/01 Notulen.pdf`,
      `2.8.2 b/${meeting}.pdf`,
    ]),
  );
  expect(names.map((name) => name.slice(0, 7))).toEqual(names.map((name) => name.slice(0, 7)).toSorted());
  expect(names.some((name) => name.includes("Pindaian daftar hadir 2"))).toBe(false);
  const html = read("00 Daftar isi.html").toString();
  expect(html).toContain("Pindaian daftar hadir 2: PDF ini rusak");
  expect(html).toContain("Lokmin Triwulan II, Foto kegiatan, paling sedikit satu: belum ada foto");
  expect(html).toContain(`<a href="1.6.2%20b/01%202026-02-11%20Lokmin%20Triwulan%20I/01%20Notulen.pdf">`);
  const index = (await runProgram("pdftotext", ["-layout", "-", "-"], read("00 Daftar isi.pdf"))).toString();
  expect(index).toContain("DAFTAR BUKTI AKREDITASI");
  const merged = read(`2.8.2 b/${meeting}.pdf`);
  await onFile("a.pdf", merged, (file) => runProgram("qpdf", ["--check", file]));
  const pages = Number(/Pages:\s+(\d+)/.exec((await runProgram("pdfinfo", ["-"], merged)).toString())?.[1]);
  expect(pages).toBeGreaterThanOrEqual(4);
  const overview = await findPackOverview(staff, host.id, 2026);
  expect(overview).toMatchObject({ making: null, ready: { changed: 0, hindrance: null } });
  expect(overview?.gaps.map(({ meeting: name }) => name)).toContain("Lokmin Bulanan Januari 2026");
});

test("a renderer that ends fails its parts with a sentence, the others go on, and making again mends it", async () => {
  const { staff, full } = await office();
  typst.limits.renderMs = 0;
  const pack = await made(staff);
  const ofFull = pack.parts.filter(({ meetingId }) => meetingId === full.id || meetingId === null);
  const states = new Map(ofFull.map(({ title, state, reason }) => [title, reason ?? state]));
  expect(states.get("Daftar hadir")).toContain("Pembuat PDF berhenti");
  expect(states.get("Foto 1 Pembukaan")).toBe("MADE");
  expect(states.get("Daftar isi (HTML)")).toBe("MADE");
  typst.limits.renderMs = renderMs;
  const again = await made(staff);
  expect(again.parts.find(({ title }) => title === "Daftar hadir")?.state).toBe("MADE");
  expect(await listPacks(staff, staff.organisation.id, 2026)).toHaveLength(1);
});

test("asked for twice, it is made once, and cut short it goes on; a year without a Lokmin is refused", async () => {
  const { staff } = await office();
  const [one, other] = await allEnded([makePack(staff, 2026), makePack(staff, 2026)]);
  expect(one).toEqual(other);
  expect(await db.job.count({ where: { kind: "evidence.make" } })).toBe(1);
  const packId = one.ok ? one.id : "";
  const stop = new AbortController();
  const onProgress = async (done: number) => {
    if (done === 2) stop.abort();
  };
  const attempt = { jobId: "", actor: staff, signal: stop.signal, onProgress };
  await expect(collecting.run(attempt, { packId })).rejects.toThrow(Interrupted);
  const settled = () => db.evidencePart.findMany({ where: { packId, state: { not: "WAITING" } } });
  const before = await settled();
  expect(before).toHaveLength(3);
  await runJobs();
  expect(await settled()).toEqual(expect.arrayContaining(before));
  expect(await findDownload(staff, packId)).not.toBeNull();
  expect(await makePack(staff, 2025)).toMatchObject({ ok: false, reason: expect.stringContaining("2025") });
});

test("who sees every part may download it, until a file of it is gone; what changed since is counted", async () => {
  const { province, dinkes, host, staff, full } = await office();
  const neighbour = await makePuskesmas({ parentId: dinkes.id });
  const pack = await made(staff);
  const of = async (role: Parameters<typeof makeActor>[0], organisationId: string) => {
    const actor = await makeActor(role, { organisationId });
    const overview = await findPackOverview(actor, host.id, 2026);
    return [overview !== null, overview?.canMake ?? false, (await findDownload(actor, pack.id)) !== null];
  };
  expect(await of("PUSKESMAS_READER", host.id)).toEqual([true, false, true]);
  expect(await of("DINKES_REVIEWER", dinkes.id)).toEqual([true, false, true]);
  expect(await of("DINKES_ADMIN", province.id)).toEqual([false, false, false]);
  expect(await of("PUSKESMAS_ADMIN", neighbour.id)).toEqual([false, false, false]);
  await expect(makePack(await makeActor("PUSKESMAS_READER", { organisationId: host.id }), 2026)).rejects.toThrow(
    NotAllowed,
  );
  const event = { organisationId: host.id, meetingId: full.id, actor: "x", verb: "mengubah", subject: "x" };
  await db.event.createMany({ data: [event, event] });
  expect((await findPackOverview(staff, host.id, 2026))?.ready?.changed).toBe(1);
  await db.document.deleteMany({ where: { meetingId: full.id, kind: "MEETING_PHOTO" } });
  expect(await findDownload(staff, pack.id)).toBe("changed");
});

test("the year's escalations are a part of the pack where there are any", async () => {
  const { dinkes, staff, full } = await office();
  const parts = async () => {
    const made = await makePack(staff, 2026);
    if (!made.ok) throw new Error(made.reason);
    const found = await db.evidencePart.findMany({ where: { packId: made.id, ep: "1.7.1 f" } });
    await db.evidencePack.delete({ where: { id: made.id } });
    return found.map(({ path }) => path);
  };
  expect(await parts()).toEqual([]);
  const { id: itemId } = await makeActionItem({ meetingId: full.id });
  await makeEscalation({ itemId, dinkesId: dinkes.id, raisedAt: new Date("2026-06-01T03:00:00Z") });
  expect(await parts()).toEqual(["1.7.1 f/01 Daftar eskalasi.pdf"]);
});
