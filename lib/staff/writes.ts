import { type Actor, NotAllowed, type Outcome, organisationsWithin, type Refusal, refuse } from "@/lib/actor";
import { acrossOffices } from "@/lib/database-scope";
import { type Db, db } from "@/lib/db";
import { by, recordEvent } from "@/lib/events/record";
import { settlePerson } from "@/lib/persons/choose";
import { holdStaff, recordStaffEvent } from "@/lib/staff/hold";
import { canKeepStaff } from "@/lib/staff/rules";
import type { NewStaff, StaffEdit } from "@/lib/staff/schema";
import { dayToDate } from "@/lib/time";
import { transact } from "@/lib/transact";

export async function requireOffice(tx: Db, actor: Actor, organisationId: string, what: string) {
  const office = await tx.organisation.findFirst({
    where: { AND: [{ id: organisationId }, organisationsWithin(actor)] },
    select: { id: true, name: true, parentId: true },
  });
  if (!office || !canKeepStaff(actor, office)) throw new NotAllowed(actor, `${what} of ${organisationId}`);
  return office;
}

export async function addStaff(actor: Actor, input: NewStaff): Promise<Outcome<{ id: string }>> {
  return transact<Outcome<{ id: string }>>(
    async (tx) => {
      const office = await requireOffice(tx, actor, input.organisationId, "add staff");
      if (await isSent(tx, input.id, office.id)) return { ok: true, id: input.id };
      const settled = await personOf(tx, actor, office, input);
      if (!settled.ok) return settled;
      const { id, name, nip, profession, professionNote, phone, email, bornOn } = input;
      await tx.staffMember.create({
        data: {
          ...{ id, name, nip, profession, professionNote, phone, email, organisationId: office.id },
          bornOn: bornOn ? dayToDate(bornOn) : null,
        },
      });
      await tx.staffPlacement.create({
        data: {
          ...{ id, staffId: id, organisationId: office.id, personId: settled.personId },
          ...{ status: input.status, position: input.position, decreeNumber: input.decreeNumber },
          startsOn: dayToDate(input.startsOn),
          endsOn: input.endsOn ? dayToDate(input.endsOn) : null,
        },
      });
      await recordEvent(tx, by(actor), {
        action: "staff.added",
        subjectId: id,
        organisationId: office.id,
        data: { name, profession },
      });
      return { ok: true, id };
    },
    {
      onDuplicate: async () =>
        (await isSent(db, input.id, input.organisationId)) ? { ok: true, id: input.id } : takenNip(db, input.nip),
    },
  );
}

async function isSent(tx: Db, id: string, organisationId: string): Promise<boolean> {
  return (await tx.staffPlacement.count({ where: { id, staffId: id, organisationId } })) > 0;
}

/** Only the office itself is asked who is meant: its records of people are nobody else's to see. */
async function personOf(tx: Db, actor: Actor, office: { id: string; name: string }, input: NewStaff) {
  if (office.id !== actor.organisation.id) return { ok: true as const, personId: null };
  const { name, position: title, phone, email, nip, person } = input;
  return settlePerson(tx, office.id, { name, title, institution: office.name, phone, email, nip }, person);
}

export async function editStaff(actor: Actor, id: string, edit: StaffEdit): Promise<Outcome> {
  const { version, bornOn, ...facts } = edit;
  return transact<Outcome>(
    async (tx) => {
      const held = await holdStaff(tx, actor, id, "edit");
      if (held.version !== version) return editedMeanwhile;
      await tx.staffMember.update({
        where: { id },
        data: { ...facts, bornOn: bornOn ? dayToDate(bornOn) : null, version: { increment: 1 } },
      });
      await recordStaffEvent(tx, actor, held, {
        action: "staff.edited",
        data: {
          before: { name: held.name, profession: held.profession },
          after: { name: facts.name, profession: facts.profession },
        },
      });
      return { ok: true };
    },
    { onDuplicate: () => takenNip(db, edit.nip) },
  );
}

const editedMeanwhile = refuse(
  "Data pegawai ini baru saja diubah orang lain. Muat ulang halaman untuk melihat perubahannya; isian Anda masih ada di bawah ini.",
);

/** A NIP is one person's alone: the refusal names him, since his move is what is probably wanted. */
export async function takenNip(tx: Db, nip: string | null): Promise<Refusal> {
  const other = nip
    ? await acrossOffices(() =>
        tx.staffMember.findUnique({
          where: { nip },
          select: {
            name: true,
            organisation: { select: { name: true } },
            lastOrganisation: { select: { name: true } },
          },
        }),
      )
    : null;
  return refuse(other ? takenNipWords(nip ?? "", other) : "NIP ini sudah dipakai pegawai lain. Periksa lagi.", "nip");
}

type Holder = { name: string; organisation: { name: string } | null; lastOrganisation: { name: string } | null };

export function takenNipWords(nip: string, { name, organisation, lastOrganisation }: Holder): string {
  const office = organisation ?? lastOrganisation;
  return `NIP ${nip} sudah dipakai ${name}${office ? ` (${office.name})` : ""}. Periksa angkanya; bila orangnya sama, pakai catatan yang sudah ada atau minta kepindahannya.`;
}
