// The meeting itself, its invitations, its roll and its files.

import { randomUUID } from "node:crypto";
import { submitMeeting } from "@/lib/approvals/submit";
import { approveMeeting, reopenApproval } from "@/lib/approvals/writes";
import { showCode } from "@/lib/attendance/check-in";
import { syncOperations } from "@/lib/attendance/sync";
import { addWalkIn, confirm, enterPaper, markInvitee, unmark } from "@/lib/attendance/writes";
import { db } from "@/lib/db";
import { saveAlbum } from "@/lib/documents/album";
import type { UploadedKind } from "@/lib/documents/rules";
import { removeDocument, storeDocument } from "@/lib/documents/writes";
import { queueEmails } from "@/lib/email/writes";
import { replaceLostLinks } from "@/lib/invitations/lost-links";
import { inviteHoldersOfDay } from "@/lib/invitations/people-of-day";
import { renewInvitation } from "@/lib/invitations/renew";
import { withdrawInvitation, withdrawInvitations } from "@/lib/invitations/withdraw";
import { inviteSeats, recordAnswer } from "@/lib/invitations/writes";
import { beginAgendaItem } from "@/lib/meetings/agenda";
import { agreeToOrganise, declineToOrganise } from "@/lib/meetings/consent";
import { meetingSchema } from "@/lib/meetings/schema";
import { editMeeting, moveMeeting } from "@/lib/meetings/writes";
import type { MeetingMessage } from "@/lib/messages/rules";
import { markOpened, markSent } from "@/lib/messages/writes";
import { identifyParticipant } from "@/lib/persons/participants";
import { newPerson } from "@/lib/persons/rules";
import { keepSignedCopy, removeSignedCopy } from "@/lib/signed-copies/writes";
import { saveTemplate } from "@/lib/templates/writes";
import { queueWhatsapp } from "@/lib/whatsapp/writes";
import { phonePhoto, smallPdf } from "@/tests/factories/files";
import type { MeetingWrite } from "./table";
import type { State } from "./world";

const staff = "AHSC";
const editable = ["DRAFT", "SCHEDULED", "IN_PROGRESS", "POSTPONED"] as const;
const notes = ["IN_PROGRESS", "CLOSED"] as const;
const running = ["IN_PROGRESS"] as const;
/** Sent twice, a step is taken once. */
const taken = (...states: State[]) => Object.fromEntries(states.map((state) => [state, "===.=......"]));
/** Who was asked answers in every state but one; the others have agreed. */
const asked = (line: string) => Object.fromEntries([...editable, "CLOSED", "APPROVED"].map((state) => [state, line]));
const always = [...editable, "CLOSED", "APPROVED", "CANCELLED"] as const;

const mark = {
  status: "EXCUSED",
  delegateName: null,
  delegateTitle: null,
  delegateInstitution: null,
  note: null,
  arrivedAt: null,
} as const;
const guest = { name: "Tamu", title: "Staf", institution: "Katibung" };
const signedCopyId = randomUUID();
const photo = await phonePhoto(40, 30);

const file = (kind: UploadedKind) => ({
  id: randomUUID(),
  kind,
  name: "x",
  bytes: kind === "MEETING_PHOTO" ? photo : smallPdf,
});
const opening =
  (kind: MeetingMessage): MeetingWrite["call"] =>
  ({ meetingId, invitation }, actor) =>
    markOpened(actor, { meetingId, invitationId: invitation.id, kind, shownSequence: 0 });

export const meetingWrites: Record<string, MeetingWrite> = {
  "approvals/writes approveMeeting": {
    call: ({ meetingId }, actor) => approveMeeting(actor, meetingId, randomUUID()),
    prepare: ({ carried }) => db.actionItem.delete({ where: { id: carried.id } }),
    may: "HC",
    in: ["CLOSED"],
  },
  "approvals/writes reopenApproval": {
    call: async ({ meetingId }, actor) => {
      const approval = await db.approval.findFirst({ where: { meetingId } });
      return reopenApproval(actor, meetingId, { approvalId: approval?.id ?? randomUUID(), reason: "Salah tulis" });
    },
    may: "AHC",
    in: ["APPROVED"],
  },
  "approvals/submit submitMeeting": {
    call: ({ meetingId }, actor) => submitMeeting(actor, meetingId, { id: randomUUID(), note: null }),
    may: staff,
    in: ["APPROVED"],
  },
  "meetings/writes editMeeting": {
    call: ({ meeting }, actor) =>
      editMeeting(actor, {
        ...meetingSchema.parse({
          ...{ id: meeting.id, kind: meeting.kind, year: String(meeting.year), quarter: String(meeting.period) },
          ...{ date: "2026-11-02", startTime: "10:00", place: "Balai desa" },
        }),
        version: meeting.version,
      }),
    may: staff,
    in: editable,
  },
  "meetings/writes moveMeeting: schedule": {
    call: ({ meetingId }, actor) => moveMeeting(actor, meetingId, "schedule"),
    may: staff,
    in: ["DRAFT", "POSTPONED"],
    except: taken("SCHEDULED"),
  },
  "meetings/writes moveMeeting: start": {
    call: ({ meetingId }, actor) => moveMeeting(actor, meetingId, "start", "Dimajukan"),
    may: staff,
    in: ["SCHEDULED"],
    except: taken("IN_PROGRESS"),
  },
  "meetings/writes moveMeeting: unstart": {
    call: ({ meetingId }, actor) => moveMeeting(actor, meetingId, "unstart"),
    may: staff,
    // The meeting of this table has a roll, minutes and a plan: refused (tests/integration/unstart.test.ts).
    in: [],
    except: taken("SCHEDULED"),
  },
  "meetings/writes moveMeeting: close": {
    call: ({ meetingId }, actor) => moveMeeting(actor, meetingId, "close"),
    may: staff,
    in: running,
    except: taken("CLOSED"),
  },
  "meetings/writes moveMeeting: reopen": {
    call: ({ meetingId }, actor) => moveMeeting(actor, meetingId, "reopen", "Salah tulis"),
    may: staff,
    in: ["CLOSED"],
    except: taken("IN_PROGRESS"),
  },
  "meetings/writes moveMeeting: postpone": {
    call: ({ meetingId }, actor) => moveMeeting(actor, meetingId, "postpone", "Hujan"),
    may: staff,
    in: ["SCHEDULED"],
    except: taken("POSTPONED"),
  },
  "meetings/writes moveMeeting: cancel": {
    call: ({ meetingId }, actor) => moveMeeting(actor, meetingId, "cancel", "Hujan"),
    may: staff,
    in: ["DRAFT", "SCHEDULED", "POSTPONED"],
    except: taken("CANCELLED"),
  },
  "meetings/agenda beginAgendaItem": {
    call: ({ meetingId }, actor) => beginAgendaItem(actor, meetingId, 1),
    may: staff,
    in: running,
  },
  "meetings/consent agreeToOrganise": {
    call: ({ meetingId }, actor) => agreeToOrganise(actor, meetingId),
    may: staff,
    in: [],
    except: asked("===.=......+"),
  },
  "meetings/consent declineToOrganise": {
    call: ({ meetingId }, actor) => declineToOrganise(actor, meetingId),
    may: staff,
    in: [],
    except: asked("---.-......+"),
  },
  "templates/writes saveTemplate": {
    call: ({ meetingId }, actor) =>
      saveTemplate(actor, meetingId, { id: randomUUID(), name: "Templat baru", description: null }),
    may: staff,
    in: ["CLOSED", "APPROVED"],
  },
  "invitations/writes inviteSeats": {
    call: ({ meetingId, seats }, actor) =>
      inviteSeats(actor, meetingId, [seats.get(actor.organisation.id) ?? randomUUID()]),
    may: staff,
    in: editable,
  },
  "invitations/withdraw withdrawInvitation": {
    call: ({ meetingId, invitation }, actor) => withdrawInvitation(actor, meetingId, invitation.id),
    may: staff,
    in: editable,
  },
  "invitations/withdraw withdrawInvitations": {
    call: ({ meetingId, invitation }, actor) => withdrawInvitations(actor, meetingId, [invitation.id]),
    may: staff,
    in: editable,
  },
  "messages/writes markSent": {
    call: ({ meetingId, invitation }, actor) =>
      markSent(actor, { meetingId, invitationIds: [invitation.id], shownSequence: 0 }),
    may: staff,
    in: ["SCHEDULED", "IN_PROGRESS"],
  },
  "invitations/renew renewInvitation": {
    call: ({ meetingId, invitation }, actor) => renewInvitation(actor, meetingId, invitation.id),
    prepare: ({ invitation, seats }, actor) =>
      db.invitation.update({
        where: { id: invitation.id },
        data: { seatId: seats.get(actor.organisation.id) ?? null, holderLeftAt: new Date() },
      }),
    may: staff,
    in: editable,
  },
  "invitations/lost-links replaceLostLinks": {
    call: ({ meetingId }, actor) => replaceLostLinks(actor, meetingId, "all"),
    prepare: ({ invitation }) =>
      db.invitation.update({ where: { id: invitation.id }, data: { tokenSealed: "kunci lain" } }),
    may: staff,
    in: editable,
  },
  "invitations/people-of-day inviteHoldersOfDay": {
    call: ({ meetingId }, actor) => inviteHoldersOfDay(actor, meetingId),
    prepare: async ({ meetingId, invitation, seats }, actor) => {
      const startsAt = new Date(Date.now() - 30 * 86_400_000);
      await db.meeting.update({ where: { id: meetingId }, data: { startsAt } });
      const seatId = seats.get(actor.organisation.id);
      const holder = seatId ? await db.seatHolder.findFirst({ where: { seatId } }) : null;
      if (!holder) return;
      await db.seatHolder.update({ where: { id: holder.id }, data: { since: new Date() } });
      await db.invitation.update({ where: { id: invitation.id }, data: { seatId, holderName: holder.name } });
    },
    may: staff,
    in: [...editable, "CLOSED", "CANCELLED"],
  },
  "invitations/writes recordAnswer": {
    call: ({ meetingId, invitation }, actor) => recordAnswer(actor, meetingId, invitation.id, { choice: "PRESENT" }),
    may: staff,
    in: ["SCHEDULED", "IN_PROGRESS"],
  },
  "messages/writes markOpened: INVITATION": {
    call: opening("INVITATION"),
    may: staff,
    in: ["SCHEDULED", "IN_PROGRESS"],
  },
  "messages/writes markOpened: REMINDER": { call: opening("REMINDER"), may: staff, in: ["SCHEDULED"] },
  "messages/writes markOpened: CHANGE": {
    call: opening("CHANGE"),
    may: staff,
    in: ["SCHEDULED", "IN_PROGRESS", "POSTPONED", "CANCELLED"],
  },
  "email/writes queueEmails": {
    call: ({ meetingId }, actor) => queueEmails(actor, { meetingId, kind: "INVITATION" }),
    may: staff,
    in: ["SCHEDULED", "IN_PROGRESS"],
  },
  "whatsapp/writes queueWhatsapp": {
    call: ({ meetingId }, actor) => queueWhatsapp(actor, { meetingId, kind: "INVITATION" }),
    may: staff,
    in: ["SCHEDULED", "IN_PROGRESS"],
  },
  "attendance/check-in showCode": {
    call: async ({ meetingId }, actor) => showCode(actor, meetingId, new Date()),
    may: staff,
    in: always,
  },
  "attendance/sync syncOperations": {
    call: ({ meetingId }, actor) =>
      syncOperations(actor, meetingId, [
        { nonce: randomUUID(), deviceAt: new Date(), kind: "guest", id: randomUUID(), ...guest },
      ]),
    may: staff,
    in: running,
  },
  "attendance/writes markInvitee": {
    call: ({ meetingId, invitation }, actor) =>
      markInvitee(actor, meetingId, { ...mark, person: null, invitationId: invitation.id }),
    may: staff,
    in: running,
  },
  "attendance/writes addWalkIn": {
    call: ({ meetingId }, actor) =>
      addWalkIn(actor, meetingId, { ...guest, id: randomUUID(), isAnother: false, person: null }),
    may: staff,
    in: running,
  },
  "attendance/writes unmark": {
    call: ({ meetingId, attendance }, actor) => unmark(actor, meetingId, attendance.id),
    may: staff,
    in: running,
  },
  "attendance/writes confirm": {
    call: ({ meetingId, attendance }, actor) => confirm(actor, meetingId, attendance.id),
    may: staff,
    in: running,
  },
  "attendance/writes enterPaper": {
    call: ({ meetingId, invitation }, actor) =>
      enterPaper(actor, meetingId, [{ ...mark, invitationId: invitation.id }]),
    may: staff,
    in: running,
  },
  "persons/participants identifyParticipant": {
    call: ({ meetingId, attendance }, actor) =>
      identifyParticipant(actor, meetingId, { kind: "attendance", id: attendance.id, person: newPerson }),
    may: staff,
    in: always,
  },
  "documents/album saveAlbum": {
    call: ({ meetingId, files }, actor) => {
      const seen = { caption: null, takenOn: null };
      const photo = { id: files.get("MEETING_PHOTO") ?? "", typed: { caption: "Lain", takenOn: "2026-06-24" }, seen };
      return saveAlbum(actor, meetingId, { photos: [photo], order: null });
    },
    may: staff,
    in: notes,
  },
  ...Object.fromEntries(
    (["MEETING_PHOTO", "ATTENDANCE_SCAN"] as const).flatMap((kind): [string, MeetingWrite][] => [
      [
        `documents/writes storeDocument: ${kind}`,
        { call: ({ meetingId }, actor) => storeDocument({ actor, meetingId }, file(kind)), may: staff, in: notes },
      ],
      [
        `documents/writes removeDocument: ${kind}`,
        {
          call: ({ meetingId, files }, actor) => removeDocument(actor, meetingId, kind, files.get(kind) ?? ""),
          may: staff,
          in: notes,
        },
      ],
    ]),
  ),
  "signed-copies/writes keepSignedCopy": {
    call: ({ meetingId: subjectId }, actor) =>
      keepSignedCopy(actor, { slug: "daftar-hadir", subjectId }, { id: randomUUID(), name: "x.pdf", bytes: smallPdf }),
    may: staff,
    in: always,
  },
  "signed-copies/writes removeSignedCopy": {
    call: ({ meetingId: subjectId }, actor) =>
      removeSignedCopy(actor, { slug: "daftar-hadir", subjectId }, signedCopyId),
    prepare: ({ meetingId: subjectId, actors: { S } }) =>
      keepSignedCopy(S, { slug: "daftar-hadir", subjectId }, { id: signedCopyId, name: "x.pdf", bytes: smallPdf }),
    may: staff,
    in: always,
  },
  "documents/writes storeDocument: TRAINING_MATERIAL": {
    call: ({ meetingId }, actor) => storeDocument({ actor, meetingId }, file("TRAINING_MATERIAL")),
    may: staff,
    in: [...editable, "CLOSED", "APPROVED"],
  },
  "documents/writes removeDocument: TRAINING_MATERIAL": {
    call: ({ meetingId, files }, actor) =>
      removeDocument(actor, meetingId, "TRAINING_MATERIAL", files.get("TRAINING_MATERIAL") ?? ""),
    may: staff,
    in: [...editable, "CLOSED", "APPROVED"],
  },
  "documents/writes storeDocument: DELEGATION_LETTER": {
    call: ({ meetingId, invitation }, actor) =>
      storeDocument({ actor, meetingId, invitationId: invitation.id }, file("DELEGATION_LETTER")),
    may: staff,
    in: ["SCHEDULED", ...notes],
  },
  "documents/writes removeDocument: DELEGATION_LETTER": {
    call: ({ meetingId, files }, actor) =>
      removeDocument(actor, meetingId, "DELEGATION_LETTER", files.get("DELEGATION_LETTER") ?? ""),
    may: staff,
    in: ["SCHEDULED", ...notes],
  },
};
