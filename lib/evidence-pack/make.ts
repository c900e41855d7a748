import { randomUUID } from "node:crypto";
import { type Actor, NotAllowed } from "@/lib/actor";
import { db } from "@/lib/db";
import { preparedFile } from "@/lib/documents/prepare";
import { keepDocument, placeFile, readBytes } from "@/lib/documents/store";
import { readContents } from "@/lib/evidence-pack/contents";
import { indexHtml } from "@/lib/evidence-pack/index-html";
import { countPages, mergeFiles, type PdfSource } from "@/lib/evidence-pack/merge";
import { type Attempt, Interrupted, type JobOutcome } from "@/lib/jobs/attempt";
import { log } from "@/lib/log";
import { issuePaper } from "@/lib/papers/issue";
import { RendererUnavailable } from "@/lib/papers/render/unavailable";
import { transact } from "@/lib/transact";
import type { EvidencePart } from "@/prisma/generated/client";

type Pack = { id: string; organisationId: string; year: number };
type Made = { fileId: string | null; reason: string | null };

const none = (reason: string): Made => ({ fileId: null, reason });

/** Makes a pack part by part; a part that fails is told and left out. Cut short, it goes on after the last one. */
export const makeEvidence = {
  async run({ actor, signal, onProgress }: Attempt, { packId }: { packId: string }): Promise<JobOutcome> {
    const pack = await db.evidencePack.findUnique({ where: { id: packId } });
    if (!pack || pack.failedAt) return { ok: true, says: "Berkasnya sudah tidak diminta lagi" };
    const parts = await db.evidencePart.findMany({ where: { packId }, orderBy: { position: "asc" } });
    // The first pages last: they tell of all others.
    const order = [...parts.filter(({ kind }) => !isIndex(kind)), ...parts.filter(({ kind }) => isIndex(kind))];
    for (const [index, part] of order.entries()) {
      if (signal.aborted) throw new Interrupted();
      await onProgress(index, order.length);
      if (part.state !== "WAITING") continue;
      await settle(part, await makePart(actor, pack, part));
    }
    await finish(pack);
    const failed = await db.evidencePart.count({ where: { packId, state: "FAILED" } });
    return { ok: true, says: `${order.length - failed} bagian, ${failed} tidak ada` };
  },

  async giveUp(jobId: string, reason: string): Promise<void> {
    const job = await db.job.findUnique({ where: { id: jobId }, select: { payload: true } });
    const packId = packOf(job?.payload);
    if (!packId) return;
    await transact(async (tx) => {
      const data = { failedAt: new Date(), outcome: reason };
      await tx.evidencePack.updateMany({ where: { id: packId, finishedAt: null }, data });
    });
  },
};

const isIndex = (kind: EvidencePart["kind"]) => kind === "INDEX_PDF" || kind === "INDEX_HTML";

function packOf(payload: unknown): string | null {
  return typeof payload === "object" && payload !== null && "packId" in payload ? String(payload.packId) : null;
}

async function settle({ id }: EvidencePart, { fileId, reason }: Made): Promise<void> {
  await transact(async (tx) => {
    const state = fileId ? "MADE" : "FAILED";
    // Deleted meanwhile, with its meeting.
    await tx.evidencePart.updateMany({ where: { id }, data: { fileId, reason, state } });
  });
}

async function finish({ id, organisationId, year }: Pack): Promise<void> {
  await transact(async (tx) => {
    await tx.evidencePack.update({ where: { id }, data: { finishedAt: new Date() } });
    await tx.evidencePack.deleteMany({
      where: {
        organisationId,
        year,
        id: { not: id },
        OR: [{ finishedAt: { not: null } }, { failedAt: { not: null } }],
      },
    });
  });
}

async function makePart(actor: Actor, pack: Pack, part: EvidencePart): Promise<Made> {
  try {
    switch (part.kind) {
      case "PAPER":
      case "INDEX_PDF":
        return await makePaper(actor, part);
      case "FILE":
        return await checkFile(part);
      case "MERGED":
        return await makeMerged(actor, pack, part);
      case "INDEX_HTML":
        return await makeHtml(actor, pack, part);
    }
  } catch (error) {
    if (error instanceof RendererUnavailable)
      return none("Pembuat PDF berhenti di tengah jalan, jadi bagian ini belum dibuat. Buat lagi berkasnya.");
    if (error instanceof NotAllowed) return none("Suratnya sudah tidak ada.");
    log.error({ part: part.id, err: error }, "bagian berkas akreditasi gagal");
    return none("Terjadi gangguan di Lokmin; rinciannya ada di catatan server.");
  }
}

async function makePaper(actor: Actor, { slug, subjectId }: EvidencePart): Promise<Made> {
  const issued = await issuePaper(actor, slug ?? "", subjectId ?? "", {});
  if (issued.ok) return { fileId: issued.file.id, reason: null };
  return none("blocked" in issued ? issued.blocked.join(" ") : issued.reason);
}

const damaged = "PDF ini rusak dan tidak dapat dibuka, jadi tidak ikut. Pindai atau unggah ulang.";

async function checkFile({ fileId }: EvidencePart): Promise<Made> {
  const file = await findFile(fileId);
  if (!file) return none("Berkasnya sudah dihapus.");
  if (file.mimeType === "application/pdf" && (await countPages(file.bytes)) === null) return none(damaged);
  return { fileId: file.id, reason: null };
}

async function findFile(id: string | null) {
  const document = id
    ? await db.document.findUnique({ where: { id }, select: { id: true, mimeType: true, objectKey: true } })
    : null;
  const bytes = document && (await readBytes(document));
  return document && bytes ? { ...document, bytes } : null;
}

/** The papers and scans of a meeting, in the order of the pack; its photos are in the minutes, else on their sheet. */
async function makeMerged(actor: Actor, pack: Pack, part: EvidencePart): Promise<Made> {
  const parts = await db.evidencePart.findMany({
    where: {
      packId: pack.id,
      meetingId: part.meetingId,
      ep: "1.6.2 a",
      state: "MADE",
      NOT: { kind: "FILE", file: { kind: "MEETING_PHOTO" } },
    },
    orderBy: { position: "asc" },
    select: { title: true, fileId: true, slug: true },
  });
  const sources: (PdfSource & { pages: number })[] = [];
  // The minutes show the photos as well.
  const hasMinutes = parts.some(({ slug }) => slug === "notulen");
  for (const { title, fileId, slug } of parts) {
    const file = slug === "foto" && hasMinutes ? null : await findFile(fileId);
    if (!file) continue;
    const pages = file.mimeType === "application/pdf" ? await countPages(file.bytes) : 1;
    if (pages !== null) sources.push({ title, ...file, pages });
  }
  if (sources.length === 0) return none("Belum ada surat atau pindaian dari kegiatan ini.");
  const meeting = await db.meeting.findUnique({ where: { id: part.meetingId ?? "" }, select: { title: true } });
  const merged = await mergeFiles(meeting?.title ?? part.title, sources);
  return merged ? keep(actor, part, merged, "application/pdf") : none("Lebih dari 400 halaman, jadi tidak digabung.");
}

async function makeHtml(actor: Actor, { organisationId, year }: Pack, part: EvidencePart): Promise<Made> {
  const contents = await readContents(actor, `${organisationId}:${year}`);
  return contents ? keep(actor, part, Buffer.from(indexHtml(contents)), "text/html") : none("Puskesmasnya tidak ada.");
}

async function keep(actor: Actor, { id, path }: EvidencePart, bytes: Buffer, mimeType: string): Promise<Made> {
  const name = path.split("/").at(-1) ?? path;
  const placed = await placeFile(preparedFile(name, mimeType, bytes));
  if (!placed.ok) return none(placed.reason);
  const documentId = randomUUID();
  await transact(async (tx) => {
    await tx.document.deleteMany({ where: { evidencePartId: id } });
    const kept = { id: documentId, kind: "EVIDENCE_PART", uploader: actor.name } as const;
    await keepDocument(tx, { evidencePartId: id }, kept, placed.file);
  });
  return { fileId: documentId, reason: null };
}
