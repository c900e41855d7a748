import { randomUUID } from "node:crypto";
import { type Actor, type Outcome, refuse } from "@/lib/actor";
import type { OutsideInput } from "@/lib/certificates/outside-schema";
import { lastDayOf } from "@/lib/certificates/rules";
import { type Db, db, isId } from "@/lib/db";
import { type PreparedFile, prepareFile } from "@/lib/documents/prepare";
import { keepDocument, type PlacedFile, placeFile } from "@/lib/documents/store";
import type { Upload } from "@/lib/documents/upload";
import { by, recordEvent } from "@/lib/events/record";
import { placeholderIn } from "@/lib/placeholders/rules";
import { holdStaff } from "@/lib/staff/hold";
import { keptWithin } from "@/lib/staff/rules";
import { dayToDate } from "@/lib/time";
import { transact } from "@/lib/transact";

/** Competences that an office's certificates can be of: its own Dinkes' and those above. */
function competencesOf(actor: Actor) {
  return { organisationId: { in: [...actor.organisation.pathIds] }, archivedAt: null };
}

/**
 * Keeps a certificate from elsewhere with its file. Without a day of expiry it gets that of its competence, where this is
 * good for a time.
 * @throws NotAllowed where the actor does not keep the record
 */
export async function addOutsideCertificate(
  actor: Actor,
  staffId: string,
  input: OutsideInput,
  upload: Upload,
): Promise<Outcome> {
  // Asked before the file is read, and again in the write.
  await transact(async (tx) => void (await holdStaff(tx, actor, staffId, "add a certificate to")));
  const left = [input.name, input.issuer, input.number].map(placeholderIn).find((words) => words !== null);
  if (left) return refuse(`“${left}” belum diisi`, "name");
  const prepared = await prepareFile("OUTSIDE_CERTIFICATE", upload);
  if (!prepared.ok) return prepared;
  return keep(actor, staffId, input, prepared.file);
}

async function keep(actor: Actor, staffId: string, input: OutsideInput, file: PreparedFile): Promise<Outcome> {
  const placed = await placeFile(file);
  if (!placed.ok) return placed;
  return transact<Outcome>((tx) => insert(tx, actor, staffId, input, placed.file), {
    onDuplicate: async () => {
      const same = await db.outsideCertificate.count({ where: { id: input.id, staffId } });
      return same > 0 ? { ok: true } : refuse("Muat ulang halaman ini, lalu coba lagi");
    },
  });
}

async function insert(tx: Db, actor: Actor, staffId: string, input: OutsideInput, file: PlacedFile): Promise<Outcome> {
  const held = await holdStaff(tx, actor, staffId, "add a certificate to");
  const { competenceId, issuedOn, expiresOn, ...said } = input;
  const competence = competenceId
    ? await tx.competence.findFirst({ where: { id: competenceId, ...competencesOf(actor) } })
    : null;
  if (competenceId && !competence) return refuse("Kompetensi itu tidak ada lagi. Pilih yang lain.", "competenceId");
  const until = expiresOn ?? (competence?.validMonths ? lastDayOf(issuedOn, competence.validMonths) : null);
  await tx.outsideCertificate.create({
    data: {
      ...{ ...said, staffId, competenceId, uploader: actor.name },
      issuedOn: dayToDate(issuedOn),
      expiresOn: until ? dayToDate(until) : null,
    },
  });
  const document = { id: randomUUID(), kind: "OUTSIDE_CERTIFICATE", uploader: actor.name } as const;
  await keepDocument(tx, { outsideCertificateId: input.id }, document, file);
  await recordEvent(tx, by(actor), {
    action: "certificate.kept",
    subjectId: input.id,
    organisationId: held.keeper.id,
    data: { name: held.name, certificate: input.name },
  });
  return { ok: true };
}

/** @throws NotAllowed where the actor does not keep the record */
export async function removeOutsideCertificate(actor: Actor, staffId: string, id: string): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const held = await holdStaff(tx, actor, staffId, "remove a certificate of");
    const found = isId(id) ? await tx.outsideCertificate.findFirst({ where: { id, staffId } }) : null;
    if (!found) return { ok: true };
    await tx.outsideCertificate.delete({ where: { id } });
    await recordEvent(tx, by(actor), {
      action: "certificate.removed",
      subjectId: id,
      organisationId: held.keeper.id,
      data: { name: held.name, certificate: found.name },
    });
    return { ok: true };
  });
}

/** All certificates of somebody whose whole record the actor reads: those given here and those from elsewhere. */
export async function listStaffCertificates(actor: Actor, staffId: string) {
  if (!isId(staffId)) return { issued: [], outside: [] };
  const staff = { AND: [{ id: staffId }, keptWithin(actor)] };
  const [issued, outside] = await Promise.all([
    db.certificate.findMany({
      where: { staff },
      orderBy: { day: "desc" },
      take: 200,
      select: {
        ...{ id: true, training: true, number: true, lessons: true, day: true, expiresOn: true, code: true },
        ...{ withdrawnAt: true, organisation: { select: { name: true } } },
      },
    }),
    db.outsideCertificate.findMany({
      where: { staff },
      orderBy: { issuedOn: "desc" },
      take: 200,
      include: { file: { select: { id: true } }, competence: { select: { name: true } } },
    }),
  ]);
  return { issued, outside };
}

export type StaffCertificates = Awaited<ReturnType<typeof listStaffCertificates>>;

export async function listCompetencesOfOffice(actor: Actor) {
  return db.competence.findMany({
    where: competencesOf(actor),
    orderBy: { name: "asc" },
    take: 300,
    select: { id: true, name: true, validMonths: true },
  });
}
