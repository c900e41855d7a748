import { type Actor, isRefusal, NotAllowed, type Outcome, type Refusal, refuse } from "@/lib/actor";
import { type Db, db, isId } from "@/lib/db";
import type { DocumentOwner } from "@/lib/documents/owner";
import { prepareFile } from "@/lib/documents/prepare";
import { documentKindNames, documentStatuses, documentsPerOwner, type UploadedKind } from "@/lib/documents/rules";
import { keepDocument, type PlacedFile, placeFile } from "@/lib/documents/store";
import type { Upload } from "@/lib/documents/upload";
import { type Author, by, recordMeetingEvent } from "@/lib/events/record";
import { holdMeeting, holdMeetingForLink, type MeetingChange } from "@/lib/meetings/hold";
import { requireWritable } from "@/lib/meetings/reads";
import { transact } from "@/lib/transact";
import { keepForUndo, type Watched } from "@/lib/undo/keep";
import type { UndoKind } from "@/lib/undo/kinds";
import type { MeetingStatus } from "@/prisma/generated/client";
import { Prisma } from "@/prisma/generated/client";

export type Uploader = { actor: Actor; meetingId: string; invitationId?: string | null } | { tokenHash: string };

export type NewDocument = Upload & {
  id: string;
  kind: UploadedKind;
  caption?: string | null;
};

export function changingFiles(way: "staff" | "link", kind: UploadedKind, name = "add a file to"): MeetingChange {
  return {
    name,
    statuses: documentStatuses(way, kind),
    refusal: closed.reason,
    // Materials are for those who learn, no proof of what was done.
    whenApproved: kind === "TRAINING_MATERIAL" ? null : approved,
    field: "file",
  };
}

const approved =
  "Kegiatan ini sudah disahkan, berkasnya terkunci. Buka kembali pengesahannya dulu, di bagian Pengesahan.";

const closed = refuse("Kegiatan ini sedang tidak menerima berkas: belum dimulai, atau sudah ditutup.", "file");

/** @throws NotAllowed for staff who may not write the meeting, an error for a link that does not exist */
export async function storeDocument(uploader: Uploader, input: NewDocument): Promise<Outcome<{ id: string }>> {
  const owner = "actor" in uploader ? await ownerOfStaff(uploader) : await ownerOfLink(uploader.tokenHash);
  // Asked before the picture is read, and again under the lock.
  if (!documentStatuses(owner.way, input.kind).includes(owner.status)) return closed;
  const prepared = await prepareFile(input.kind, input);
  if (!prepared.ok) return prepared;
  const placed = await placeFile(prepared.file);
  if (!placed.ok) return placed;
  return transact<Outcome<{ id: string }>>((tx) => insertDocument(tx, owner, input, placed.file), {
    onDuplicate: async () => {
      const same = await db.document.count({ where: { id: input.id, kind: input.kind, ...ownerOf(owner) } });
      return same > 0 ? { ok: true, id: input.id } : refuse("Muat ulang halaman ini, lalu coba lagi");
    },
  });
}

async function insertDocument(
  tx: Db,
  owner: Owner,
  { id, kind, caption = null }: Omit<NewDocument, keyof Upload>,
  file: PlacedFile,
): Promise<Outcome<{ id: string }>> {
  const { meetingId, actor, uploader, author } = owner;
  const change = changingFiles(owner.way, kind);
  const meeting = actor
    ? await holdMeeting(tx, actor, meetingId, change)
    : await holdMeetingForLink(tx, meetingId, change);
  if (isRefusal(meeting)) return meeting;
  const full = await requireRoom(tx, owner, id, kind);
  if (full) return full;
  const position = kind === "MEETING_PHOTO" ? await nextPosition(tx, meetingId) : null;
  await keepDocument(tx, ownerOf(owner), { id, kind, uploader, caption, position }, file);
  const data = { kind, name: file.name };
  await recordMeetingEvent(tx, author, meeting, { action: "document.stored", subjectId: id, data });
  return { ok: true, id };
}

async function nextPosition(tx: Db, meetingId: string): Promise<number> {
  const { _max } = await tx.document.aggregate({ where: { meetingId }, _max: { position: true } });
  return (_max.position ?? 0) + 1;
}

/** Counts under the meeting's row lock, so that two files at once cannot both be the last one. */
async function requireRoom(tx: Db, owner: Owner, id: string, kind: UploadedKind): Promise<Refusal | null> {
  const { invitationId } = owner;
  if (invitationId && (await tx.invitation.count({ where: { id: invitationId } })) === 0)
    return refuse("Undangan ini sudah dibatalkan, jadi berkasnya tidak disimpan. Muat ulang halaman ini.");
  const count = await tx.document.count({ where: { kind, id: { not: id }, ...ownerOf(owner) } });
  const most = documentsPerOwner[kind];
  return count < most
    ? null
    : refuse(
        `Sudah ada ${most} berkas ${documentKindNames[kind]}. Hapus yang tidak dipakai, lalu unggah lagi.`,
        "file",
      );
}

/** @param kind what the page that asks shows: a file of another kind is not there */
export async function removeDocument(
  actor: Actor,
  meetingId: string,
  kind: UploadedKind,
  documentId: string,
  undoId?: string,
): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const meeting = await holdMeeting(tx, actor, meetingId, changingFiles("staff", kind, "remove a file of"));
    if (isRefusal(meeting)) return meeting;
    const where = { id: documentId, kind, OR: [{ meetingId }, { invitation: { meetingId } }] };
    const document = isId(documentId) ? await tx.document.findFirst({ where, select: { name: true } }) : null;
    if (!document) return { ok: true };
    const rows: Watched[] = [
      { table: "Document", where: Prisma.sql`t.id = ${documentId}::uuid` },
      { table: "DocumentContent", where: Prisma.sql`t."documentId" = ${documentId}::uuid` },
    ];
    const undoKind = undoKinds[kind];
    const step = { id: undoKind && undoId, kind: undoKind ?? "photo", words: `${document.name} dihapus` };
    await keepForUndo(tx, { actor, meeting, step }, rows, () => tx.document.delete({ where: { id: documentId } }));
    const data = { kind, name: document.name };
    await recordMeetingEvent(tx, by(actor), meeting, { action: "document.removed", subjectId: documentId, data });
    return { ok: true };
  });
}

const undoKinds: Partial<Record<UploadedKind, UndoKind>> = {
  MEETING_PHOTO: "photo",
  ATTENDANCE_SCAN: "scan",
  TRAINING_MATERIAL: "material",
};

function ownerOf({ meetingId, invitationId }: Owner): DocumentOwner {
  return invitationId ? { invitationId } : { meetingId };
}

type Owner = {
  way: "staff" | "link";
  actor: Actor | null;
  meetingId: string;
  invitationId: string | null;
  status: MeetingStatus;
  uploader: string;
  author: Author;
};

async function ownerOfStaff(uploader: Extract<Uploader, { actor: Actor }>): Promise<Owner> {
  const { actor, meetingId, invitationId = null } = uploader;
  const { status } = await requireWritable(actor, meetingId, "add a file to");
  if (invitationId && (await db.invitation.count({ where: { id: invitationId, meetingId } })) === 0)
    throw new NotAllowed(actor, `add a file to invitation ${invitationId}`);
  return { way: "staff", actor, meetingId, invitationId, status, uploader: actor.name, author: by(actor) };
}

async function ownerOfLink(tokenHash: string): Promise<Owner> {
  const { id, title, institution, meeting } = await db.invitation.findUniqueOrThrow({
    where: { tokenHash },
    select: { id: true, title: true, institution: true, meeting: { select: { id: true, status: true } } },
  });
  const seat = `${title}, ${institution}`;
  return {
    way: "link",
    actor: null,
    meetingId: meeting.id,
    invitationId: id,
    status: meeting.status,
    uploader: seat,
    author: { actor: seat, onBehalfOf: "tautan pribadi" },
  };
}
