import type { Actor } from "@/lib/actor";
import { type Db, db } from "@/lib/db";
import { type MeetingTypeView, mergeTypes } from "@/lib/meeting-types/rules";

export function listMeetingTypes(actor: Actor): Promise<MeetingTypeView[]> {
  return listTypesOf(db, actor);
}

export async function listTypesOf(tx: Db, { organisation }: Actor): Promise<MeetingTypeView[]> {
  const own = await tx.meetingType.findMany({
    where: { organisationId: organisation.id },
    orderBy: { position: "asc" },
    take: 200,
    select: {
      key: true,
      kind: true,
      name: true,
      isFirst: true,
      inputs: true,
      outputs: true,
      position: true,
      isHidden: true,
    },
  });
  return mergeTypes(own, organisation.areaWords);
}

export async function findMeetingType(actor: Actor, key: string): Promise<MeetingTypeView | null> {
  return (await listMeetingTypes(actor)).find((type) => type.key === key) ?? null;
}
