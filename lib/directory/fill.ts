import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type Actor, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { setHeadSeat } from "@/lib/directory/head-seat";
import { readMissing, readVacant } from "@/lib/directory/proposed";
import { canWriteDirectory } from "@/lib/directory/rules";
import { phone } from "@/lib/directory/schema";
import { by, type NewEvent, recordEvents } from "@/lib/events/record";
import { optionalText } from "@/lib/fields";
import { endLinksOfSeats } from "@/lib/owner-links/revoke";
import { transact } from "@/lib/transact";

const row = z
  .object({
    /** Of a standard seat, or the id of one without a holder. */
    key: z.string().max(60),
    chosen: z.string().optional(),
    name: optionalText("nama pejabat", 120),
    phone,
  })
  .superRefine(({ name, phone: number }, context) => {
    if (number && !name)
      context.addIssue({ code: "custom", path: ["name"], message: "Isi nama pejabat pemilik nomor HP ini" });
  });

export const fillSchema = z.object({ rows: z.array(row).max(200, "Paling banyak 200 baris").default([]) });

export type FillInput = z.output<typeof fillSchema>;

type Typed = { name: string | null; phone: string | null };
type Seat = { id: string; title: string; institution: string };

/**
 * Makes the chosen ones of the proposed seats and puts names into those that had none. What is there already is not made
 * again: the office's row lock orders two who save at once.
 */
export async function fillDirectory(
  actor: Actor,
  { rows }: FillInput,
): Promise<Outcome<{ added: number; named: number }>> {
  if (!canWriteDirectory(actor)) throw new NotAllowed(actor, "fill the directory");
  const organisationId = actor.organisation.id;
  const typed = new Map(rows.filter(({ chosen, name }) => chosen || name).map((one) => [one.key, one]));
  if (typed.size === 0) return refuse("Pilih sekurangnya satu jabatan, atau isi satu nama.");
  return transact<Outcome<{ added: number; named: number }>>(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE id = ${organisationId}::uuid FOR NO KEY UPDATE`;
    const wanted = (await readMissing(tx, actor)).flatMap((seat) => {
      const found = typed.get(seat.key);
      return found ? [{ ...seat, id: randomUUID(), typed: found }] : [];
    });
    // Before the new ones, which have no holders yet either.
    const vacant = (await readVacant(tx, actor)).flatMap((seat) => {
      const found = typed.get(seat.id);
      return found?.name ? [{ ...seat, typed: found }] : [];
    });
    await tx.seat.createMany({
      data: wanted.map(({ id, title, institution, sector, villageCode, protocolOrder }) => {
        return { id, organisationId, title, institution, sector, villageCode, protocolOrder };
      }),
    });
    await endLinksOfSeats(
      tx,
      vacant.map(({ id }) => id),
    );
    await addHolders(tx, organisationId, [...wanted, ...vacant]);
    await recordEvents(tx, by(actor), [
      ...wanted.map((seat) => addedEvent(organisationId, seat)),
      ...vacant.map((seat) => namedEvent(organisationId, seat)),
    ]);
    const head = wanted.find(({ isOfficeHead }) => isOfficeHead);
    if (head && !(await hasHeadSeat(tx, organisationId))) await setHeadSeat(tx, actor, head);
    return { ok: true, added: wanted.length, named: vacant.length };
  });
}

async function addHolders(tx: Db, organisationId: string, seats: readonly (Seat & { typed: Typed })[]): Promise<void> {
  const held = seats.flatMap(({ id: seatId, title, institution, typed: { name, phone: number } }) =>
    name ? [{ seatId, title, institution, name, phone: number, personId: randomUUID() }] : [],
  );
  await tx.person.createMany({
    data: held.map(({ personId: id, seatId, ...words }) => ({ id, organisationId, ...words })),
  });
  await tx.seatHolder.createMany({
    data: held.map(({ seatId, personId, name, phone: number }) => ({ seatId, personId, name, phone: number })),
  });
}

async function hasHeadSeat(tx: Db, organisationId: string): Promise<boolean> {
  const office = await tx.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { headSeatId: true },
  });
  return office.headSeatId !== null;
}

function addedEvent(
  organisationId: string,
  { id, title, institution, typed: { name } }: Seat & { typed: Typed },
): NewEvent {
  const holder = name ? { prefix: null, name } : null;
  return { action: "seat.added", subjectId: id, organisationId, data: { title, institution, holder } };
}

function namedEvent(
  organisationId: string,
  { id, title, institution, typed: { name } }: Seat & { typed: Typed },
): NewEvent {
  const after = { prefix: null, name: name ?? "" };
  return { action: "holder.changed", subjectId: id, organisationId, data: { title, institution, before: null, after } };
}
