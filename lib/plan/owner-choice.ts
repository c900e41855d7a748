import { type Actor, refuse } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { seatName } from "@/lib/directory/rules";
import { choosableSeats } from "@/lib/plan/reads";
import { type ActionItemInput, keepOwner } from "@/lib/plan/schema";
import type { ActionItem } from "@/prisma/generated/client";

type Owner = Pick<
  ActionItem,
  "responsibleInstitution" | "responsibleTitle" | "responsibleName" | "responsibleSeatId" | "responsibleUserId"
>;

type OwnerInput = Pick<ActionItemInput, "owner" | "responsibleInstitution" | "responsibleTitle" | "responsibleName">;

const gone = refuse("Penanggung jawab ini tidak ada lagi di daftar. Pilih yang lain, atau tulis sendiri.", "owner");

/**
 * Who is responsible, copied as of now: a later holder of the seat rewrites nothing.
 * @param meetingId whose invitees may be chosen beside the directory; null where no meeting is meant
 * @param stored the row as it stands, whose owner may be kept as it was copied then
 */
export async function resolveOwner(actor: Actor, meetingId: string | null, input: OwnerInput, stored: Owner | null) {
  const [kind, id = ""] = (input.owner ?? "").split(":");
  if (kind === keepOwner) return stored ? { ok: true as const, values: copied(stored) } : gone;
  if (kind === "seat") return isId(id) ? ownerBySeat(actor, meetingId, id) : gone;
  if (kind === "user") return isId(id) ? ownerByUser(actor, id) : gone;
  if (kind) return gone;
  return {
    ok: true as const,
    values: {
      responsibleInstitution: input.responsibleInstitution ?? "",
      responsibleTitle: input.responsibleTitle,
      responsibleName: input.responsibleName,
      responsibleSeatId: null,
      responsibleUserId: null,
    },
  };
}

function copied(stored: Owner): Owner {
  const { responsibleInstitution, responsibleTitle, responsibleName, responsibleSeatId, responsibleUserId } = stored;
  return { responsibleInstitution, responsibleTitle, responsibleName, responsibleSeatId, responsibleUserId };
}

async function ownerBySeat(actor: Actor, meetingId: string | null, id: string) {
  const seat = await db.seat.findFirst({
    where: { AND: [{ id }, choosableSeats(actor, meetingId)] },
    include: { holders: { where: { until: null }, select: { prefix: true, name: true } } },
  });
  if (!seat) return gone;
  const [holder] = seat.holders;
  return {
    ok: true as const,
    values: {
      responsibleInstitution: seat.institution,
      responsibleTitle: seatName({ title: seat.title, prefix: holder?.prefix }),
      responsibleName: holder?.name ?? null,
      responsibleSeatId: seat.id,
      responsibleUserId: null,
    },
  };
}

async function ownerByUser(actor: Actor, id: string) {
  const user = await db.user.findFirst({
    where: { id, organisationId: actor.organisation.id, deactivatedAt: null },
    select: { id: true, name: true, position: true, organisation: { select: { name: true } } },
  });
  if (!user) return gone;
  return {
    ok: true as const,
    values: {
      responsibleInstitution: user.organisation.name,
      responsibleTitle: user.position,
      responsibleName: user.name,
      responsibleSeatId: null,
      responsibleUserId: user.id,
    },
  };
}
