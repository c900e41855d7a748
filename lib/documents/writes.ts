import { type Actor, NotAllowed, type Outcome, type Refusal, refuse } from "@/lib/actor";
import { type Db, db, isId, isUniqueViolation } from "@/lib/db";
import type { DocumentOwner } from "@/lib/documents/owner";
import { prepareFile } from "@/lib/documents/prepare";
import { documentKindNames, documentsPerOwner, takesDocument, type UploadedKind } from "@/lib/documents/rules";
import { keepDocument, type PlacedFile, placeFile } from "@/lib/documents/store";
import type { Upload } from "@/lib/documents/upload";
import { by, recordEvent } from "@/lib/events";
import { lockMeeting } from "@/lib/meetings/lock";
import { findMeeting } from "@/lib/meetings/reads";
import { canWriteMeeting, isApproved } from "@/lib/meetings/rules";
import type { MeetingStatus } from "@/prisma/generated/client";

/**
 * Who brings a file: staff of an organiser, for a meeting or one of its invitations; or whoever holds the personal
 * link with this hash.
 */
export type Uploader = { actor: Actor; meetingId: string; invitationId?: string | null } | { tokenHash: string };

export type NewDocument = Upload & {
  /** Made when the form was shown: sent twice, it is one file. */
  id: string;
  kind: UploadedKind;
  /** What a photo shows. */
  caption?: string | null;
};

/**
 * Keeps a file: recognised by its content, photos made small, upright and without metadata.
 * @throws NotAllowed for staff who may not write the meeting, an error for a link that does not exist
 */
export async function storeDocument(uploader: Uploader, input: NewDocument): Promise<Outcome<{ id: string }>> {
  const owner = "actor" in uploader ? await ownerOfStaff(uploader) : await ownerOfLink(uploader.tokenHash);
  if (!takesDocument(owner.way, input.kind, owner.status)) return closed;
  const prepared = await prepareFile(input.kind, input);
  if (!prepared.ok) return prepared;
  const placed = await placeFile(prepared.file);
  if (!placed.ok) return placed;
  try {
    return await db.$transaction((tx) => insertDocument(tx, owner, input, placed.file));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const same = await db.document.count({ where: { id: input.id, kind: input.kind, ...ownerOf(owner) } });
    return same > 0 ? { ok: true, id: input.id } : refuse("Muat ulang halaman ini, lalu coba lagi");
  }
}

async function insertDocument(
  tx: Db,
  owner: Owner,
  { id, kind, caption = null }: Omit<NewDocument, keyof Upload>,
  file: PlacedFile,
): Promise<Outcome<{ id: string }>> {
  const { organisationId, meetingId, uploader } = owner;
  const full = await requireRoom(tx, owner, id, kind);
  if (full) return full;
  await keepDocument(tx, ownerOf(owner), { id, kind, uploader, caption }, file);
  await recordEvent(tx, {
    ...owner.by,
    organisationId,
    meetingId,
    verb: `menyimpan ${documentKindNames[kind]}`,
    subject: file.name,
  });
  return { ok: true, id };
}

/** Counts under the meeting's row lock, so that two files at once cannot both be the last one. */
async function requireRoom(tx: Db, owner: Owner, id: string, kind: UploadedKind): Promise<Refusal | null> {
  const { meetingId, invitationId } = owner;
  const refusal = await refuseUnlessTaking(tx, owner.way, kind, meetingId);
  if (refusal) return refusal;
  if (invitationId && (await tx.invitation.count({ where: { id: invitationId } })) === 0)
    return refuse("Undangan ini sudah dicabut, jadi berkasnya tidak disimpan. Muat ulang halaman ini.");
  const count = await tx.document.count({ where: { kind, id: { not: id }, ...ownerOf(owner) } });
  const most = documentsPerOwner[kind];
  return count < most
    ? null
    : refuse(
        `Sudah ada ${most} berkas ${documentKindNames[kind]}. Hapus yang tidak dipakai, lalu unggah lagi.`,
        "file",
      );
}

/**
 * Takes a file away for good. Only staff of an organiser may.
 * @param kind what the page that asks shows: a file of another kind is not there
 */
export async function removeDocument(
  actor: Actor,
  meetingId: string,
  kind: UploadedKind,
  documentId: string,
): Promise<Outcome> {
  const meeting = await writableMeeting(actor, meetingId, "remove a file of");
  if (!isId(documentId)) return { ok: true };
  return db.$transaction(async (tx): Promise<Outcome> => {
    const document = await tx.document.findFirst({
      where: { id: documentId, kind, OR: [{ meetingId }, { invitation: { meetingId } }] },
    });
    if (!document) return { ok: true };
    const refusal = await refuseUnlessTaking(tx, "staff", kind, meetingId);
    if (refusal) return refusal;
    const { count } = await tx.document.deleteMany({ where: { id: documentId } });
    if (count === 0) return { ok: true };
    await recordEvent(tx, {
      ...by(actor),
      organisationId: meeting.hostId,
      meetingId,
      verb: `menghapus ${documentKindNames[kind]}`,
      subject: document.name,
    });
    return { ok: true };
  });
}

/** A letter belongs to its invitation, everything else to the meeting. */
function ownerOf({ meetingId, invitationId }: Owner): DocumentOwner {
  return invitationId ? { invitationId } : { meetingId };
}

type Owner = {
  way: "staff" | "link";
  organisationId: string;
  meetingId: string;
  invitationId: string | null;
  status: MeetingStatus;
  uploader: string;
  by: { userId?: string; actor: string; onBehalfOf: string };
};

async function ownerOfStaff(uploader: Extract<Uploader, { actor: Actor }>): Promise<Owner> {
  const { actor, meetingId, invitationId = null } = uploader;
  const { hostId, status } = await writableMeeting(actor, meetingId, "add a file to");
  if (invitationId && (await db.invitation.count({ where: { id: invitationId, meetingId } })) === 0)
    throw new NotAllowed(actor, `add a file to invitation ${invitationId}`);
  return {
    way: "staff",
    organisationId: hostId,
    meetingId,
    invitationId,
    status,
    uploader: actor.name,
    by: by(actor),
  };
}

async function ownerOfLink(tokenHash: string): Promise<Owner> {
  const { id, title, institution, meeting } = await db.invitation.findUniqueOrThrow({
    where: { tokenHash },
    select: { id: true, title: true, institution: true, meeting: { select: { id: true, hostId: true, status: true } } },
  });
  const seat = `${title}, ${institution}`;
  return {
    way: "link",
    organisationId: meeting.hostId,
    meetingId: meeting.id,
    invitationId: id,
    status: meeting.status,
    uploader: seat,
    by: { actor: seat, onBehalfOf: "tautan pribadi" },
  };
}

async function writableMeeting(actor: Actor, meetingId: string, what: string) {
  const meeting = await findMeeting(actor, meetingId);
  if (!meeting || !canWriteMeeting(actor, meeting)) throw new NotAllowed(actor, `${what} meeting ${meetingId}`);
  return meeting;
}

/** Asked with the meeting held still until the transaction ends: neither closed nor approved meanwhile. */
export async function refuseUnlessTaking(
  tx: Db,
  way: Owner["way"],
  kind: UploadedKind,
  meetingId: string,
): Promise<Refusal | null> {
  const meeting = await lockMeeting(tx, meetingId);
  if (!meeting) throw new Error(`Meeting ${meetingId} is gone`);
  if (isApproved(meeting)) return approved;
  return takesDocument(way, kind, meeting.status) ? null : closed;
}

const approved = refuse(
  "Kegiatan ini sudah disahkan, berkasnya terkunci. Buka kembali pengesahannya dulu, di bagian Pengesahan.",
  "file",
);
const closed = refuse("Kegiatan ini sedang tidak menerima berkas: belum dimulai, atau sudah ditutup.", "file");
