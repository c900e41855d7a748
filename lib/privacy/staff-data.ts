import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { holdStaff, recordStaffEvent } from "@/lib/staff/hold";
import { findOwnRecord } from "@/lib/staff/own-record";
import { transact } from "@/lib/transact";

const most = 500;

/** Who of other offices opened his file, newest first. */
export function listOwnReadings(staffId: string, take = most) {
  return db.personalReading.findMany({
    where: { kind: "staff", subjectId: staffId },
    orderBy: { firstAt: "desc" },
    take,
    select: { firstAt: true, reader: true, readerOffice: true },
  });
}

export type OwnReading = Awaited<ReturnType<typeof listOwnReadings>>[number];

/** What the page of his own link leaves out. */
async function restOf(staffId: string) {
  const where = { staffId };
  const [moves, requests, readings] = await Promise.all([
    db.staffMove.findMany({
      where,
      orderBy: { askedAt: "desc" },
      take: most,
      select: {
        ...{ startsOn: true, position: true, note: true, askedBy: true, askedAt: true, decidedAt: true },
        ...{ decidedBy: true, isConfirmed: true, decisionNote: true },
        from: { select: { name: true } },
        to: { select: { name: true } },
      },
    }),
    db.staffRequest.findMany({
      where,
      orderBy: { askedAt: "desc" },
      take: most,
      select: { kind: true, text: true, askedAt: true, answeredAt: true, answeredBy: true, answer: true },
    }),
    listOwnReadings(staffId),
  ]);
  return { kepindahan: moves, permintaan: requests, dibacaOleh: readings };
}

/** Everything that is kept about somebody in the register, for himself: behind the hash of his link's token. */
export async function copyOwnData(tokenHash: string) {
  const record = await findOwnRecord(tokenHash);
  if (!record) return null;
  const { id, timeZone, requests, ...data } = record;
  return { timeZone, pegawai: data, ...(await restOf(id)) };
}

/** The same for his office, which hands it to him. Handing it out is recorded. */
export async function copyStaffData(actor: Actor, id: string) {
  const { tokenHash, tokenSealed, version, keeper, organisation, lastOrganisation, ...facts } = await transact(
    async (tx) => {
      const held = await holdStaff(tx, actor, id, "copy the data of");
      await recordStaffEvent(tx, actor, held, { action: "staff.data-copied", data: { name: held.name } });
      return held;
    },
  );
  const [placements, licences, certificates, outsideCertificates, trainings] = await Promise.all([
    db.staffPlacement.findMany({
      where: { staffId: id },
      omit: { version: true },
      include: { organisation: { select: { name: true } } },
      take: most,
    }),
    db.staffLicence.findMany({ where: { staffId: id }, omit: { version: true }, take: most }),
    db.certificate.findMany({
      where: { staffId: id },
      take: most,
      select: { training: true, number: true, day: true },
    }),
    db.outsideCertificate.findMany({
      where: { staffId: id },
      take: most,
      select: { name: true, issuer: true, number: true },
    }),
    db.trainingParticipant.findMany({
      where: { staffId: id },
      take: most,
      select: { training: { select: { meeting: { select: { title: true, startsAt: true } } } } },
    }),
  ]);
  const all = { masaKerja: placements, strSip: licences, sertifikat: [...certificates, ...outsideCertificates] };
  return { pegawai: { ...facts, keeper: keeper.name }, ...all, pelatihan: trainings, ...(await restOf(id)) };
}
