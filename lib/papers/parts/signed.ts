import type { Block } from "@/lib/papers/model";
import { type MeetingFacts, placeAndDay } from "@/lib/papers/parts/meeting";
import type { Attendee } from "@/lib/papers/parts/people";
import { findHead, findLeader, listSeatsOn, type Signer, signatory } from "@/lib/papers/parts/signatories";

export type Signers = { leader: Signer | null; head: Signer | null };

/** @param day on which the head signs; the meeting's own where it is left out */
export async function findSigners(
  meeting: MeetingFacts,
  attendees: readonly Attendee[],
  day = meeting.day,
): Promise<Signers> {
  const seats = await listSeatsOn(meeting.host.id, day, meeting.timeZone);
  return { leader: findLeader(meeting, attendees, seats), head: await findHead(meeting.host, seats, day) };
}

function isSame(one: Signer, other: Signer): boolean {
  return one.name !== null && one.name === other.name;
}

/** The head of the puskesmas on the right; who led the meeting on the left, where that was somebody else. */
export function meetingSignatures(meeting: MeetingFacts, { leader, head }: Signers, day = meeting.day): Block {
  const own = signatory(null, head, `Kepala ${meeting.host.name}`);
  const isOther = leader !== null && !(head && isSame(leader, head));
  return {
    type: "signatures",
    columns: 2,
    placeAndDay: placeAndDay(meeting.host, day),
    parties: isOther ? [signatory("Mengetahui", leader), own] : [own],
  };
}
