import { randomUUID } from "node:crypto";
import { rowOf } from "@/lib/events/record";
import { isWeekend } from "@/lib/holidays/rules";
import { copiesFor } from "@/lib/programmes/checklist";
import { proposeRound } from "@/lib/programmes/proposal";
import { leaderOf } from "@/lib/programmes/round";
import { visitTitle } from "@/lib/programmes/rules";
import { addDays, dayToDate } from "@/lib/time";
import type { ChecklistForm } from "@/prisma/generated/client";
import { attendanceRow } from "@/tests/factories/attendance";
import type { MeetingRow } from "@/tests/factories/meetings";
import type { OrganisationRow } from "@/tests/factories/organisations";
import { personRow } from "@/tests/factories/persons";
import { problemRow } from "@/tests/factories/problems";
import { type Calendar, daysAfter, earlier } from "./calendar";
import { byStaff, type DemoMeeting, record } from "./demo-meeting";
import type { Rows } from "./demo-rows";
import { beginning, type DemoSeat, type Staff } from "./offices";
import { plan } from "./plan";

type Question = { section: string; text: string; form?: ChecklistForm; maxScore?: number };

export type Visited = { office: OrganisationRow; head: DemoSeat; midwife: DemoSeat };

type Facilitator = { name: string; title: string; institution: string; daysOff?: readonly string[] };

type Told = {
  name: string;
  goal: string;
  topics: string[];
  /** Days seen from today. */
  from: number;
  to: number;
  perWeek: number;
  visited: readonly (Pick<Visited, "office"> & Partial<Visited>)[];
  joined?: readonly OrganisationRow[];
  facilitators: readonly Facilitator[];
  questions: readonly Question[];
  indicators?: readonly { name: string; baseline: number; target: number; unit: string }[];
};

/** A programme of a Dinkes, without its visits. */
export function addProgramme(rows: Rows, calendar: Calendar, by: Staff, told: Told) {
  const id = randomUUID();
  const { office } = by;
  const startsOn = addDays(calendar.today, told.from);
  const endsOn = addDays(calendar.today, told.to);
  const createdAt = daysAfter(calendar.now, Math.min(-1, told.from - 14));
  rows.programmes.push({
    ...{ id, organisationId: office.id, name: told.name, goal: told.goal, topics: told.topics, teamSize: 2 },
    ...{ startsOn: dayToDate(startsOn), endsOn: dayToDate(endsOn), visitsPerWeek: told.perWeek },
    ...{ startClock: "09:00", endClock: "12:00", createdById: by.user.id, createdAt },
  });
  const members = [
    ...told.visited.map(({ office: { id: organisationId } }) => ({ organisationId, isVisited: true })),
    ...(told.joined ?? []).map(({ id: organisationId }) => ({ organisationId, isVisited: false })),
  ];
  rows.programmeMembers.push(...members.map((member) => ({ programmeId: id, ...member })));
  rows.programmeIndicators.push(
    ...(told.indicators ?? []).map((row, index) => ({ programmeId: id, position: index + 1, ...row })),
  );
  const questions = told.questions.map(({ form = "YES_NO", maxScore = null, ...row }, index) => ({
    ...row,
    ...{ position: index + 1, form, maxScore },
  }));
  rows.programmeQuestions.push(...questions.map((row) => ({ programmeId: id, ...row })));
  const facilitators = told.facilitators.map(({ name, title, institution, daysOff = [] }, index) => {
    const words = { name, title, institution };
    const known = rows.persons.find((one) => one.organisationId === office.id && one.name === name);
    const person = known ?? personRow({ organisationId: office.id, ...words, createdAt: beginning });
    if (!known) rows.persons.push(person);
    return {
      ...{ id: randomUUID(), programmeId: id, personId: person.id, position: index + 1 },
      ...words,
      daysOff: daysOff.map(dayToDate),
    };
  });
  rows.programmeFacilitators.push(...facilitators);
  const facts = { goal: told.goal, from: startsOn, to: endsOn, members: members.length };
  const made = { action: "programme.made" as const, subjectId: id, organisationId: office.id };
  rows.events.push({ ...rowOf(byStaff(by), { ...made, data: { name: told.name, facts } }), at: createdAt });
  return { id, by, calendar, told, startsOn, endsOn, questions, facilitators };
}

type Programme = ReturnType<typeof addProgramme>;

/** Visits as the app itself would propose them; those of the past were held. @param open how many stay without a date */
export function addVisits(rows: Rows, programme: Programme, open: number) {
  const { told, calendar, facilitators } = programme;
  const { visits } = proposeRound({
    visited: told.visited.map(({ office: { id, name, areaCode } }) => ({ id, name, areaCode })),
    facilitators: facilitators.map(({ id, title, daysOff }) => ({
      ...{ id, title },
      busy: new Set(daysOff.map((day) => day.toISOString().slice(0, 10))),
    })),
    fixed: [],
    from: programme.startsOn,
    to: programme.endsOn,
    perWeek: told.perWeek,
    teamSize: 2,
    // Today may be before or after nine.
    isFree: (day) => isWeekend(day) || day === calendar.today,
  });
  const planned = visits.slice(0, visits.length - open);
  return planned.flatMap(({ visitedId, day, team }) => {
    const { office, head, midwife } = told.visited.find((one) => one.office.id === visitedId) ?? {};
    if (!office || !head || !midwife) return [];
    const visited = { office, head, midwife };
    const index = planned.findIndex((one) => one.visitedId === visitedId);
    // Of several ahead the first was put off.
    const ahead = planned.filter((one) => one.day > calendar.today);
    const isNext = ahead.length > 1 && ahead[0]?.visitedId === visitedId;
    const status = day < calendar.today ? "CLOSED" : isNext ? "POSTPONED" : "SCHEDULED";
    const visit = addVisit(rows, programme, visited, { day, team, status });
    if (status === "CLOSED") holdVisit(rows, visited, visit, index);
    return [{ visited, visit, status }];
  });
}

type Set = { day: string; team: readonly string[]; status: "SCHEDULED" | "POSTPONED" | "CLOSED" };

function addVisit(rows: Rows, programme: Programme, visited: Visited, { day, team, status }: Set): DemoMeeting {
  const { by, calendar, told } = programme;
  const id = randomUUID();
  const startsAt = calendar.at(day, "09:00");
  const scheduledAt = earlier(daysAfter(startsAt, -14), daysAfter(calendar.now, -2));
  const title = visitTitle(told.name, visited.office.name);
  const isPutOff = status === "POSTPONED";
  const people = team.flatMap((one) => programme.facilitators.find((other) => other.id === one) ?? []);
  const meeting: MeetingRow = {
    ...{ id, kind: "COACHING_VISIT", status, title, startsAt, timeZone: calendar.timeZone, hostId: by.office.id },
    ...{ year: Number(day.slice(0, 4)), period: Number(day.slice(5, 7)), place: visited.office.name },
    ...{ endsAt: calendar.at(day, "12:00"), createdById: by.user.id, createdAt: scheduledAt, changedAt: scheduledAt },
    closedAt: status === "CLOSED" ? calendar.at(day, "12:20") : null,
    leader: leaderOf(people),
    statusReason: isPutOff ? "Jalan ke puskesmas terputus banjir" : null,
    sequence: isPutOff ? 1 : 0,
  };
  rows.meetings.push(meeting);
  rows.organisers.push({ meetingId: id, puskesmasId: visited.office.id, startsAt, agreedAt: scheduledAt });
  rows.visits.push({
    meetingId: id,
    programmeId: programme.id,
    organisationId: visited.office.id,
    createdAt: scheduledAt,
  });
  rows.visitFacilitators.push(
    ...people.map(({ id: facilitatorId, name, title: post, institution }, index) => ({
      ...{ meetingId: id, facilitatorId, name, title: post, institution, position: index + 1 },
    })),
  );
  rows.visitQuestions.push(...copiesFor(id, programme.questions));
  const demo = { meeting, by, calendar, scheduledAt, movedAt: null, invitations: [], nextNumber: 1 };
  record(rows, demo, scheduledAt, {
    action: "visit.planned",
    data: { title, day, team: people.map(({ name }) => name) },
  });
  if (isPutOff)
    record(rows, demo, daysAfter(calendar.now, -1), {
      action: "meeting.postponed",
      data: { title, reason: "Jalan ke puskesmas terputus banjir" },
    });
  return demo;
}

const findings = [
  [
    "Rujukan",
    "Partograf tidak dilampirkan pada rujukan",
    "Melampirkan partograf dan lembar SBAR pada setiap rujukan ibu",
  ],
  ["KIA", "Kelas ibu hamil belum berjalan di semua desa", "Menjadwalkan kelas ibu hamil bulanan di setiap desa"],
  ["Sarana", "Resusitator bayi ada satu dan katupnya rusak", "Mengusulkan resusitator bayi dan melatih pemakaiannya"],
  [
    "Rujukan",
    "Nomor telepon dokter jaga rumah sakit tidak diketahui bidan",
    "Membagikan alur dan nomor rujukan ke semua bidan desa",
  ],
] as const;

/** What a visit brought: who came, its checklist, two findings, and what was agreed on them. */
function holdVisit(rows: Rows, { office, head, midwife }: Visited, demo: DemoMeeting, index: number) {
  const { meeting, calendar, by } = demo;
  const at = (minutes: number) => daysAfter(meeting.startsAt, 0, minutes);
  record(rows, demo, meeting.startsAt, { action: "meeting.started", data: { title: meeting.title, reason: null } });
  record(rows, demo, at(200), { action: "meeting.closed", data: { title: meeting.title, reason: null } });
  const present = [
    ...rows.visitFacilitators
      .filter(({ meetingId }) => meetingId === meeting.id)
      .map(({ name, title, institution }) => ({ name, title, institution })),
    ...[head, midwife].map(({ seat, holders }) => ({
      ...{ name: holders[0]?.name ?? null, title: seat.title, institution: seat.institution },
    })),
  ];
  rows.attendances.push(
    ...present.map((person) =>
      attendanceRow({
        ...{ meetingId: meeting.id, status: "PRESENT", source: "OFFICER", ...person },
        ...{
          markedById: by.user.id,
          markedAt: at(10),
          arrivedAt: at(5),
          confirmedById: by.user.id,
          confirmedAt: at(10),
        },
      }),
    ),
  );
  const isOld = daysAfter(meeting.startsAt, 7) < calendar.now;
  const answers = ["YES", "PARTLY", "NO"] as const;
  for (const question of rows.visitQuestions.filter(({ meetingId }) => meetingId === meeting.id)) {
    const pick = (index * 5 + question.position * 3) % 7;
    question.answeredBy = by.user.name;
    question.answeredAt = at(90);
    question.version = 1;
    if (question.form === "SCORE") question.score = 5 + (pick % 6);
    else question.answer = answers[pick > 4 ? 2 : pick > 2 ? 1 : 0];
    if (question.answer === "NO") question.note = "Dibahas dalam temuan";
  }
  for (const place of [0, 1]) {
    const told = findings[(index + place * 3) % findings.length];
    if (!told) continue;
    const [topic, statement, activity] = told;
    const problem = problemRow({
      ...{ meetingId: meeting.id, puskesmasId: office.id, number: place + 1, statement, topic, owner: office.name },
      ...{ createdById: by.user.id, createdAt: at(120 + place) },
    });
    rows.problems.push(problem);
    plan(rows, demo, {
      ...{ problem: statement, problemId: problem.id, activity, owner: place === 0 ? midwife : head, priority: "HIGH" },
      deadline: index === 0 ? calendar.back(3) : calendar.ahead(20 + index * 3),
      reports:
        isOld && index % 3 === 1
          ? [[2, 60, "Sudah dibahas"]]
          : isOld && index % 3 === 2
            ? [[3, 100, "Sudah berjalan"]]
            : [],
    });
  }
}
