import type { Mark, Marking } from "@/lib/attendance/marks";
import type { Db } from "@/lib/db";
import { nobody, type Participant, settleParticipant } from "@/lib/persons/choose";
import type { PersonWords } from "@/lib/persons/rules";

type Known = PersonWords & { personId: string | null };

/** Who came for an invitee: known already where the same words were said of this invitation before. */
export async function settleDelegate(
  tx: Db,
  { actor, meeting }: Marking,
  mark: Mark,
  person: string | null,
): Promise<Participant> {
  if (mark.status !== "REPRESENTED") return nobody;
  const invitation = await tx.invitation.findFirst({
    where: { id: mark.invitationId, meetingId: meeting.id },
    select: { institution: true, attendance: true, answer: true },
  });
  if (!invitation) return nobody;
  const { attendance, answer, institution } = invitation;
  const typed = {
    name: mark.delegateName,
    title: mark.delegateTitle,
    institution: mark.delegateInstitution ?? institution,
  };
  const said: (Known | null)[] = [attendance, answer && delegateOf(answer)];
  const known = said.find((one) => one?.personId && isSame(one, typed));
  return known && !person
    ? { ok: true, personId: known.personId }
    : settleParticipant(tx, actor.organisation.id, typed, person);
}

type Answer = {
  delegateName: string | null;
  delegateTitle: string | null;
  delegateInstitution: string | null;
  delegatePersonId: string | null;
};

function delegateOf({ delegateName, delegateTitle, delegateInstitution, delegatePersonId }: Answer): Known {
  return { name: delegateName, title: delegateTitle, institution: delegateInstitution, personId: delegatePersonId };
}

function isSame(one: PersonWords, other: PersonWords): boolean {
  return one.name === other.name && one.title === other.title && one.institution === other.institution;
}
