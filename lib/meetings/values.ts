import { type Actor, isDinkes } from "@/lib/actor";
import type { Db } from "@/lib/db";
import type { ChosenType } from "@/lib/meeting-types/choose";
import { defaultTitle, quarterOf } from "@/lib/meetings/rules";
import type { MeetingInput } from "@/lib/meetings/schema";
import { toInstant } from "@/lib/time";

export function periodOf({ kind, date, ...input }: MeetingInput) {
  const year = input.year ?? Number(date.slice(0, 4));
  const period =
    kind === "QUARTERLY_LOKMIN" ? (input.quarter ?? quarterOf(date)) : (input.month ?? Number(date.slice(5, 7)));
  return { kind, year, period };
}

type TypeOfMeeting = { typeKey: string | null; typeName: string | null };

export const typeColumns = (type: ChosenType | null): TypeOfMeeting => ({
  typeKey: type?.key ?? null,
  typeName: type?.name ?? null,
});

export type MeetingValues = ReturnType<typeof valuesOf>;

export function valuesOf(input: MeetingInput, { typeKey, typeName }: TypeOfMeeting, timeZone: string) {
  const timed = { ...periodOf(input), typeKey, typeName };
  return {
    ...timed,
    title: input.title ?? defaultTitle(timed),
    startsAt: toInstant(input.date, input.startTime, timeZone),
    endsAt: input.endTime ? toInstant(input.endDate ?? input.date, input.endTime, timeZone) : null,
    timeZone,
    place: input.place,
    mapUrl: input.mapUrl,
    leader: input.leader,
    contactName: input.contactName,
    contactPhone: input.contactPhone,
  };
}

export function agendaRows(input: MeetingInput) {
  return input.agenda.map((line, index) => ({
    position: index + 1,
    topic: line.topic ?? "",
    minutes: line.minutes,
    presenter: line.presenter,
  }));
}

export async function allowedOrganisers(tx: Db, actor: Actor, chosen: string[]): Promise<string[]> {
  if (isDinkes(actor)) return [actor.organisation.id];
  const others = await tx.organisation.findMany({
    where: { id: { in: chosen }, kind: "PUSKESMAS", parentId: actor.organisation.parentId },
    select: { id: true },
  });
  return [...new Set([actor.organisation.id, ...others.map((other) => other.id)])];
}
