import { type Actor, isRefusal, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { findLeftOpen } from "@/lib/approvals/left-open";
import { db } from "@/lib/db";
import { by, recordEvent } from "@/lib/events/record";
import { chooseType } from "@/lib/meeting-types/choose";
import { expectationRows, replaceExpectations } from "@/lib/meeting-types/expectations";
import { organiserRows } from "@/lib/meetings/consent";
import {
  agreedBefore,
  findToEdit,
  keepChange,
  keptReason,
  organisersToEdit,
  replaceParts,
  saveValues,
  typeToEdit,
} from "@/lib/meetings/edit-steps";
import { holdMeeting, type MeetingChange } from "@/lib/meetings/hold";
import { type SecondOfPeriod, secondOfPeriod, settlePeriod } from "@/lib/meetings/period";
import { hasRecords } from "@/lib/meetings/records";
import {
  canEditMeeting,
  canTakeStep,
  editableStatuses,
  isStep,
  kindsHeldBy,
  type MeetingStep,
  statusNames,
  stepRule,
} from "@/lib/meetings/rules";
import type { MeetingInput } from "@/lib/meetings/schema";
import { isEarlyStart } from "@/lib/meetings/start-words";
import { agendaRows, allowedOrganisers, periodOf, typeColumns, valuesOf } from "@/lib/meetings/values";
import { findTemplate } from "@/lib/templates/reads";
import { formatMoment } from "@/lib/time";
import { ensureTraining, followMeeting } from "@/lib/trainings/follow-meeting";
import { transact } from "@/lib/transact";
import type { MeetingKind } from "@/prisma/generated/client";

type Saved = { ok: true; id: string } | SecondOfPeriod;

/** The id was made when the form was shown, so the same form sent twice makes one. */
export async function draftMeeting(actor: Actor, input: MeetingInput): Promise<Saved> {
  if (!kindsHeldBy(actor).includes(input.kind)) throw new NotAllowed(actor, `draft a meeting of kind ${input.kind}`);
  const { id } = input;
  const { id: hostId, timeZone } = actor.organisation;
  const chosen = await chooseType(db, actor, { ...periodOf(input), id, typeKey: input.typeKey });
  if (!chosen.ok) return chosen;
  const template = input.templateId ? await findTemplate(actor, input.templateId) : null;
  const values = valuesOf(input, typeColumns(chosen.type), timeZone);
  const organiserIds = await allowedOrganisers(db, actor, input.organiserIds);
  const wanted = { ...values, id, organiserIds: [hostId] };
  return transact<Saved>(
    async (tx) => {
      const period = await settlePeriod(tx, actor, wanted, input.secondReason);
      if (isRefusal(period)) return period;
      await tx.meeting.create({
        data: {
          id,
          ...values,
          hostId,
          createdById: actor.userId,
          templateId: template?.id ?? null,
          expectations: { create: expectationRows(template?.content ?? chosen.type ?? { inputs: [], outputs: [] }) },
          agenda: { create: agendaRows(input) },
          organisers: {
            create: organiserRows(organiserIds, new Map([[hostId, new Date()]]), { startsAt: values.startsAt, period }),
          },
        },
      });
      if (values.kind === "KALAKARYA") await ensureTraining(tx, id);
      await recordEvent(tx, by(actor), {
        action: "meeting.drafted",
        subjectId: id,
        organisationId: hostId,
        meetingId: id,
        data: { title: values.title, reason: period.secondReason, template: template?.name ?? null },
      });
      return { ok: true, id };
    },
    { onDuplicate: async () => (await sentBefore(id, hostId)) ?? secondOfPeriod(db, actor, wanted) },
  );
}

/** The same form sent twice, or an id that is somebody else's. */
async function sentBefore(id: string, hostId: string): Promise<Saved | null> {
  const meeting = await db.meeting.findUnique({ where: { id }, select: { hostId: true } });
  if (!meeting) return null;
  return meeting.hostId === hostId ? { ok: true, id } : refuse("Muat ulang halaman ini, lalu coba lagi");
}

const editing: MeetingChange = {
  name: "edit",
  // A visit has a form of its own, with its team: lib/programmes.
  isAllowed: canEditMeeting,
  statuses: editableStatuses,
  refusal: ({ status }) => `Kegiatan ini sudah ${statusNames[status].toLowerCase()}, tidak dapat diubah lagi`,
};

export async function editMeeting(actor: Actor, input: MeetingInput & { version: number }): Promise<Saved> {
  const { id } = input;
  return transact<Saved>(
    async (tx) => {
      const meeting = await holdMeeting(tx, actor, id, editing);
      if (isRefusal(meeting)) return meeting;
      if (meeting.version !== input.version) return editedMeanwhile;
      const before = await findToEdit(tx, id);
      if (!isKindKept(actor, before, input))
        throw new NotAllowed(actor, `make meeting ${id} one of kind ${input.kind}`);
      const chosen = await typeToEdit(tx, actor, input, before);
      if (isRefusal(chosen)) return chosen;
      const values = valuesOf(input, chosen ? typeColumns(chosen.type) : before, meeting.timeZone);
      const organiserIds = await organisersToEdit(tx, actor, input, meeting, before);
      const reason = input.secondReason ?? keptReason(before, values);
      const unasked = [meeting.hostId, actor.organisation.id];
      const agreed = agreedBefore(before, values, { unasked, organiserIds });
      const period = await settlePeriod(tx, actor, { ...values, id, organiserIds: [...agreed.keys()] }, reason);
      if (isRefusal(period)) return period;
      const { startsAt } = values;
      await replaceParts(tx, id, before, {
        agenda: agendaRows(input),
        organisers: organiserRows(organiserIds, agreed, { startsAt, period }),
      });
      if (chosen?.type) await replaceExpectations(tx, id, chosen.type);
      const training = await followMeeting(tx, meeting, values);
      if (isRefusal(training)) return training;
      await saveValues(tx, actor, meeting, values);
      return { ok: true, id };
    },
    { onDuplicate: () => takenMeanwhile },
  );
}

function isKindKept(actor: Actor, before: { kind: MeetingKind }, after: MeetingInput): boolean {
  return before.kind === after.kind || kindsHeldBy(actor).includes(after.kind);
}

const editedMeanwhile = refuse(
  "Kegiatan ini baru saja diubah orang lain. Muat ulang halaman untuk melihat perubahannya; isian Anda masih ada di bawah ini.",
);
const takenMeanwhile = refuse("Periode ini baru saja dipakai kegiatan lain. Simpan sekali lagi.", "secondReason");

const alreadyRecorded =
  "Kegiatan ini sudah berisi kehadiran, notulen, RTL, foto, atau butir acara yang berjalan, jadi mulainya tidak dapat dibatalkan. Tutup kegiatan bila sudah selesai.";

function tooEarly({ startsAt, timeZone }: { startsAt: Date; timeZone: string }): string {
  return `Kegiatan ini dijadwalkan ${formatMoment(startsAt, timeZone)}. Isi alasan bila memang dimulai sekarang.`;
}

/** One step of a meeting's life: schedule, start, take the start back while nothing is recorded, close, reopen, postpone, cancel. Made twice it is made once. */
export async function moveMeeting(
  actor: Actor,
  id: string,
  step: MeetingStep,
  reason: string | null = null,
): Promise<Outcome> {
  if (!isStep(step)) throw new NotAllowed(actor, `${step} meeting ${id}`);
  const { from, to, needsReason, action } = stepRule(step);
  return transact<Outcome>(async (tx) => {
    const meeting = await holdMeeting(tx, actor, id, {
      name: step,
      isAllowed: (someone, held) => canTakeStep(someone, held, step),
      statuses: [...from, to],
      refusal: ({ status }) => `Kegiatan ini sudah ${statusNames[status].toLowerCase()}`,
    });
    if (isRefusal(meeting)) return meeting;
    if (meeting.status === to) return { ok: true };
    if (needsReason && !reason) return refuse("Isi alasan", "reason");
    if (step === "unstart" && (await hasRecords(tx, id))) return refuse(alreadyRecorded);
    const now = new Date();
    if (step === "start" && !reason && isEarlyStart(meeting, now)) return refuse(tooEarly(meeting), "reason");
    await tx.meeting.update({
      where: { id },
      data: {
        status: to,
        leftOpen: to === "CLOSED" ? await findLeftOpen(tx, id) : [],
        statusReason: step === "start" ? null : reason,
        version: { increment: 1 },
        ...(step === "start" || step === "unstart" || step === "close" ? {} : { sequence: { increment: 1 } }),
        changedAt: now,
        closedAt: to === "CLOSED" ? now : null,
      },
    });
    // Invitees told of the postponement learn that it takes place after all, even at the old hour.
    if (step === "schedule" && meeting.status === "POSTPONED") await keepChange(tx, meeting);
    if (to === "CANCELLED")
      await tx.meetingOrganiser.updateMany({ where: { meetingId: id }, data: { holdsPeriod: null } });
    await recordEvent(tx, by(actor), {
      action,
      subjectId: id,
      organisationId: meeting.hostId,
      meetingId: id,
      data: { title: meeting.title, reason },
    });
    return { ok: true };
  });
}
