import type { z } from "zod";
import { type Actor, NotAllowed, type Outcome, type Refusal, refuse } from "@/lib/actor";
import { db } from "@/lib/db";
import { holdStaff, recordStaffEvent } from "@/lib/staff/hold";
import { licenceKindNames } from "@/lib/staff/professions";
import type { LicenceInput, licenceEditSchema, newLicenceSchema } from "@/lib/staff/schema";
import { dayToDate } from "@/lib/time";
import { transact } from "@/lib/transact";
import { keepForUndo } from "@/lib/undo/keep";
import { Prisma } from "@/prisma/generated/client";

export async function addLicence(
  actor: Actor,
  staffId: string,
  input: z.output<typeof newLicenceSchema>,
): Promise<Outcome> {
  const { id, ...licence } = input;
  return transact<Outcome>(
    async (tx) => {
      const held = await holdStaff(tx, actor, staffId, "add a licence to");
      if (await tx.staffLicence.count({ where: { id, staffId } })) return { ok: true };
      await tx.staffLicence.create({ data: { id, staffId, ...columnsOf(licence) } });
      const { name } = held;
      await recordStaffEvent(tx, actor, held, { action: "staff.licence-added", data: { name, kind: licence.kind } });
      return { ok: true };
    },
    { onDuplicate: () => takenLicence(licence) },
  );
}

export async function editLicence(
  actor: Actor,
  staffId: string,
  id: string,
  edit: z.output<typeof licenceEditSchema>,
): Promise<Outcome> {
  const { version, ...licence } = edit;
  return transact<Outcome>(
    async (tx) => {
      const held = await holdStaff(tx, actor, staffId, "edit a licence of");
      const { count } = await tx.staffLicence.updateMany({
        where: { id, staffId, version },
        data: { ...columnsOf(licence), version: { increment: 1 } },
      });
      if (count === 0)
        return refuse("STR atau SIP ini baru saja diubah orang lain. Muat ulang halaman untuk melihat perubahannya.");
      const { name } = held;
      await recordStaffEvent(tx, actor, held, { action: "staff.licence-edited", data: { name, kind: licence.kind } });
      return { ok: true };
    },
    { onDuplicate: () => takenLicence(licence) },
  );
}

export async function removeLicence(actor: Actor, staffId: string, id: string, undoId?: string): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const held = await holdStaff(tx, actor, staffId, "remove a licence of");
    const licence = await tx.staffLicence.findFirst({ where: { id, staffId }, select: { kind: true } });
    if (!licence) throw new NotAllowed(actor, `remove licence ${id}`);
    const { name } = held;
    const words = `${licenceKindNames[licence.kind]} ${name} dihapus`;
    await keepForUndo(
      tx,
      { actor, meeting: null, step: { id: undoId, kind: "licence", words } },
      [{ table: "StaffLicence", where: Prisma.sql`t.id = ${id}::uuid` }],
      () => tx.staffLicence.delete({ where: { id } }),
    );
    await recordStaffEvent(tx, actor, held, { action: "staff.licence-removed", data: { name, kind: licence.kind } });
    return { ok: true };
  });
}

function columnsOf({ kind, number, expiresOn }: LicenceInput) {
  return { kind, number, expiresOn: expiresOn ? dayToDate(expiresOn) : null };
}

async function takenLicence({ kind, number }: LicenceInput): Promise<Refusal> {
  const other = await db.staffLicence.findUnique({
    where: { kind_number: { kind, number } },
    select: { staff: { select: { name: true } } },
  });
  const whose = other ? other.staff.name : "pegawai lain";
  return refuse(
    `${licenceKindNames[kind]} nomor ${number} sudah dicatat atas nama ${whose}. Periksa nomornya.`,
    "number",
  );
}
