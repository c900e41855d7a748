import { type Actor, type Refusal, refuse } from "@/lib/actor";
import type { Db } from "@/lib/db";
import type { TypeContent } from "@/lib/meeting-types/defaults";
import { type TypedKind, typeFields } from "@/lib/meeting-types/fields";
import { listTypesOf } from "@/lib/meeting-types/reads";
import { offeredTypes, proposedType } from "@/lib/meeting-types/rules";
import { organisedBy } from "@/lib/meetings/organised";

type Wanted = { id: string; kind: TypedKind; year: number; period: number; typeKey: string | null };

export type ChosenType = { key: string } & Pick<TypeContent, "name" | "inputs" | "outputs">;

/** Null where the puskesmas offers no type of the kind. */
export async function chooseType(
  tx: Db,
  actor: Actor,
  wanted: Wanted,
): Promise<{ ok: true; type: ChosenType | null } | Refusal> {
  const types = await listTypesOf(tx, actor);
  if (wanted.typeKey) {
    const chosen = types.find((type) => type.key === wanted.typeKey && type.kind === wanted.kind);
    return chosen
      ? { ok: true, type: chosen }
      : refuse("Jenis ini tidak ada lagi. Pilih jenis lain dari daftar.", typeFields[wanted.kind]);
  }
  if (wanted.kind === "PRE_LOKMIN" && offeredTypes(types, "PRE_LOKMIN").length > 0)
    return refuse("Pilih klaster pra-lokmin", typeFields.PRE_LOKMIN);
  return { ok: true, type: proposedType(types, wanted, await periodsOf(tx, actor, wanted)) };
}

async function periodsOf(tx: Db, actor: Actor, { id, kind, year }: Wanted): Promise<number[]> {
  const meetings = await tx.meeting.findMany({
    where: {
      ...organisedBy(actor.organisation.id),
      kind,
      year,
      status: { not: "CANCELLED" },
      id: { not: id },
    },
    distinct: ["period"],
    take: 12,
    select: { period: true },
  });
  return meetings.map((meeting) => meeting.period);
}
