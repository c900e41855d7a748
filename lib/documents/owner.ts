import { type Actor, seesSignatures } from "@/lib/actor";
import { escalationsVisibleTo } from "@/lib/escalations/visible";
import { packsVisibleTo } from "@/lib/evidence-pack/visible";
import { officesOfPapers } from "@/lib/letterheads/visible";
import { visibleTo as meetingsVisibleTo } from "@/lib/meetings/reads";
import { issuedPapersVisibleTo } from "@/lib/papers/visible";
import { signedCopiesVisibleTo } from "@/lib/signed-copies/visible";
import { keptWithin } from "@/lib/staff/rules";
import type { Prisma } from "@/prisma/generated/client";

export type DocumentOwner =
  | { organisationId: string }
  | { meetingId: string }
  | { invitationId: string }
  | { attendanceId: string }
  | { reportId: string }
  | { answerId: string }
  | { letterheadId: string }
  | { wordFormId: string }
  | { issuedPaperId: string }
  | { signedCopyId: string }
  | { evidencePartId: string }
  | { outsideCertificateId: string }
  | { bankQuestionId: string };

export function visibleTo(actor: Actor): Prisma.DocumentWhereInput {
  const meeting = meetingsVisibleTo(actor);
  const ofMeetings: Prisma.DocumentWhereInput[] = seesSignatures(actor)
    ? [{ meeting }, { invitation: { meeting } }, { attendance: { meeting } }]
    : [{ meeting, kind: { not: "ATTENDANCE_SCAN" } }];
  return {
    OR: [
      { organisationId: actor.organisation.id },
      ...ofMeetings,
      { report: { item: { meeting } } },
      { answer: { escalation: escalationsVisibleTo(actor) } },
      { letterhead: { organisation: officesOfPapers(actor) } },
      { wordForm: { organisationId: actor.organisation.id } },
      { issuedPaper: issuedPapersVisibleTo(actor) },
      { signedCopy: signedCopiesVisibleTo(actor) },
      { evidencePart: { pack: packsVisibleTo(actor) } },
      { outsideCertificate: { staff: keptWithin(actor) } },
      { bankQuestion: { organisationId: actor.organisation.id } },
      { inTests: { some: { test: { training: { meeting } } } } },
    ],
  };
}
