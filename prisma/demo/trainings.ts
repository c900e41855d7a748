import { randomUUID } from "node:crypto";
import { professionNames } from "@/lib/staff/professions";
import { lessonsBetween } from "@/lib/trainings/session-checks";
import type { Profession, SessionForm } from "@/prisma/generated/enums";
import { invitationRow } from "@/tests/factories/invitations";
import type { OrganisationRow } from "@/tests/factories/organisations";
import { professionOf } from "./certificates";
import { type DemoMeeting, record } from "./demo-meeting";
import type { Rows } from "./demo-rows";

type Speaker = readonly [name: string, title: string, institution: string];

export type DemoSession = {
  form: SessionForm;
  topic: string;
  day: string;
  from: string;
  to: string;
  room?: string;
  speakers?: readonly Speaker[];
};

type Told = {
  objectives: string[];
  requiredScore?: number;
  sessions: readonly DemoSession[];
};

/** What a kalakarya teaches, and when. Its health workers learn, others stay guests. */
export function addTraining(rows: Rows, demo: DemoMeeting, { sessions, ...training }: Told): void {
  const { id: meetingId, hostId: organisationId } = demo.meeting;
  const own = rows.trainings.find((one) => one.meetingId === meetingId);
  if (own) Object.assign(own, training);
  for (const [index, told] of sessions.entries()) addSession(rows, demo, told, index + 1);
  for (const { row } of demo.invitations.filter((one) => one.row.sector === "HEALTH")) {
    const member = rows.staff.find((one) => one.name === row.holderName && one.organisationId === organisationId);
    const profession = member?.profession ?? professionOf(row.title);
    const participant = { invitationId: row.id, meetingId, staffId: member?.id ?? null, profession, organisationId };
    rows.trainingParticipants.push(participant);
    addPresences(rows, meetingId, row.id);
  }
}

/** Invites health workers of the registers of several offices to learn. */
export function inviteStaff(rows: Rows, demo: DemoMeeting, offices: readonly OrganisationRow[], learns: Profession[]) {
  const nameOf = new Map(offices.map(({ id, name }) => [id, name]));
  const chosen = rows.staff.filter(
    ({ organisationId, profession }) => nameOf.has(organisationId ?? "") && learns.includes(profession),
  );
  const meetingId = demo.meeting.id;
  for (const { id: staffId, name, profession, organisationId = null } of chosen) {
    const { row } = invitationRow({
      ...{ meetingId, title: professionNames[profession], institution: nameOf.get(organisationId ?? "") ?? "" },
      ...{ sector: "HEALTH", protocolOrder: 500, holderName: name, createdAt: demo.scheduledAt },
    });
    rows.invitations.push(row);
    rows.trainingParticipants.push({ invitationId: row.id, meetingId, staffId, profession, organisationId });
  }
  const names = chosen.map(({ name, organisationId }) => `${name}, ${nameOf.get(organisationId ?? "")}`);
  record(rows, demo, demo.scheduledAt, {
    action: "training.participants-added",
    data: { title: demo.meeting.title, names },
  });
}

function addSession(rows: Rows, { meeting, calendar }: DemoMeeting, told: DemoSession, position: number): void {
  const { form, topic, day, from, to, room = null, speakers = [] } = told;
  const sessionId = randomUUID();
  const timed = { startsAt: calendar.at(day, from), endsAt: calendar.at(day, to) };
  rows.trainingSessions.push({
    ...{ id: sessionId, meetingId: meeting.id, position, form, topic, room, ...timed },
    lessons: lessonsBetween(timed),
  });
  rows.trainingSpeakers.push(
    ...speakers.map(([name, title, institution], index) => ({
      ...{ sessionId, position: index + 1, name, title, institution },
    })),
  );
}

/** Who came by the paper list was there in every session. */
function addPresences(rows: Rows, meetingId: string, invitationId: string): void {
  const came = rows.attendances.find((one) => one.invitationId === invitationId && one.status === "PRESENT");
  if (!came?.id) return;
  const own = rows.trainingSessions.filter((session) => session.meetingId === meetingId);
  rows.sessionPresences.push(
    ...own.map(({ id, startsAt }) => ({
      ...{ sessionId: id, attendanceId: came.id ?? "", status: "PRESENT" as const, source: "PAPER" as const },
      markedAt: startsAt,
      confirmedAt: startsAt,
    })),
  );
}
