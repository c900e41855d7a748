// One meeting with everything there is to change, in any state, and everybody who might try.
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import type { UploadedKind } from "@/lib/documents/rules";
import { makeActionItem, makeProgressReport, makeReview } from "@/tests/factories/action-items";
import { makeAttendance } from "@/tests/factories/attendance";
import { makeCertificate } from "@/tests/factories/certificates";
import { makeCluster } from "@/tests/factories/clusters";
import { makeEscalation } from "@/tests/factories/escalations";
import { approvalRow, documentRow, makeEvidence } from "@/tests/factories/evidence";
import { makeDenominator, makeIndicator, makeTarget, makeValue } from "@/tests/factories/indicators";
import { makeAnswer, makeInvitation } from "@/tests/factories/invitations";
import { makeMeeting } from "@/tests/factories/meetings";
import { makeKabupaten, makeMinistry, makeProvinsi, makePuskesmas } from "@/tests/factories/organisations";
import { makeOwnerLink } from "@/tests/factories/owner-links";
import { makePerson } from "@/tests/factories/persons";
import { makeProblem } from "@/tests/factories/problems";
import { makeSeat } from "@/tests/factories/seats";
import { makeLicence, makeMove, makePlacement, makeStaff } from "@/tests/factories/staff";
import { makeTest } from "@/tests/factories/training-tests";
import { makeTraining, makeTrainingParticipant } from "@/tests/factories/trainings";
import { actorOf, makeActor, makeUser } from "@/tests/factories/users";

export const states = ["DRAFT", "SCHEDULED", "IN_PROGRESS", "CLOSED", "APPROVED", "POSTPONED", "CANCELLED"] as const;
export type State = (typeof states)[number];

/** By the letters of the table, in its order. */
export const who = {
  A: "admin of the puskesmas",
  H: "its kepala",
  S: "its staff",
  R: "its reader",
  C: "kepala of a co-organiser",
  X: "admin of another puskesmas",
  Y: "kepala of another puskesmas",
  D: "admin of its Dinkes",
  V: "reviewer of its Dinkes",
  K: "admin of another kabupaten's Dinkes",
  P: "admin of the province's Dinkes",
  Q: "kepala of a puskesmas that is asked to hold the meeting together",
  W: "reviewer of another cluster of its Dinkes",
  M: "admin of the ministry",
} as const;
export type Letter = keyof typeof who;

export const village = "18.01.15.2001";
export const year = 2024;
const days = (count: number) => new Date(Date.now() + count * 86_400_000);

export type World = Awaited<ReturnType<typeof makeWorld>>;

export async function makeWorld() {
  const ministry = await makeMinistry();
  const province = await makeProvinsi({ parentId: ministry.id });
  const dinkes = await makeKabupaten({ parentId: province.id });
  const otherDinkes = await makeKabupaten({ parentId: province.id });
  const host = await makePuskesmas({ parentId: dinkes.id });
  const partner = await makePuskesmas({ parentId: dinkes.id });
  const other = await makePuskesmas({ parentId: dinkes.id });
  const asked = await makePuskesmas({ parentId: dinkes.id });
  const of = (role: Parameters<typeof makeActor>[0], organisationId: string) => makeActor(role, { organisationId });
  const reviewers = await makeReviewers(dinkes.id, [host.id, partner.id, asked.id], [other.id]);
  const actors: Record<Letter, Actor> = {
    A: await of("PUSKESMAS_ADMIN", host.id),
    H: await of("PUSKESMAS_HEAD", host.id),
    S: await of("PUSKESMAS_STAFF", host.id),
    R: await of("PUSKESMAS_READER", host.id),
    C: await of("PUSKESMAS_HEAD", partner.id),
    X: await of("PUSKESMAS_ADMIN", other.id),
    Y: await of("PUSKESMAS_HEAD", other.id),
    D: await of("DINKES_ADMIN", dinkes.id),
    V: reviewers.own,
    K: await of("DINKES_ADMIN", otherDinkes.id),
    P: await of("DINKES_ADMIN", province.id),
    Q: await of("PUSKESMAS_HEAD", asked.id),
    W: reviewers.other,
    M: await of("DINKES_ADMIN", ministry.id),
  };
  const held = await makeHeldMeeting(host, partner, dinkes.id);
  const { id: meetingId, startsAt } = held.meeting;
  await db.meetingOrganiser.create({ data: { meetingId, puskesmasId: asked.id, startsAt } });
  return {
    ...{ ministry, province, dinkes, otherDinkes, host, partner, other, actors },
    ...held,
    ...(await makeOffice(host, dinkes.id, partner.id)),
  };
}

/** The Dinkes' puskesmas are divided into two clusters, each with a reviewer of its own. */
async function makeReviewers(organisationId: string, own: string[], others: string[]) {
  const reviewer = async (name: string, members: string[]) => {
    const { id } = await makeUser("DINKES_REVIEWER", { organisationId });
    await makeCluster({ organisationId, name, members, reviewers: [id] });
    return actorOf({ id });
  };
  return { own: await reviewer("Klaster 1", own), other: await reviewer("Klaster 2", others) };
}

type Host = Parameters<typeof makeMeeting>[1]["host"];

async function makeHeldMeeting(host: Host, partner: { id: string }, dinkesId: string) {
  const meeting = await makeMeeting("IN_PROGRESS", {
    host,
    organisers: [partner],
    endsAt: null,
    agenda: ["Pembukaan"],
  });
  const meetingId = meeting.id;
  await makeEvidence(meeting);
  const invitation = await makeInvitation({ meetingId, email: "kades@lokmin.example" });
  const answered = await makeInvitation({ meetingId });
  await makeAnswer({ invitationId: answered.id, choice: "REPRESENTED" });
  const attendance = await makeAttendance({ meetingId, source: "CODE" });
  const item = await db.actionItem.findFirstOrThrow({ where: { meetingId } });
  const seat = await makeSeat({ organisationId: host.id });
  const owned = await makeActionItem({ meetingId, responsibleSeatId: seat.id, responsibleName: seat.holder?.name });
  const link = await makeOwnerLink({ organisationId: host.id, seatId: seat.id });
  const report = await makeProgressReport({ itemId: owned.id, ownerLinkId: link.id });
  const escalated = await makeActionItem({ meetingId });
  const escalation = await makeEscalation({ itemId: escalated.id, dinkesId });
  const problems = [
    await makeProblem({ meetingId, puskesmasId: host.id, scores: { Ratna: [3, 3, 3] } }),
    await makeProblem({ meetingId, puskesmasId: host.id, scores: { Ratna: [3, 3, 3] } }),
  ] as const;
  const files = new Map<UploadedKind, string>();
  for (const kind of ["MEETING_PHOTO", "ATTENDANCE_SCAN", "TRAINING_MATERIAL", "DELEGATION_LETTER"] as const) {
    const owner = kind === "DELEGATION_LETTER" ? { invitationId: invitation.id } : { meetingId };
    files.set(kind, (await db.document.create({ data: documentRow({ ...owner, kind }) })).id);
  }
  await db.meetingEvidence.create({ data: { meetingId, key: "umpan-balik", note: "Map", tickedBy: "x" } });
  await db.meetingExpectation.create({ data: { meetingId, side: "INPUT", position: 1, text: "PWS" } });
  const note = await db.note.findFirstOrThrow({ where: { meetingId } });
  const before = await makeMeeting("CLOSED", { host, startsAt: days(-100), secondReason: "Uji" });
  const carried = await makeActionItem({ meetingId: before.id, createdAt: days(-100) });
  const reviewed = await makeActionItem({ meetingId: before.id, createdAt: days(-100) });
  const review = await makeReview({ itemId: reviewed.id, meetingId, outcome: "IN_PROGRESS" });
  const [session] = await makeTraining(meeting);
  const participant = await makeTrainingParticipant({ meetingId, attended: session ? [session] : [] });
  const certificate = await makeCertificate({ meetingId, organisationId: host.id });
  const beginner = await makeTrainingParticipant({ meetingId });
  const test = await makeTest([participant], { meetingId });
  const seats = new Map<string, string>();
  for (const { id } of [host, partner]) seats.set(id, (await makeSeat({ organisationId: id })).id);
  return {
    ...{ meeting, meetingId, invitation, answered, attendance, item, seat, owned, link, report },
    ...{ escalated, escalation, problems, files, note, carried, reviewed, review, seats },
    ...{ sessionId: session?.id ?? "", participant, beginner, test, certificate },
  };
}

async function makeOffice(host: { id: string }, dinkesId: string, partnerId: string) {
  const organisationId = host.id;
  const persons = [await makePerson({ organisationId }), await makePerson({ organisationId })] as const;
  const indicator = await makeIndicator({ organisationId });
  const shared = await makeIndicator({ organisationId: dinkesId });
  for (const { id: indicatorId } of [indicator, shared]) {
    const at = { indicatorId, puskesmasId: organisationId };
    await makeTarget({ ...at, year: year - 1, target: 90 });
    await makeDenominator({ ...at, villageCode: village, year: year - 1, value: 40 });
    await makeValue({ ...at, villageCode: village, year, month: 1, value: 4 });
  }
  const user = await makeUser("PUSKESMAS_STAFF", { organisationId });
  const staff = await makeStaff({ organisationId, nip: "198501012010011001" });
  const before = { startsOn: new Date("2010-01-01"), endsOn: new Date("2014-12-31"), endReason: "OTHER" as const };
  const placement = await makePlacement({ organisationId, staffId: staff.id, ...before });
  const licence = await makeLicence({ staffId: staff.id });
  const move = await makeMove({ staffId: staff.id, fromId: organisationId, toId: partnerId });
  return { persons, indicator, shared, user, staff, placement, licence, move };
}

/** Puts the meeting into a state, as if it had come there in the usual way. */
export async function bringInto(state: State, { meetingId }: World) {
  const status = state === "APPROVED" ? "CLOSED" : state;
  const isOver = status === "CLOSED";
  const startsAt = isOver ? days(-7) : status === "IN_PROGRESS" ? days(-0.04) : days(7);
  const needsReason = status === "POSTPONED" || status === "CANCELLED";
  await db.meeting.update({
    where: { id: meetingId },
    data: { status, startsAt, statusReason: needsReason ? "Hujan" : null, closedAt: isOver ? days(-6.8) : null },
  });
  await db.meetingOrganiser.updateMany({
    where: { meetingId },
    data: { startsAt, ...(status === "CANCELLED" ? { holdsPeriod: null } : {}) },
  });
  if (state === "APPROVED") await db.approval.create({ data: approvalRow({ meetingId }) });
}
