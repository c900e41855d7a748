import { type Actor, NotAllowed, type Outcome, organisationsWithin, type Refusal, refuse } from "@/lib/actor";
import { db } from "@/lib/db";
import { by, recordEvent } from "@/lib/events/record";
import { areasBelow, type FoundOrganisation, findOrganisation } from "@/lib/organisations/reads";
import { canManageOffice, dinkesName } from "@/lib/organisations/rules";
import type { DinkesInput, NewKabupatenInput, NewPuskesmasInput, PuskesmasInput } from "@/lib/organisations/schema";
import { refuseZone } from "@/lib/organisations/zones";
import { transact } from "@/lib/transact";
import type { OrganisationKind } from "@/prisma/generated/enums";

export async function manageable(
  actor: Actor,
  id: string,
  what: string,
  kinds: readonly OrganisationKind[],
): Promise<FoundOrganisation> {
  const organisation = canManageOffice(actor, id) ? await findOrganisation(actor, id) : null;
  if (!organisation || !kinds.includes(organisation.kind)) throw new NotAllowed(actor, `${what} ${id}`);
  return organisation;
}

export async function addPuskesmas(
  actor: Actor,
  parentId: string,
  input: NewPuskesmasInput,
): Promise<Outcome<{ id: string }>> {
  const parent = await manageable(actor, parentId, "add a puskesmas below", ["DISTRICT_DINKES"]);
  const area = await findBelow(input.areaCode, parent.areaCode);
  if (!area) return foreignDistrict(parent.name);
  const wrongZone = refuseZone(input.timeZone, area);
  if (wrongZone) return wrongZone;
  return transact<Outcome<{ id: string }>>(
    async (tx) => {
      await tx.organisation.create({ data: { ...input, kind: "PUSKESMAS", parentId } });
      await recordEvent(tx, by(actor), {
        action: "puskesmas.added",
        subjectId: input.id,
        organisationId: input.id,
        data: { name: input.name },
      });
      return { ok: true, id: input.id };
    },
    { onDuplicate: async () => (await sentTwice(parentId, input)) ?? taken(actor, parentId, input, input.id) },
  );
}

/** Adds the Dinkes of a kabupaten below a province, or of a province below the ministry: one for each, decided under the upper office's lock. */
export async function addKabupaten(actor: Actor, input: NewKabupatenInput): Promise<Outcome<{ id: string }>> {
  const province = await manageable(actor, actor.organisation.id, "add an office to", [
    "PROVINCIAL_DINKES",
    "MINISTRY",
  ]);
  const kind = province.kind === "MINISTRY" ? "PROVINCIAL_DINKES" : "DISTRICT_DINKES";
  const area = await db.area.findFirst({ where: { AND: [areasBelow(province.areaCode), { code: input.areaCode }] } });
  if (!area)
    return refuse(`Pilih ${kind === "DISTRICT_DINKES" ? "kabupaten atau kota" : "provinsi"} dari daftar`, "areaCode");
  const wrongZone = refuseZone(input.timeZone, area);
  if (wrongZone) return wrongZone;
  const name = input.name ?? dinkesName(area);
  return transact<Outcome<{ id: string }>>(
    async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE id = ${province.id}::uuid FOR NO KEY UPDATE`;
      const other = await tx.organisation.findFirst({ where: { kind, areaCode: area.code } });
      if (other?.id === input.id) return { ok: true, id: input.id };
      if (other) return refuse(`${area.name} sudah punya ${other.name}`, "areaCode");
      await tx.organisation.create({ data: { ...input, name, kind, parentId: province.id } });
      await recordEvent(tx, by(actor), {
        action: "organisation.added",
        subjectId: input.id,
        organisationId: input.id,
        data: { name },
      });
      return { ok: true, id: input.id };
    },
    { onDuplicate: () => taken(actor, province.id, { name }, input.id) },
  );
}

export async function editPuskesmas(actor: Actor, id: string, input: Edit<PuskesmasInput>): Promise<Outcome> {
  const puskesmas = await manageable(actor, id, "edit puskesmas", ["PUSKESMAS"]);
  const { parent, areaCode } = puskesmas;
  const regency = parent ?? { areaCode: areaCode.slice(0, 5), name: "kabupaten ini" };
  if (!(await findBelow(input.areaCode, regency.areaCode))) return foreignDistrict(regency.name);
  return refuseZone(input.timeZone, { code: input.areaCode, name: input.name }) ?? save(actor, puskesmas, input);
}

export async function editDinkes(actor: Actor, id: string, input: Edit<DinkesInput>): Promise<Outcome> {
  const dinkes = await manageable(actor, id, "edit", ["MINISTRY", "PROVINCIAL_DINKES", "DISTRICT_DINKES", "HOSPITAL"]);
  return refuseZone(input.timeZone, { code: dinkes.areaCode, name: input.name }) ?? save(actor, dinkes, input);
}

type Edit<T> = T & { version: number };
type Changes = Edit<DinkesInput> & Partial<PuskesmasInput>;

async function save(actor: Actor, before: FoundOrganisation, edit: Changes): Promise<Outcome> {
  const { id, parentId } = before;
  const { version, ...changes } = edit;
  return transact<Outcome>(
    async (tx) => {
      const { count } = await tx.organisation.updateMany({
        where: { id, version },
        data: { ...changes, version: { increment: 1 } },
      });
      if (count === 0) return editedMeanwhile;
      await recordEvent(tx, by(actor), {
        action: "organisation.edited",
        subjectId: id,
        organisationId: id,
        data: { before: { name: before.name }, after: { name: changes.name } },
      });
      return { ok: true };
    },
    { onDuplicate: () => taken(actor, parentId, changes, id) },
  );
}

const editedMeanwhile = refuse(
  "Data instansi ini baru saja diubah orang lain. Muat ulang halaman untuk melihat perubahannya; isian Anda masih ada di bawah ini.",
);

function findBelow(areaCode: string, parentCode: string) {
  return db.area.findFirst({ where: { code: areaCode, parentCode }, select: { code: true, name: true } });
}

function foreignDistrict(kabupaten: string): Refusal {
  return refuse(`Kecamatan ini tidak ada di wilayah ${kabupaten}. Pilih kecamatan dari daftar.`, "areaCode");
}

async function sentTwice(parentId: string, input: { id: string }): Promise<{ ok: true; id: string } | null> {
  const same = await db.organisation.findUnique({ where: { id: input.id }, select: { parentId: true } });
  return same?.parentId === parentId ? { ok: true, id: input.id } : null;
}

async function taken(
  actor: Actor,
  parentId: string | null,
  { name, registrationCode }: { name: string; registrationCode?: string | null | undefined },
  ownId: string,
): Promise<Refusal> {
  if (registrationCode) {
    const other = await db.organisation.findFirst({ where: { registrationCode, id: { not: ownId } } });
    const visible =
      other && (await db.organisation.count({ where: { AND: [{ id: other.id }, organisationsWithin(actor)] } }));
    if (other)
      return refuse(
        `Kode registrasi ${registrationCode} sudah dipakai ${visible ? other.name : "puskesmas lain"}. Periksa lagi kodenya.`,
        "registrationCode",
      );
  }
  const sameName = await db.organisation.count({ where: { parentId, name, id: { not: ownId } } });
  return sameName > 0
    ? refuse(`${name} sudah ada. Bedakan namanya, misalnya dengan angka romawi.`, "name")
    : refuse("Data instansi baru saja diubah orang lain. Simpan sekali lagi.");
}
