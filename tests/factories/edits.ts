// Edits of the newest version, where a test is about something else.

import type { Actor, Outcome } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import type { SeatInput } from "@/lib/directory/schema";
import { editSeat } from "@/lib/directory/writes";
import type { UserInput } from "@/lib/users/schema";
import { editUser } from "@/lib/users/writes";
import { inSession } from "./sessions";

export async function editUserNow(actor: Actor, id: string, input: UserInput): Promise<Outcome> {
  const user = isId(id) && (await db.user.findUnique({ where: { id }, select: { version: true } }));
  return editUser(await inSession(actor), id, { ...input, version: user ? user.version : 0 });
}

export async function editSeatNow(actor: Actor, id: string, input: SeatInput): Promise<Outcome> {
  const seat = isId(id) && (await db.seat.findUnique({ where: { id }, select: { version: true } }));
  return editSeat(actor, id, { ...input, version: seat ? seat.version : 0 });
}
