import type { PoolClient } from "pg";
import { pool } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client";
import type { ActionItemRow, ReportRow, ReviewRow } from "@/tests/factories/action-items";
import type { EscalationRow, ForwardRow } from "@/tests/factories/escalations";
import type { EventRow } from "@/tests/factories/events";
import type { IndicatorRow } from "@/tests/factories/indicators";
import type { InvitationRow } from "@/tests/factories/invitations";
import type { MeetingRow } from "@/tests/factories/meetings";
import type { OrganisationRow } from "@/tests/factories/organisations";
import type { OwnerLinkRow } from "@/tests/factories/owner-links";
import type { PersonRow } from "@/tests/factories/persons";
import type { ProblemRow } from "@/tests/factories/problems";
import type { HolderRow, SeatRow } from "@/tests/factories/seats";
import type { UserRow } from "@/tests/factories/users";

/** Everything the demo is, before any of it is saved: a few large inserts are quicker than thousands of small. */
export type Rows = {
  organisations: OrganisationRow[];
  workingAreas: Prisma.WorkingAreaCreateManyInput[];
  persons: PersonRow[];
  users: UserRow[];
  clusters: Prisma.ClusterCreateManyInput[];
  clusterMembers: Prisma.ClusterMemberCreateManyInput[];
  clusterReviewers: Prisma.ClusterReviewerCreateManyInput[];
  standIns: Prisma.StandInCreateManyInput[];
  staff: Prisma.StaffMemberCreateManyInput[];
  placements: Prisma.StaffPlacementCreateManyInput[];
  licences: Prisma.StaffLicenceCreateManyInput[];
  competences: Prisma.CompetenceCreateManyInput[];
  competenceProfessions: Prisma.CompetenceProfessionCreateManyInput[];
  plannedTrainings: Prisma.PlannedTrainingCreateManyInput[];
  seats: SeatRow[];
  holders: HolderRow[];
  meetings: MeetingRow[];
  organisers: Prisma.MeetingOrganiserCreateManyInput[];
  agenda: Prisma.AgendaLineCreateManyInput[];
  expectations: Prisma.MeetingExpectationCreateManyInput[];
  templates: Prisma.MeetingTemplateCreateManyInput[];
  holidays: Prisma.HolidayCreateManyInput[];
  changes: Prisma.MeetingChangeCreateManyInput[];
  invitations: InvitationRow[];
  answers: Prisma.AnswerCreateManyInput[];
  attendances: Prisma.AttendanceCreateManyInput[];
  items: ActionItemRow[];
  itemVillages: Prisma.ActionItemVillageCreateManyInput[];
  reports: ReportRow[];
  reviews: ReviewRow[];
  comments: Prisma.CommentCreateManyInput[];
  escalations: EscalationRow[];
  escalationAnswers: Prisma.EscalationAnswerCreateManyInput[];
  escalationForwards: ForwardRow[];
  escalationTakeovers: Prisma.EscalationTakeoverCreateManyInput[];
  ownerLinks: OwnerLinkRow[];
  documents: Prisma.DocumentCreateManyInput[];
  /** Bytes as PostgreSQL writes them: "\\x89…". */
  documentContents: { documentId: string; bytes: string }[];
  indicators: IndicatorRow[];
  targets: Prisma.IndicatorTargetCreateManyInput[];
  denominators: Prisma.IndicatorDenominatorCreateManyInput[];
  values: Prisma.IndicatorValueCreateManyInput[];
  problems: ProblemRow[];
  problemVillages: Prisma.ProblemVillageCreateManyInput[];
  problemCauses: Prisma.ProblemCauseCreateManyInput[];
  scorers: Prisma.ScorerCreateManyInput[];
  problemScores: Prisma.ProblemScoreCreateManyInput[];
  notes: Prisma.NoteCreateManyInput[];
  letters: Prisma.LetterCreateManyInput[];
  certificates: Prisma.CertificateCreateManyInput[];
  trainings: Prisma.TrainingCreateManyInput[];
  bankQuestions: Prisma.BankQuestionCreateManyInput[];
  trainingTests: Prisma.TrainingTestCreateManyInput[];
  testQuestions: Prisma.TestQuestionCreateManyInput[];
  testResults: Prisma.TestResultCreateManyInput[];
  testAnswers: Prisma.TestAnswerCreateManyInput[];
  trainingSessions: (Prisma.TrainingSessionCreateManyInput & { id: string })[];
  trainingSpeakers: Prisma.TrainingSpeakerCreateManyInput[];
  trainingParticipants: Prisma.TrainingParticipantCreateManyInput[];
  trainingApplications: Prisma.TrainingApplicationCreateManyInput[];
  sessionPresences: Prisma.SessionPresenceCreateManyInput[];
  evidence: Prisma.MeetingEvidenceCreateManyInput[];
  approvals: (Prisma.ApprovalCreateManyInput & { id: string })[];
  reopenings: Prisma.ReopeningCreateManyInput[];
  submissions: (Prisma.SubmissionCreateManyInput & { id: string; submittedAt: Date })[];
  feedback: Prisma.MonthlyFeedbackCreateManyInput[];
  submissionReviews: Prisma.SubmissionReviewCreateManyInput[];
  programmes: Prisma.ProgrammeUncheckedCreateInput[];
  programmeMembers: Prisma.ProgrammeMemberCreateManyInput[];
  programmeIndicators: Prisma.ProgrammeIndicatorCreateManyInput[];
  programmeFacilitators: Prisma.ProgrammeFacilitatorUncheckedCreateInput[];
  programmeQuestions: Prisma.ProgrammeQuestionCreateManyInput[];
  visits: Prisma.ProgrammeVisitCreateManyInput[];
  visitFacilitators: Prisma.VisitFacilitatorCreateManyInput[];
  visitQuestions: Prisma.VisitQuestionCreateManyInput[];
  events: (EventRow & { at: Date })[];
};

export function noRows(): Rows {
  return {
    organisations: [],
    workingAreas: [],
    persons: [],
    users: [],
    clusters: [],
    clusterMembers: [],
    clusterReviewers: [],
    standIns: [],
    staff: [],
    placements: [],
    licences: [],
    competences: [],
    competenceProfessions: [],
    plannedTrainings: [],
    seats: [],
    holders: [],
    meetings: [],
    organisers: [],
    agenda: [],
    expectations: [],
    templates: [],
    holidays: [],
    changes: [],
    invitations: [],
    answers: [],
    attendances: [],
    items: [],
    itemVillages: [],
    reports: [],
    reviews: [],
    comments: [],
    escalations: [],
    escalationAnswers: [],
    escalationForwards: [],
    escalationTakeovers: [],
    ownerLinks: [],
    documents: [],
    documentContents: [],
    indicators: [],
    targets: [],
    denominators: [],
    values: [],
    problems: [],
    problemVillages: [],
    problemCauses: [],
    scorers: [],
    problemScores: [],
    notes: [],
    letters: [],
    certificates: [],
    trainings: [],
    bankQuestions: [],
    trainingTests: [],
    testQuestions: [],
    testResults: [],
    testAnswers: [],
    trainingSessions: [],
    trainingSpeakers: [],
    trainingParticipants: [],
    trainingApplications: [],
    sessionPresences: [],
    evidence: [],
    approvals: [],
    reopenings: [],
    submissions: [],
    submissionReviews: [],
    programmes: [],
    programmeMembers: [],
    programmeIndicators: [],
    programmeFacilitators: [],
    programmeQuestions: [],
    visits: [],
    visitFacilitators: [],
    visitQuestions: [],
    feedback: [],
    events: [],
  };
}

/**
 * Saves all of it or nothing. Users' addresses are unique, so a second filling fails as a whole. Plain statements,
 * since thousands of rows through the query compiler take seconds.
 */
export async function saveRows(rows: Rows): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    await insert(client, "Organisation", rows.organisations);
    await insert(client, "Person", rows.persons);
    await insert(client, "User", rows.users);
    await insert(client, "WorkingArea", rows.workingAreas);
    await insert(client, "Cluster", rows.clusters);
    await insert(client, "ClusterMember", rows.clusterMembers);
    await insert(client, "ClusterReviewer", rows.clusterReviewers);
    await insert(client, "StandIn", rows.standIns);
    await insert(client, "StaffMember", rows.staff);
    await insert(client, "StaffPlacement", rows.placements);
    await insert(client, "StaffLicence", rows.licences);
    await insert(client, "Competence", rows.competences);
    await insert(client, "CompetenceProfession", rows.competenceProfessions);
    await insert(client, "PlannedTraining", rows.plannedTrainings);
    await insert(client, "Seat", rows.seats);
    await insert(client, "SeatHolder", rows.holders);
    await client.query(`
      UPDATE "Organisation" o SET "headSeatId" = s.id FROM "Seat" s
      WHERE s."organisationId" = o.id AND s.institution = o.name AND s.title IN ('Kepala Puskesmas', 'Kepala Dinas Kesehatan')`);
    // A template is made of one meeting, and another is made of it.
    await insert(
      client,
      "Meeting",
      rows.meetings.filter((meeting) => !meeting.templateId),
    );
    await insert(client, "MeetingTemplate", rows.templates);
    await insert(
      client,
      "Meeting",
      rows.meetings.filter((meeting) => meeting.templateId),
    );
    await insert(client, "MeetingOrganiser", rows.organisers);
    await insert(client, "AgendaLine", rows.agenda);
    await insert(client, "MeetingExpectation", rows.expectations);
    await insert(client, "Holiday", rows.holidays);
    await insert(client, "MeetingChange", rows.changes);
    await insert(client, "Invitation", rows.invitations);
    await insert(client, "Answer", rows.answers);
    await insert(client, "Attendance", rows.attendances);
    await insert(client, "Indicator", rows.indicators);
    await insert(client, "IndicatorTarget", rows.targets);
    await insert(client, "IndicatorDenominator", rows.denominators);
    await insert(client, "IndicatorValue", rows.values);
    await insert(client, "Programme", rows.programmes);
    await insert(client, "ProgrammeMember", rows.programmeMembers);
    await insert(client, "ProgrammeIndicator", rows.programmeIndicators);
    await insert(client, "ProgrammeFacilitator", rows.programmeFacilitators);
    await insert(client, "ProgrammeQuestion", rows.programmeQuestions);
    await insert(client, "ProgrammeVisit", rows.visits);
    await insert(client, "VisitFacilitator", rows.visitFacilitators);
    await insert(client, "VisitQuestion", rows.visitQuestions);
    await insert(client, "Problem", rows.problems);
    await insert(client, "ProblemVillage", rows.problemVillages);
    await insert(client, "ProblemCause", rows.problemCauses);
    await insert(client, "Scorer", rows.scorers);
    await insert(client, "ProblemScore", rows.problemScores);
    // Rows of the plan answer problems.
    await insert(client, "ActionItem", rows.items);
    await insert(client, "ActionItemVillage", rows.itemVillages);
    await insert(client, "OwnerLink", rows.ownerLinks);
    await insert(client, "ProgressReport", rows.reports);
    await insert(client, "Document", rows.documents);
    await insert(client, "DocumentContent", rows.documentContents);
    await insert(client, "ItemReview", rows.reviews);
    await insert(client, "Comment", rows.comments);
    await insert(client, "Escalation", rows.escalations);
    await insert(client, "EscalationTakeover", rows.escalationTakeovers);
    await insert(client, "EscalationForward", rows.escalationForwards);
    await insert(client, "EscalationAnswer", rows.escalationAnswers);
    await insert(client, "Note", rows.notes);
    await insert(client, "MonthlyFeedback", rows.feedback);
    await insert(client, "Letter", rows.letters);
    await insert(client, "Certificate", rows.certificates);
    await insert(client, "Training", rows.trainings);
    await insert(client, "TrainingSession", rows.trainingSessions);
    await insert(client, "TrainingSpeaker", rows.trainingSpeakers);
    await insert(client, "TrainingParticipant", rows.trainingParticipants);
    await insert(client, "TrainingApplication", rows.trainingApplications);
    await insert(client, "SessionPresence", rows.sessionPresences);
    await insert(client, "BankQuestion", rows.bankQuestions);
    await insert(client, "TrainingTest", rows.trainingTests);
    await insert(client, "TestQuestion", rows.testQuestions);
    await insert(client, "TestResult", rows.testResults);
    await insert(client, "TestAnswer", rows.testAnswers);
    await insert(client, "MeetingEvidence", rows.evidence);
    await insert(client, "Approval", rows.approvals);
    await insert(client, "Reopening", rows.reopenings);
    await insert(client, "Submission", rows.submissions);
    await insert(client, "SubmissionReview", rows.submissionReviews);
    // The record is read in the order of its numbers, so its rows go in together, whatever they leave out.
    const told = rows.events.map((event) => ({ isNews: false, ...event }));
    const columns = [...new Set(told.flatMap(columnsOf))].sort().join(", ");
    const events = told.toSorted((a, b) => a.at.getTime() - b.at.getTime());
    await insertGroup(client, "Event", columns, events);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    client.release();
  }
}

/** One statement for rows that name the same columns, in their order; a column left out gets its default. */
async function insert(client: PoolClient, table: string, rows: readonly object[]): Promise<void> {
  const groups = new Map<string, object[]>();
  for (const row of rows) {
    const key = columnsOf(row).sort().join(", ");
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  for (const [columns, group] of groups) await insertGroup(client, table, columns, group);
}

function columnsOf(row: object): string[] {
  return Object.entries(row).flatMap(([column, value]) => (value === undefined ? [] : `"${column}"`));
}

async function insertGroup(client: PoolClient, table: string, columns: string, rows: readonly object[]): Promise<void> {
  await client.query(
    `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${table}", $1)`,
    [JSON.stringify(rows)],
  );
}
