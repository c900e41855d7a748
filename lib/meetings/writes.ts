import { type Actor, isPuskesmasWriter, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { type Db, db, isUniqueViolation } from "@/lib/db";
import { by, recordEvent } from "@/lib/events";
import { type ChosenType, chooseType } from "@/lib/meeting-types/choose";
import { expectationRows, replaceExpectations } from "@/lib/meeting-types/expectations";
import { lockMeeting } from "@/lib/meetings/lock";
import { type FoundMeeting, findMeeting } from "@/lib/meetings/reads";
import {
  canWriteMeeting,
  defaultTitle,
  isApproved,
  isEditable,
  isStep,
  type MeetingStep,
  periodKey,
  periodName,
  quarterOf,
  statusNames,
  stepRule,
} from "@/lib/meetings/rules";
import type { MeetingInput } from "@/lib/meetings/schema";
import { findTemplate } from "@/lib/templates/reads";
import { dayOf, formatDay, formatHours, toInstant } from "@/lib/time";

/** Why a second Lokmin of a period was refused: the first one, and the field that lets it through. */
export type SecondOfPeriod = { meetingId: string; title: string };

/** The period the form's values come to: from the date where none was chosen. */
function periodOf({ kind, date, ...input }: MeetingInput) {
  const year = input.year ?? Number(date.slice(0, 4));
  const period =
    kind === "LOKMIN_TRIWULANAN" ? (input.quarter ?? quarterOf(date)) : (input.month ?? Number(date.slice(5, 7)));
  return { kind, year, period };
}

type TypeOfMeeting = { typeKey: string | null; typeName: string | null };

/** What the form's values come to: the title from the period and the type. */
function derive(input: MeetingInput, { typeKey, typeName }: TypeOfMeeting, timeZone: string) {
  const timed = { ...periodOf(input), typeKey, typeName };
  return {
    ...timed,
    title: input.title ?? defaultTitle(timed),
    startsAt: toInstant(input.date, input.startTime, timeZone),
    endsAt: input.endTime ? toInstant(input.date, input.endTime, timeZone) : null,
    timeZone,
    place: input.place,
    mapUrl: input.mapUrl,
    leader: input.leader,
  };
}

const typeColumns = (type: ChosenType | null): TypeOfMeeting => ({
  typeKey: type?.key ?? null,
  typeName: type?.name ?? null,
});

function agendaRows(input: MeetingInput) {
  return input.agenda.map((line, index) => ({
    position: index + 1,
    topic: line.topic ?? "",
    minutes: line.minutes,
    presenter: line.presenter,
  }));
}

/**
 * Sets a meeting as a draft. The id was made when the form was shown, so the same form sent twice makes one.
 * A second Lokmin of the same puskesmas and period needs a reason; the unique index decides who was first.
 */
export async function draftMeeting(
  actor: Actor,
  input: MeetingInput,
): Promise<Outcome<{ id: string }> & { second?: SecondOfPeriod }> {
  if (!isPuskesmasWriter(actor)) throw new NotAllowed(actor, "draft a meeting");
  const chosen = await chooseType(actor, { ...periodOf(input), id: input.id, typeKey: input.typeKey });
  if (!chosen.ok) return chosen;
  const template = input.templateId ? await findTemplate(actor, input.templateId) : null;
  const values = derive(input, typeColumns(chosen.type), actor.organisation.timeZone);
  const organiserIds = await allowedOrganisers(actor, input.organiserIds);
  const holdsPeriod = input.secondReason ? null : periodKey(values);
  try {
    await db.$transaction(async (tx) => {
      await tx.meeting.create({
        data: {
          id: input.id,
          ...values,
          hostId: actor.organisation.id,
          createdById: actor.userId,
          templateId: template?.id ?? null,
          expectations: { create: expectationRows(template?.content ?? chosen.type ?? { inputs: [], outputs: [] }) },
          agenda: { create: agendaRows(input) },
          organisers: {
            create: organiserIds.map((puskesmasId) => ({
              puskesmasId,
              startsAt: values.startsAt,
              holdsPeriod,
              secondReason: input.secondReason,
            })),
          },
        },
      });
      await recordEvent(tx, {
        ...by(actor),
        organisationId: actor.organisation.id,
        meetingId: input.id,
        verb: "menyusun",
        subject: values.title,
        detail: {
          ...(input.secondReason ? { alasan: input.secondReason } : {}),
          ...(template ? { templat: template.name } : {}),
        },
      });
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    // The same form sent twice, or an id that is somebody else's.
    const mine = await db.meeting.findUnique({ where: { id: input.id }, select: { hostId: true } });
    if (mine)
      return mine.hostId === actor.organisation.id
        ? { ok: true, id: input.id }
        : refuse("Muat ulang halaman ini, lalu coba lagi");
    return secondOfPeriod(actor, values, organiserIds, input.id);
  }
  return { ok: true, id: input.id };
}

/** Changes a meeting. An edit that began on an older version is refused: what the other wrote stays. */
export async function editMeeting(
  actor: Actor,
  input: MeetingInput & { version: number },
): Promise<Outcome<{ id: string }> & { second?: SecondOfPeriod }> {
  const meeting = await findMeeting(actor, input.id);
  if (!meeting || !canWriteMeeting(actor, meeting)) throw new NotAllowed(actor, `edit meeting ${input.id}`);
  if (!isEditable(meeting.status))
    return refuse(`Kegiatan ini sudah ${statusNames[meeting.status].toLowerCase()}, tidak dapat diubah lagi`);
  const keepsType = meeting.kind === input.kind && (!input.typeKey || input.typeKey === meeting.typeKey);
  const chosen =
    keepsType && meeting.typeKey
      ? null
      : await chooseType(actor, { ...periodOf(input), id: input.id, typeKey: input.typeKey });
  if (chosen && !chosen.ok) return chosen;
  const values = derive(input, chosen ? typeColumns(chosen.type) : meeting, meeting.timeZone);
  const moved =
    values.startsAt.getTime() !== meeting.startsAt.getTime() ||
    values.endsAt?.getTime() !== meeting.endsAt?.getTime() ||
    values.place !== meeting.place;
  const isHost = meeting.hostId === actor.organisation.id;
  const organiserIds = isHost
    ? await allowedOrganisers(actor, input.organiserIds)
    : meeting.organisers.map((organiser) => organiser.puskesmasId);
  const reason =
    input.secondReason ?? meeting.organisers.find((organiser) => organiser.secondReason)?.secondReason ?? null;
  const holdsPeriod = reason ? null : periodKey(values);
  try {
    const saved = await db.$transaction(async (tx) => {
      const { count } = await tx.meeting.updateMany({
        where: { id: input.id, version: input.version, status: meeting.status },
        data: { ...values, version: { increment: 1 }, ...(moved ? { sequence: { increment: 1 } } : {}) },
      });
      if (count === 0) return false;
      if (moved) await keepChange(tx, meeting);
      if (chosen?.type) await replaceExpectations(tx, input.id, chosen.type);
      await tx.agendaLine.deleteMany({ where: { meetingId: input.id } });
      await tx.agendaLine.createMany({ data: agendaRows(input).map((line) => ({ ...line, meetingId: input.id })) });
      await tx.meetingOrganiser.deleteMany({ where: { meetingId: input.id } });
      await tx.meetingOrganiser.createMany({
        data: organiserIds.map((puskesmasId) => ({
          meetingId: input.id,
          puskesmasId,
          startsAt: values.startsAt,
          holdsPeriod,
          secondReason: reason,
        })),
      });
      await recordEvent(tx, {
        ...by(actor),
        organisationId: meeting.hostId,
        meetingId: input.id,
        verb: moved ? "mengubah waktu atau tempat" : "mengubah",
        subject: values.title,
        detail: moved ? { dari: whenAndWhere(meeting), menjadi: whenAndWhere(values) } : {},
      });
      return true;
    });
    if (!saved)
      return refuse(
        "Kegiatan ini baru saja diubah orang lain. Muat ulang halaman untuk melihat perubahannya; isian Anda masih ada di bawah ini.",
      );
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return secondOfPeriod(actor, values, organiserIds, input.id);
  }
  return { ok: true, id: input.id };
}

/** Keeps what a change of time or place replaces, so that an invitee can see both. */
async function keepChange(tx: Db, before: FoundMeeting): Promise<void> {
  const { startsAt, endsAt, place } = before;
  await tx.meetingChange.create({
    data: { meetingId: before.id, sequence: before.sequence + 1, startsAt, endsAt, place },
  });
}

function whenAndWhere(meeting: { startsAt: Date; endsAt: Date | null; timeZone: string; place: string }): string {
  return `${formatDay(dayOf(meeting.startsAt, meeting.timeZone))}, ${formatHours(meeting.startsAt, meeting.endsAt, meeting.timeZone)}, ${meeting.place}`;
}

/** One step of a meeting's life: schedule, start, close, reopen, postpone, cancel. */
export async function moveMeeting(
  actor: Actor,
  id: string,
  step: MeetingStep,
  reason: string | null = null,
): Promise<Outcome> {
  const meeting = await findMeeting(actor, id);
  if (!meeting || !canWriteMeeting(actor, meeting) || !isStep(step))
    throw new NotAllowed(actor, `${step} meeting ${id}`);
  const rule = stepRule(step);
  if (meeting.status === rule.to) return { ok: true };
  if (!rule.from.includes(meeting.status))
    return refuse(`Kegiatan ini sudah ${statusNames[meeting.status].toLowerCase()}`);
  if (rule.needsReason && !reason) return refuse("Isi alasan", "reason");
  return db.$transaction(async (tx): Promise<Outcome> => {
    const locked = await lockMeeting(tx, id);
    if (locked && isApproved(locked))
      return refuse("Kegiatan ini sudah disahkan. Buka kembali pengesahannya dulu, di bagian Pengesahan.");
    const { count } = await tx.meeting.updateMany({
      where: { id, status: meeting.status },
      data: {
        status: rule.to,
        statusReason: reason,
        version: { increment: 1 },
        ...(step === "start" || step === "close" ? {} : { sequence: { increment: 1 } }),
        closedAt: rule.to === "CLOSED" ? new Date() : null,
      },
    });
    if (count === 0) return refuse("Kegiatan ini baru saja diubah orang lain. Muat ulang halaman, lalu coba lagi.");
    // Whoever was told of the postponement learns that it takes place after all, even at the old hour.
    if (step === "schedule" && meeting.status === "POSTPONED") await keepChange(tx, meeting);
    if (rule.to === "CANCELLED")
      await tx.meetingOrganiser.updateMany({ where: { meetingId: id }, data: { holdsPeriod: null } });
    await recordEvent(tx, {
      ...by(actor),
      organisationId: meeting.hostId,
      meetingId: id,
      verb: rule.verb,
      subject: meeting.title,
      detail: reason ? { alasan: reason } : {},
    });
    return { ok: true };
  });
}

/** The actor's own puskesmas and those chosen beside it, all under the same Dinkes. */
async function allowedOrganisers(actor: Actor, chosen: string[]): Promise<string[]> {
  const others = await db.organisation.findMany({
    where: { id: { in: chosen }, kind: "PUSKESMAS", parentId: actor.organisation.parentId },
    select: { id: true },
  });
  return [...new Set([actor.organisation.id, ...others.map((other) => other.id)])];
}

async function secondOfPeriod(
  actor: Actor,
  values: { kind: MeetingInput["kind"]; year: number; period: number; typeKey: string | null },
  organiserIds: string[],
  ownId: string,
) {
  const first = await findHolder(db, values, organiserIds, ownId);
  // Of a meeting the actor may not see only the period is told, not its title: it may be another's draft.
  const isVisible = first && (await findMeeting(actor, first.meeting.id)) !== null;
  const reason = first
    ? `${periodName(values)} sudah punya kegiatan: ${isVisible ? `${first.meeting.title} (${first.puskesmas.name})` : `di ${first.puskesmas.name}`}. Isi alasan bila memang perlu yang kedua.`
    : "Periode ini baru saja dipakai kegiatan lain. Simpan sekali lagi.";
  return {
    ...refuse(reason, "secondReason"),
    ...(first && isVisible ? { second: { meetingId: first.meeting.id, title: first.meeting.title } } : {}),
  };
}

function findHolder(
  tx: Db,
  values: { kind: MeetingInput["kind"]; year: number; period: number; typeKey: string | null },
  organiserIds: string[],
  ownId: string,
) {
  return tx.meetingOrganiser.findFirst({
    where: { puskesmasId: { in: organiserIds }, holdsPeriod: periodKey(values), meetingId: { not: ownId } },
    select: { meeting: { select: { id: true, title: true } }, puskesmas: { select: { name: true } } },
  });
}
