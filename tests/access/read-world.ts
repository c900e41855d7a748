// The world of the writes with everything else there is to read, and those whose time is limited.
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import type { Office } from "@/lib/matrix/office";
import { findMeeting } from "@/lib/meetings/reads";
import { openCopied } from "@/lib/signed-copies/open";
import { dayOf } from "@/lib/time";
import { makeActionItem } from "@/tests/factories/action-items";
import { makeOutsideCertificate } from "@/tests/factories/certificates";
import { makeStandIn } from "@/tests/factories/clusters";
import { makeEscalation } from "@/tests/factories/escalations";
import { makeEvent } from "@/tests/factories/events";
import { approvalRow, documentRow } from "@/tests/factories/evidence";
import { makeEvidencePart } from "@/tests/factories/evidence-packs";
import { makeFeedback } from "@/tests/factories/feedback";
import { makeIssuedPaper } from "@/tests/factories/issued-papers";
import { makeMeeting } from "@/tests/factories/meetings";
import { makeProblem } from "@/tests/factories/problems";
import { makeProgramme, makeVisit } from "@/tests/factories/programmes";
import { makeQuestion } from "@/tests/factories/questions";
import { makeSignedCopy } from "@/tests/factories/signed-copies";
import { makeSimulation } from "@/tests/factories/simulations";
import { makeStaff } from "@/tests/factories/staff";
import { makeSubmission } from "@/tests/factories/submissions";
import { makeTraining } from "@/tests/factories/trainings";
import { actorOf, makeUser } from "@/tests/factories/users";
import { letters } from "./table";
import { year as figuresYear, type Letter, makeWorld } from "./world";

export const now = new Date();
export const today = dayOf(now, "Asia/Jakarta");

/** Beside the letters of the writes. */
export const readers = {
  T: "stand-in of its cluster as of today",
  F: "stand-in of its cluster until the day before",
} as const;
export type Reader = Letter | keyof typeof readers;
export const readerLetters: readonly Reader[] = [...letters, "T", "F"];

export type ReadRow = {
  call: (it: ReadWorld, actor: Actor) => unknown;
  /** + it reads something of the host's, - nothing; in the order of the letters. */
  grid: string;
};
export type ReadTable = Record<string, ReadRow>;

export type ReadWorld = Awaited<ReturnType<typeof makeReadWorld>>;

export async function makeReadWorld() {
  const world = await makeWorld();
  const { dinkes, host, meeting, meetingId, escalation, actors } = world;
  const place = { organisationId: host.id, meetingId };
  await db.meeting.update({ where: { id: meetingId }, data: { status: "CLOSED", closedAt: now } });
  await db.approval.create({ data: approvalRow({ meetingId }) });
  const submission = await makeSubmission({ id: meetingId, dinkesId: dinkes.id });
  const question = await makeQuestion({ organisationId: host.id });
  const feedback = await makeFeedback({ dinkesId: dinkes.id, puskesmasId: host.id });
  const copy = await makeSignedCopy(place);
  const part = await makeEvidencePart(place);
  await db.evidencePack.updateMany({ data: { finishedAt: now, year: meeting.year } });
  await makeIssuedPaper(place);
  await makeOutsideCertificate({ staffId: world.staff.id, expiresOn: new Date("2025-06-30") });
  const wish = { kind: "CORRECTION" as const, text: "Nama saya" };
  await db.staffRequest.create({ data: { ...wish, id: randomUUID(), staffId: world.staff.id } });
  await makeEvent({ ...place, verb: "mengubah", subject: meeting.title });
  const cluster = await db.cluster.findFirstOrThrow({ where: { name: "Klaster 1" } });
  const photo = await db.document.findFirstOrThrow({ where: { meetingId, kind: "MEETING_PHOTO" } });
  const withLogo = await db.letterhead.create({
    data: {
      id: randomUUID(),
      organisationId: host.id,
      name: "Kop",
      lines: ["PUSKESMAS"],
      contact: [],
      isDefault: true,
    },
  });
  await db.document.create({ data: documentRow({ kind: "LOGO_LEFT", letterheadId: withLogo.id }) });
  const letter = {
    organisationId: host.id,
    creator: "Petugas",
    issuer: host.id,
    addressees: "Camat",
    subject: "Lokmin",
  };
  const ofMeeting = { ...letter, id: randomUUID(), meetingId, paperKind: "invitation-letter" };
  await db.letter.create({ data: ofMeeting });
  await db.letter.create({
    data: { ...letter, id: randomUUID(), escalationId: escalation.id, paperKind: "escalation-letter" },
  });
  const template = await db.meetingTemplate.create({
    data: {
      ...{ id: randomUUID(), organisationId: host.id, sourceId: meetingId, kind: meeting.kind, name: "Templat" },
      ...{ content: { agenda: [], inputs: [], outputs: [], items: [] }, creator: "Petugas" },
    },
  });
  const draft = await db.importDraft.create({
    data: {
      ...{ id: randomUUID(), kind: "capaian", organisationId: host.id, userId: actors.A.userId },
      ...{ fileName: "capaian.xlsx", rows: [] },
    },
  });
  const webhook = await db.webhookEndpoint.create({
    data: { id: randomUUID(), organisationId: host.id, url: "https://dasbor.example/", topics: [], secretSealed: "-" },
  });
  await db.job.create({
    data: { organisationId: host.id, requester: "Petugas", kind: "import.apply", payload: {}, subject: "Impor" },
  });
  await db.holiday.create({ data: { organisationId: host.id, day: new Date("2030-01-02"), name: "Libur" } });
  await makeEscalation({ itemId: world.carried.id, dinkesId: dinkes.id });
  const programme = await makeProgramme(dinkes, [host]);
  const term = await makeAssignment(host.id);
  const competence = await db.competence.create({
    data: {
      ...{ id: randomUUID(), organisationId: dinkes.id, name: "Kompetensi" },
      professions: { create: [{ profession: "NURSE", leastStaff: null }] },
    },
  });
  const planned = await db.plannedTraining.create({
    data: { id: randomUUID(), organisationId: host.id, year: 2026, title: "Rencana", participants: 5 },
  });
  const visit = await makeVisit(programme, host);
  await makeActionItem({ meetingId: visit.id });
  await makeProblem({ meetingId: visit.id, puskesmasId: host.id });
  const training = await makeMeeting("CLOSED", { host, kind: "KALAKARYA" });
  await makeTraining(training);
  const openTraining = await makeMeeting("SCHEDULED", {
    ...{ host, kind: "KALAKARYA", startsAt: new Date(now.getTime() + 60 * 86_400_000) },
  });
  await db.staffMember.create({
    data: { id: randomUUID(), name: "Perawat Uji", profession: "NURSE", organisationId: host.id },
  });
  await db.trainingParticipant.update({
    where: { invitationId: world.participant.id },
    data: { organisationId: world.other.id },
  });
  const simulation = await makeSimulation({ meetingId });
  const found = await findMeeting(actors.A, meetingId);
  const copied = await openCopied(actors.A, { slug: "daftar-hadir", subjectId: meetingId });
  if (!found || !copied) throw new Error("The host does not read its own meeting");
  return {
    ...world,
    ...{ found, copied, programme, visit, training, openTraining, question },
    ...{ term, competence, planned },
    ...{
      cluster,
      draft,
      feedback,
      submission,
      template,
      webhook,
      photo,
      letterhead: withLogo,
      letter: ofMeeting,
      copy,
    },
    ...{ part, simulation, figuresYear: figuresYear - 1 },
    readers: { ...actors, ...(await standIns(dinkes.id, cluster.id)) },
  };
}

async function makeAssignment(organisationId: string) {
  const placement = { status: "SPECIAL_ASSIGNMENT" as const, endsOn: new Date("2090-01-01") };
  const { id: staffId } = await makeStaff({ organisationId, placement });
  return db.staffPlacement.findFirstOrThrow({ where: { staffId } });
}

/** The matrix of the host's Dinkes, the same for every reader. */
export const officeOf = ({ dinkes }: ReadWorld): Office => ({ ...dinkes, level: "puskesmas", above: [] });

async function standIns(organisationId: string, clusterId: string): Promise<Record<keyof typeof readers, Actor>> {
  const user = () => makeUser("DINKES_REVIEWER", { organisationId });
  const [present, former] = [await user(), await user()];
  await makeStandIn({ clusterId, userId: present.id });
  const over = dayOf(new Date(now.getTime() - 2 * 86_400_000), "Asia/Jakarta");
  await makeStandIn({ clusterId, userId: former.id, since: over, until: over });
  return { T: await actorOf(present), F: await actorOf(former) };
}
