import { randomUUID } from "node:crypto";
import { type Actor, isRefusal, type Outcome, organisationsWithin, refuse } from "@/lib/actor";
import { type Db, isId } from "@/lib/db";
import { by, recordMeetingEvent } from "@/lib/events/record";
import type { HeldMeeting } from "@/lib/meetings/hold";
import { hashToken, newToken, sealToken } from "@/lib/secrets";
import { professionNames } from "@/lib/staff/professions";
import { holdTraining } from "@/lib/trainings/hold";
import type { TypedRow } from "@/lib/trainings/participant-schema";
import { transact } from "@/lib/transact";
import type { Prisma, Profession } from "@/prisma/generated/client";

/** Behind the guests, who are in protocol order. */
const participantOrder = 500;

type Learner = {
  name: string;
  title: string;
  institution: string;
  phone: string | null;
  email: string | null;
  /** Null: a guest, not somebody who learns. */
  participant: { staffId: string | null; profession: Profession; organisationId: string | null } | null;
};

/** Invites health workers of the register to learn; who takes part already stays. @returns how many were added */
export async function addStaff(
  actor: Actor,
  meetingId: string,
  staffIds: readonly string[],
): Promise<Outcome<{ added: number }>> {
  return transact<Outcome<{ added: number }>>(async (tx) => {
    const held = await holdTraining(tx, actor, meetingId, "add participants to");
    if (isRefusal(held)) return held;
    const staff = await tx.staffMember.findMany({
      where: {
        id: { in: staffIds.filter(isId) },
        organisation: organisationsWithin(actor),
        trainings: { none: { meetingId } },
      },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      include: {
        organisation: { select: { id: true, name: true } },
        placements: {
          where: { endReason: null },
          orderBy: { startsOn: "desc" },
          select: { position: true, organisationId: true },
        },
      },
    });
    const learners = staff.map(({ id, name, profession, professionNote, phone, email, organisation, placements }) => {
      const place = placements.find(({ organisationId }) => organisationId === organisation?.id);
      const title = place?.position ?? professionNote ?? professionNames[profession];
      const participant = { staffId: id, profession, organisationId: organisation?.id ?? null };
      return { name, title, institution: organisation?.name ?? "", phone, email, participant };
    });
    await invite(tx, actor, held.meeting, learners);
    return { ok: true, added: learners.length };
  });
}

/** Invites people who are in no register here: as participants, or as guests who do not learn. */
export async function addTyped(
  actor: Actor,
  meetingId: string,
  rows: readonly TypedRow[],
): Promise<Outcome<{ added: number }>> {
  return transact<Outcome<{ added: number }>>(async (tx) => {
    const held = await holdTraining(tx, actor, meetingId, "add participants to");
    if (isRefusal(held)) return held;
    const invited = await tx.invitation.findMany({
      where: { meetingId },
      select: { holderName: true, institution: true },
    });
    const known = new Set(invited.map(({ holderName, institution }) => keyOf(holderName ?? "", institution)));
    for (const { index, name, institution } of rows) {
      const key = keyOf(name, institution);
      if (known.has(key)) return refuse(`${name}, ${institution} sudah diundang`, `rows.${index}.name`);
      known.add(key);
    }
    const offices = await officesNamed(
      tx,
      actor,
      rows.map(({ institution }) => institution),
    );
    const learners = rows.map(({ name, title, institution, phone, profession }) => ({
      ...{ name, title: title ?? (profession ? professionNames[profession] : "Tamu"), institution, phone, email: null },
      participant: profession && { staffId: null, profession, organisationId: offices.get(institution) ?? null },
    }));
    await invite(tx, actor, held.meeting, learners);
    return { ok: true, added: learners.length };
  });
}

async function invite(tx: Db, actor: Actor, meeting: HeldMeeting, learners: readonly Learner[]): Promise<void> {
  if (learners.length === 0) return;
  const rows = learners.map((learner) => ({ learner, invitation: invitationOf(meeting.id, learner) }));
  await tx.invitation.createMany({ data: rows.map(({ invitation }) => invitation) });
  await tx.trainingParticipant.createMany({
    data: rows.flatMap(({ learner: { participant }, invitation }) =>
      participant ? [{ ...participant, meetingId: meeting.id, invitationId: invitation.id }] : [],
    ),
  });
  await recordMeetingEvent(tx, by(actor), meeting, {
    action: "training.participants-added",
    subjectId: meeting.id,
    data: { title: meeting.title, names: learners.map(({ name, institution }) => `${name}, ${institution}`) },
  });
}

function invitationOf(meetingId: string, { name, title, institution, phone, email, participant }: Learner) {
  const token = newToken();
  return {
    ...{ id: randomUUID(), meetingId, title, institution, holderName: name, phone, email },
    sector: participant ? "HEALTH" : "OTHER",
    protocolOrder: participant ? participantOrder : 1,
    tokenHash: hashToken(token),
    tokenSealed: sealToken(token),
  } satisfies Prisma.InvitationCreateManyInput;
}

async function officesNamed(tx: Db, actor: Actor, names: readonly string[]): Promise<Map<string, string>> {
  const offices = await tx.organisation.findMany({
    where: { AND: [organisationsWithin(actor), { name: { in: [...names] } }] },
    select: { id: true, name: true },
  });
  return new Map(offices.map(({ id, name }) => [name, id]));
}

function keyOf(name: string, institution: string): string {
  return `${name}\n${institution}`.toLowerCase();
}
