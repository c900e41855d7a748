import { randomUUID } from "node:crypto";
import { type Outcome, type Refusal, refuse } from "@/lib/actor";
import { type Db, isId } from "@/lib/db";
import { prepareFile } from "@/lib/documents/prepare";
import { documentsPerOwner } from "@/lib/documents/rules";
import { keepDocument, type PlacedFile, placeFile } from "@/lib/documents/store";
import type { Upload } from "@/lib/documents/upload";
import { recordEvent, recordEvents } from "@/lib/events/record";
import { ofOwnPuskesmasSql, ownRowsSql, standsSql } from "@/lib/owner-links/owner";
import type { OwnerReportInput } from "@/lib/owner-links/schema";
import { lockItem, settleProgress, writeReport } from "@/lib/progress/reports";
import { isOpen } from "@/lib/progress/rules";
import { transact } from "@/lib/transact";
import { Prisma } from "@/prisma/generated/client";

export const filesPerReport = documentsPerOwner.PROGRESS_PHOTO;

const filesPerRow = 20;
const reportsPerDay = 10;

const reload = "Muat ulang halaman ini, lalu coba lagi";

type Link = {
  id: string;
  organisationId: string;
  name: string | null;
  title: string | null;
  institution: string;
  hostId: string;
};

/**
 * Files and report are kept together or not at all; sent twice it is one. The row is locked before its owner is read.
 * @returns "gone" where the link has ended or the row is not its owner's
 */
export async function reportThroughLink(
  tokenHash: string,
  itemId: string,
  input: OwnerReportInput,
  uploads: readonly Upload[],
): Promise<Outcome | "gone"> {
  if (!isId(itemId)) return "gone";
  const files: PlacedFile[] = [];
  for (const upload of uploads.slice(0, filesPerReport)) {
    const prepared = await prepareFile("PROGRESS_PHOTO", upload);
    if (!prepared.ok) return refuse(`${upload.name}: ${prepared.reason}`, "photo");
    const placed = await placeFile(prepared.file);
    if (!placed.ok) return refuse(placed.reason, "photo");
    files.push(placed.file);
  }
  return transact<Outcome | "gone">((tx) => report(tx, tokenHash, itemId, input, files), {
    onDuplicate: () => refuse(reload),
  });
}

async function report(
  tx: Db,
  tokenHash: string,
  itemId: string,
  input: OwnerReportInput,
  files: readonly PlacedFile[],
): Promise<Outcome | "gone"> {
  const item = await lockItem(tx, itemId);
  const link = item && (await findLink(tx, tokenHash, itemId));
  if (!link) return "gone";
  const already = await tx.progressReport.findUnique({ where: { id: input.id }, select: { itemId: true } });
  if (already) return already.itemId === itemId ? { ok: true } : refuse(reload);
  const tooMuch = await refuseTooMuch(tx, itemId, link.id, files.length);
  if (tooMuch) return tooMuch;
  if (!isOpen(item.status))
    return refuse("RTL ini sudah selesai atau dibatalkan. Hubungi puskesmas bila masih ada yang perlu dilaporkan.");
  const isStuck = input.status === "KENDALA";
  const status = input.status === "KENDALA" ? "IN_PROGRESS" : input.status;
  const said = { ...input, status, percent: isStuck ? (input.percent ?? item.percent) : input.percent };
  const settled = settleProgress({ ...said, stillOpen: said.stillOpen || isStuck }, item.percent);
  if (!settled.ok) return settled;
  const note = isStuck ? `Kendala: ${input.note}` : input.note;
  const seat = [link.title, link.institution].filter(Boolean).join(", ");
  const { percent } = settled;
  const reporter = [link.name, seat].filter(Boolean).join(", ");
  await writeReport(tx, { id: input.id, itemId, status, note, percent, reporter, ownerLinkId: link.id });
  const author = { actor: seat, onBehalfOf: "tautan pribadi" };
  const place = { organisationId: link.hostId, meetingId: item.meetingId };
  const { number, activity } = item;
  await recordEvent(tx, author, {
    ...place,
    action: "progress.reported",
    subjectId: itemId,
    data: {
      number,
      activity,
      before: { status: item.status, percent: item.percent },
      after: { status, percent },
    },
  });
  const kind = "PROGRESS_PHOTO" as const;
  const photos = files.map((file) => ({ id: randomUUID(), file }));
  for (const { id, file } of photos) await keepDocument(tx, { reportId: input.id }, { id, kind, uploader: seat }, file);
  await recordEvents(
    tx,
    author,
    photos.map(({ id, file }) => ({
      ...place,
      action: "document.stored",
      subjectId: id,
      data: { kind, name: file.name },
    })),
  );
  return { ok: true };
}

/** Counted under the row's lock: reports sent at once are counted one after the other. */
async function refuseTooMuch(tx: Db, itemId: string, ownerLinkId: string, files: number): Promise<Refusal | null> {
  const since = new Date(Date.now() - 86_400_000);
  const reports = await tx.progressReport.count({ where: { itemId, ownerLinkId, createdAt: { gt: since } } });
  if (reports >= reportsPerDay)
    return refuse(
      `Anda sudah melapor ${reports} kali tentang RTL ini dalam 24 jam terakhir. Lapor lagi besok, atau hubungi puskesmas bila mendesak.`,
    );
  if (files === 0) return null;
  const kept = await tx.document.count({ where: { report: { itemId, ownerLinkId: { not: null } } } });
  if (kept + files <= filesPerRow) return null;
  return refuse(
    `Untuk RTL ini sudah ada ${kept} dari paling banyak ${filesPerRow} foto. Kirim laporan ini dengan lebih sedikit foto atau tanpa foto.`,
    "photo",
  );
}

async function findLink(tx: Db, tokenHash: string, itemId: string): Promise<Link | null> {
  const [link] = await tx.$queryRaw<Link[]>`
    SELECT l.id, l."organisationId", l.name, l.title, l.institution, m."hostId"
    FROM "OwnerLink" l
    CROSS JOIN LATERAL (SELECT t."meetingId" FROM ${Prisma.raw(ownRowsSql)} t WHERE t.id = ${itemId}::uuid) t
    JOIN "Meeting" m ON m.id = t."meetingId"
    WHERE l."tokenHash" = ${tokenHash} AND ${Prisma.raw(standsSql)} AND ${Prisma.raw(ofOwnPuskesmasSql)}
    FOR SHARE OF l`;
  return link ?? null;
}
