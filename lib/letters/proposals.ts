import type { Actor } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { headOfOffice } from "@/lib/directory/office-head";
import { seatName } from "@/lib/directory/rules";
import { escalationsVisibleTo } from "@/lib/escalations/visible";
import { monthWords } from "@/lib/feedback/rules";
import { feedbackVisibleTo } from "@/lib/feedback/visible";
import type { LetterFacts, LetterSignatory, LetterSubject } from "@/lib/letters/facts";
import { whoAgreed } from "@/lib/meetings/organised";
import { visibleTo } from "@/lib/meetings/reads";
import { ownPuskesmasId } from "@/lib/meetings/rules";
import { dayOf } from "@/lib/time";

export const nobody: LetterSignatory = {
  prefix: null,
  seat: null,
  name: null,
  rank: null,
  number: null,
  onBehalfOf: null,
  through: null,
};

/** More are listed on an attached page: tata naskah dinas, DOMAIN 2.2. */
export const mostInLetter = 5;

export async function proposeForMeeting(
  actor: Actor,
  meetingId: string,
  paperKind: string,
): Promise<LetterFacts | null> {
  const meeting = isId(meetingId)
    ? await db.meeting.findFirst({
        where: { AND: [{ id: meetingId }, visibleTo(actor)] },
        select: {
          title: true,
          hostId: true,
          startsAt: true,
          timeZone: true,
          _count: { select: { invitations: true } },
        },
      })
    : null;
  if (!meeting) return null;
  const isInvitation = paperKind === "invitation-letter";
  const invited = meeting._count.invitations;
  return {
    ...(await usualOf(actor, meeting.hostId, paperKind, dayOf(meeting.startsAt, meeting.timeZone))),
    attachment: isInvitation && invited > mostInLetter ? "1 (satu) berkas" : null,
    subject: isInvitation ? `Undangan ${meeting.title}` : meeting.title,
    addressees: isInvitation && invited > 0 ? await invitedWords(meetingId, invited) : "Para undangan",
  };
}

const organiserNames = {
  ...whoAgreed,
  select: { puskesmasId: true, puskesmas: { select: { id: true, name: true } } },
};

export async function proposeForEscalation(
  actor: Actor,
  escalationId: string,
  paperKind: string,
): Promise<LetterFacts | null> {
  const escalation = isId(escalationId)
    ? await db.escalation.findFirst({
        where: { AND: [{ id: escalationId }, escalationsVisibleTo(actor)] },
        select: {
          dinkes: { select: { id: true, name: true } },
          item: { select: { activity: true, meeting: { select: { hostId: true, organisers: organiserNames } } } },
        },
      })
    : null;
  if (!escalation) return null;
  const { dinkes, item } = escalation;
  const isReply = paperKind === "escalation-reply";
  const ownId = ownPuskesmasId(item.meeting);
  const own = item.meeting.organisers.find(({ puskesmasId }) => puskesmasId === ownId)?.puskesmas;
  if (!own) return null;
  const [from, to] = isReply ? [dinkes, own] : [own, dinkes];
  return {
    ...(await usualOf(actor, from.id, paperKind)),
    attachment: null,
    subject: `${isReply ? "Tindak lanjut eskalasi" : "Permohonan dukungan"}: ${item.activity}`.slice(0, 300),
    addressees: `Kepala ${to.name}`,
  };
}

export async function proposeForFeedback(
  actor: Actor,
  feedbackId: string,
  paperKind: string,
): Promise<LetterFacts | null> {
  const feedback = isId(feedbackId)
    ? await db.monthlyFeedback.findFirst({
        where: { AND: [{ id: feedbackId }, feedbackVisibleTo(actor)] },
        select: { year: true, month: true, dinkesId: true, puskesmas: { select: { name: true } } },
      })
    : null;
  if (!feedback) return null;
  const month = monthWords(feedback);
  return {
    ...(await usualOf(actor, feedback.dinkesId, paperKind)),
    attachment: null,
    subject: `Umpan balik laporan lokakarya mini bulan ${month}`,
    addressees: `Kepala ${feedback.puskesmas.name}`,
  };
}

/** What a letter would say, by what it is about; null where there is nothing the actor may see. */
export function proposeFor(actor: Actor, subject: LetterSubject, paperKind: string): Promise<LetterFacts | null> {
  if ("meetingId" in subject) return proposeForMeeting(actor, subject.meetingId, paperKind);
  return "escalationId" in subject
    ? proposeForEscalation(actor, subject.escalationId, paperKind)
    : proposeForFeedback(actor, subject.feedbackId, paperKind);
}

async function invitedWords(meetingId: string, invited: number): Promise<string> {
  const first = await db.invitation.findMany({
    where: { meetingId },
    orderBy: [{ protocolOrder: "asc" }, { villageCode: "asc" }, { title: "asc" }],
    take: mostInLetter,
    select: { title: true, holderPrefix: true, institution: true },
  });
  const words = first.map(({ title, holderPrefix, institution }) =>
    [seatName({ title, prefix: holderPrefix }), institution].join(", "),
  );
  return invited > mostInLetter
    ? `${words[0]} dan ${invited - 1} undangan lain (daftar terlampir)`
    : words.join("; ").slice(0, 500);
}

/**
 * What an office's letters usually say: as on its last one of the kind, else on its last one. Only the office
 * itself reads its letters; of a meeting in the past the head of that day signs, not the one of the last letter.
 */
async function usualOf(
  actor: Actor,
  organisationId: string,
  paperKind: string,
  meetingDay?: string,
): Promise<Omit<LetterFacts, "subject" | "addressees">> {
  const today = dayOf(new Date(), actor.organisation.timeZone);
  const day = meetingDay && meetingDay < today ? meetingDay : today;
  const last = organisationId === actor.organisation.id ? await lastLetter(organisationId, paperKind) : null;
  const fresh = { number: null, day: null, attachment: null };
  if (!last) return { ...fresh, urgency: "ORDINARY", copies: [], ...(await knownOf(organisationId, day)) };
  return {
    ...fresh,
    place: last.place,
    urgency: last.paperKind === paperKind ? last.urgency : "ORDINARY",
    copies: last.paperKind === paperKind ? last.copies : [],
    signatory:
      day < today
        ? (await knownOf(organisationId, day)).signatory
        : {
            prefix: last.signatoryPrefix,
            seat: last.signatorySeat,
            name: last.signatoryName,
            rank: last.signatoryRank,
            number: last.signatoryNumber,
            onBehalfOf: last.onBehalfOf,
            through: last.through,
          },
  };
}

async function lastLetter(organisationId: string, paperKind: string) {
  const ofPaper = { organisationId, paperKind: { not: null }, signatoryName: { not: null } };
  const newest = { createdAt: "desc" } as const;
  return (
    (await db.letter.findFirst({ where: { ...ofPaper, paperKind }, orderBy: newest })) ??
    (await db.letter.findFirst({ where: ofPaper, orderBy: newest }))
  );
}

async function knownOf(organisationId: string, day: string): Promise<Pick<LetterFacts, "place" | "signatory">> {
  const office = await db.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { name: true, area: { select: { name: true } } },
  });
  const head = await headOfOffice(db, organisationId, day);
  const title = head?.title ?? "Kepala";
  return {
    place: office.area.name.replace(/^Kabupaten /, ""),
    signatory: {
      ...nobody,
      prefix: head?.prefix ?? null,
      seat: /^kepala( puskesmas)?$/i.test(title) ? `Kepala ${office.name}` : title,
      name: head?.name ?? null,
      rank: head?.rank ?? null,
      number: head?.nip ? nipWords(head.nip) : null,
    },
  };
}

export function nipWords(nip: string): string {
  return `NIP ${nip.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, "$1 $2 $3 $4")}`;
}
