import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { sectorOrder } from "@/lib/directory/rules";
import type { Prisma, Seat, SeatHolder } from "@/prisma/generated/client";
import { inventedPhone, nextNumber } from "./counter";
import { makePerson } from "./persons";

export type SeatRow = Prisma.SeatCreateManyInput & { id: string; protocolOrder: number };
export type HolderRow = Prisma.SeatHolderCreateManyInput;
type SeatOptions = Partial<Prisma.SeatCreateManyInput> & { organisationId: string };
type HolderOptions = Partial<Omit<HolderRow, "seatId">>;
type HeldBy = HolderOptions & { personId: string };

/** A seat of a directory; not saved. Its place in the protocol follows from its sector. */
export function seatRow(overrides: SeatOptions): SeatRow {
  const number = nextNumber();
  const sector = overrides.sector ?? "DESA";
  return {
    title: `Jabatan ${number}`,
    institution: `Instansi ${number}`,
    ...overrides,
    sector,
    protocolOrder: overrides.protocolOrder ?? sectorOrder[sector],
    id: overrides.id ?? randomUUID(),
  };
}

/** Who holds a seat now, with an invented phone; not saved. */
export function holderRow(seatId: string, overrides: HeldBy): HolderRow {
  return { id: randomUUID(), name: `Pejabat ${nextNumber()}`, phone: inventedPhone(), ...overrides, seatId };
}

/**
 * A seat with its present holder.
 * @param holder null leaves the seat vacant
 */
export async function makeSeat({
  holder = {},
  ...overrides
}: SeatOptions & { holder?: HolderOptions | null }): Promise<Seat & { holder: SeatHolder | null }> {
  const seat = await db.seat.create({ data: seatRow(overrides) });
  return { ...seat, holder: holder && (await makeHolder(seat, holder)) };
}

/** A holder of a seat, a person of his own unless told who. */
export async function makeHolder(seat: Seat, options: HolderOptions = {}): Promise<SeatHolder> {
  const { organisationId, title, institution } = seat;
  const name = options.name ?? `Pejabat ${nextNumber()}`;
  const personId = options.personId ?? (await makePerson({ organisationId, name, title, institution })).id;
  return db.seatHolder.create({ data: holderRow(seat.id, { ...options, name, personId }) });
}
