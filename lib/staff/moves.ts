import { type Actor, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { type Db, isId } from "@/lib/db";
import { by, recordEvents } from "@/lib/events/record";
import { holdStaff } from "@/lib/staff/hold";
import { isMoveTarget } from "@/lib/staff/move-reads";
import type { MoveDecision, MoveRequest, Release } from "@/lib/staff/move-schema";
import { canKeepStaff } from "@/lib/staff/rules";
import { findByNumber, type Transfer, transfer } from "@/lib/staff/transfer";
import { requireOffice } from "@/lib/staff/writes";
import { dateToDay, dayOf, dayToDate } from "@/lib/time";
import { transact } from "@/lib/transact";

/** The new office asks for somebody whose NIP or licence it knows; the office that keeps his record decides. */
export async function askMove(actor: Actor, input: MoveRequest): Promise<Outcome> {
  return transact<Outcome>(
    async (tx) => {
      const to = await requireOffice(tx, actor, input.organisationId, "ask for a move to the office");
      if (await tx.staffMove.count({ where: { id: input.id, toId: to.id } })) return { ok: true };
      if (isAhead(actor, input.startsOn)) return ahead;
      const staff = await findByNumber(tx, input.number);
      if (!staff)
        return refuse(
          "Tidak ada pegawai dengan NIP, nomor STR, atau nomor SIP ini. Periksa angkanya, atau tambahkan sebagai pegawai baru.",
          "number",
        );
      if (staff.office.id === to.id) return refuse(`${staff.name} sudah tercatat di ${to.name}.`, "number");
      const { id, startsOn, status, position, note } = input;
      await tx.staffMove.create({
        data: {
          ...{ id, staffId: staff.id, fromId: staff.office.id, toId: to.id, status, position, note },
          ...{ startsOn: dayToDate(startsOn), askedBy: actor.name },
        },
      });
      const told = { name: staff.name, from: staff.office.name, to: to.name, startsOn };
      await tellBoth(tx, actor, "staff.move-asked", staff.id, [staff.office.id, to.id], told);
      return { ok: true };
    },
    // Found by its number in whichever office.
    {
      acrossOffices: true,
      onDuplicate: () => refuse("Sudah ada permintaan pindah yang menunggu untuk pegawai ini.", "number"),
    },
  );
}

export async function decideMove(actor: Actor, id: string, { answer, note }: MoveDecision): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const move = await holdMove(tx, actor, id, "from");
    if (move.decidedAt) return decided;
    const isConfirmed = answer === "ya";
    if (!isConfirmed && !note) return refuse("Tulis alasannya, agar instansi yang meminta tahu", "note");
    if (isConfirmed) {
      const refusal = await transfer(tx, actor, transferOf(move));
      if (refusal) return refusal;
    } else await tellBoth(tx, actor, "staff.move-refused", move.staffId, [move.from.id, move.toId], toldOf(move));
    await tx.staffMove.update({
      where: { id },
      data: { decidedAt: new Date(), decidedBy: actor.name, isConfirmed, decisionNote: note },
    });
    return { ok: true };
  }, betweenOffices);
}

export async function withdrawMove(actor: Actor, id: string): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const move = await holdMove(tx, actor, id, "to");
    if (move.decidedAt) return decided;
    await tx.staffMove.delete({ where: { id } });
    await tellBoth(tx, actor, "staff.move-withdrawn", move.staffId, [move.from.id, move.toId], toldOf(move));
    return { ok: true };
  }, betweenOffices);
}

/** The office that keeps a record gives it to another one, which needs no answer: it sees him in its list at once. */
export async function releaseStaff(actor: Actor, staffId: string, input: Release): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const held = await holdStaff(tx, actor, staffId, "release");
    const { keeper: from, name } = held;
    const to = await tx.organisation.findUnique({
      where: { id: input.toId },
      select: { id: true, name: true, parentId: true },
    });
    if (!to || to.id === from.id || !isMoveTarget(actor, from, to)) return refuse("Pilih instansi dari daftar", "toId");
    if (isAhead(actor, input.startsOn)) return ahead;
    if (await tx.staffMove.count({ where: { staffId, decidedAt: null } }))
      return refuse("Ada permintaan pindah yang menunggu untuk pegawai ini. Putuskan dulu permintaan itu.");
    const refusal = await transfer(tx, actor, { ...input, staffId, name, from, to });
    return refusal ?? { ok: true };
  }, betweenOffices);
}

const betweenOffices = { acrossOffices: true };

const decided = refuse("Permintaan ini sudah diputuskan. Muat ulang halaman untuk melihatnya.");
const ahead = refuse("Catat kepindahan pada harinya: tanggal mulai paling lambat hari ini.", "startsOn");

function isAhead(actor: Actor, day: string): boolean {
  return day > dayOf(new Date(), actor.organisation.timeZone);
}

const office = { select: { id: true, name: true, parentId: true } } as const;

async function holdMove(tx: Db, actor: Actor, id: string, side: "from" | "to") {
  const refused = () => new NotAllowed(actor, `decide move ${id}`);
  if (!isId(id)) throw refused();
  const found = await tx.staffMove.findUnique({ where: { id }, select: { staffId: true } });
  if (!found) throw refused();
  await tx.$queryRaw`SELECT 1 FROM "StaffMember" WHERE id = ${found.staffId}::uuid FOR NO KEY UPDATE`;
  const move = await tx.staffMove.findUnique({
    where: { id },
    include: {
      from: office,
      to: office,
      staff: { select: { name: true, organisation: office, lastOrganisation: office } },
    },
  });
  // Who keeps the record may have changed while the move waited.
  const keeps = move && (move.staff.organisation ?? move.staff.lastOrganisation);
  const from = move?.decidedAt ? move.from : keeps;
  const keeper = side === "from" ? from : move?.to;
  if (!move || !from || !keeper || !canKeepStaff(actor, keeper)) throw refused();
  return { ...move, from };
}

type HeldMove = Awaited<ReturnType<typeof holdMove>>;

function transferOf({ staffId, staff, from, to, startsOn, status, position }: HeldMove): Transfer {
  return { staffId, name: staff.name, from, to, startsOn: dateToDay(startsOn), status, position };
}

function toldOf({ staff, from, to, startsOn }: HeldMove) {
  return { name: staff.name, from: from.name, to: to.name, startsOn: dateToDay(startsOn) };
}

async function tellBoth(
  tx: Db,
  actor: Actor,
  action: "staff.move-asked" | "staff.move-refused" | "staff.move-withdrawn",
  subjectId: string,
  offices: readonly string[],
  data: { name: string; from: string; to: string; startsOn: string },
): Promise<void> {
  await recordEvents(
    tx,
    by(actor),
    offices.map((organisationId) => ({ action, subjectId, organisationId, data })),
  );
}
