import type { Block } from "@/lib/papers/model";
import { findOffice, placeAndDay } from "@/lib/papers/parts/meeting";
import { findHead as headAmong, listSeatsOn, type Signer, signatory } from "@/lib/papers/parts/signatories";
import { dayOf } from "@/lib/time";

export type Head = { signer: Signer | null; office: string; placeAndDay: string };

export async function findHead(meeting: { hostId: string; startsAt: Date; timeZone: string }): Promise<Head> {
  const { hostId, startsAt, timeZone } = meeting;
  const day = dayOf(startsAt, timeZone);
  const [office, seats] = await Promise.all([findOffice(hostId), listSeatsOn(hostId, day, timeZone)]);
  return { signer: await headAmong(office, seats, day), office: office.name, placeAndDay: placeAndDay(office, day) };
}

export function headSignatures(head: Head): Block {
  const party = signatory(null, head.signer, `Kepala ${head.office}`);
  return { type: "signatures", columns: 2, placeAndDay: head.placeAndDay, parties: [party] };
}
