import { type Actor, NotAllowed } from "@/lib/actor";
import { type Db, isId } from "@/lib/db";
import { canChangeProgramme } from "@/lib/programmes/rules";

const held = {
  id: true,
  organisationId: true,
  name: true,
  goal: true,
  startsOn: true,
  endsOn: true,
  version: true,
  closedAt: true,
} as const;

/** Locks a programme of the actor's own office until the transaction ends: its plan is changed by one at a time. */
export async function holdProgramme(tx: Db, actor: Actor, id: string, what: string) {
  if (!isId(id)) throw new NotAllowed(actor, `${what} programme`);
  await tx.$queryRaw`SELECT 1 FROM "Programme" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const programme = await tx.programme.findUnique({ where: { id }, select: held });
  if (!programme || !canChangeProgramme(actor, programme)) throw new NotAllowed(actor, `${what} programme ${id}`);
  return programme;
}

export const programmeChanged =
  "Program ini baru saja diubah orang lain. Muat ulang halaman untuk melihat perubahannya; isian Anda masih ada di bawah ini.";
export const programmeClosed = "Program ini sudah ditutup. Buka lagi programnya dulu, di bagian Ubah.";
