// Letters, their register, and what an office chose for its papers.
import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { preparedFile } from "@/lib/documents/prepare";
import { prepareFeedback, saveRemarks } from "@/lib/feedback/writes";
import { letterheadSchema } from "@/lib/letterheads/schema";
import { archiveLetterhead, saveLetterhead, savePaperOffice } from "@/lib/letterheads/writes";
import { saveEntry, voidLetter } from "@/lib/letters/register-writes";
import { entrySchema, letterSchema } from "@/lib/letters/schema";
import { saveLetter } from "@/lib/letters/writes";
import { issuePaper } from "@/lib/papers/issue";
import { dropWording, saveWording } from "@/lib/papers/wording-writes";
import { docxType } from "@/lib/word-forms/rules";
import { dropWordForm, saveWordForm } from "@/lib/word-forms/writes";
import { makeFeedback } from "@/tests/factories/feedback";
import { makeSubmission } from "@/tests/factories/submissions";
import type { MeetingWrite, OfficeWrite } from "./table";
import type { World } from "./world";

const words = { version: "0", subject: "Undangan Lokmin", addressees: "Para undangan", urgency: "ORDINARY" };
const letter = (id = randomUUID()) => letterSchema.parse({ ...words, id, number: `${id}/2026` });
const entry = () => entrySchema.parse({ ...words, id: randomUUID(), day: "2026-06-24", number: "445/1/2026" });

const entered = ({ host }: World, id: string) =>
  db.letter.create({
    data: {
      id,
      organisationId: host.id,
      issuer: host.id,
      subject: "Surat",
      addressees: "Camat",
      creator: "x",
      ...{ year: 2026, number: id, numberKey: id },
    },
  });
const feedbackId = randomUUID();
const openFeedback = ({ dinkes, host }: World) =>
  makeFeedback({ id: feedbackId, dinkesId: dinkes.id, puskesmasId: host.id, isNumbered: false });
const thisMonth = () => ({ year: new Date().getFullYear(), month: new Date().getMonth() + 1 });
const letterId = randomUUID();
const letterheadId = randomUUID();
const letterhead = (id: string) =>
  letterheadSchema.parse({ id, version: "0", name: "Kop baru", lines: "PEMERINTAH KABUPATEN\nDINAS KESEHATAN" });
const worded = {
  kind: "invitation-letter",
  name: "Surat undangan",
  wording: { closing: { label: "Penutup", text: "Terima kasih.", placeholders: [] } },
};
const form = { paper: worded, isForEOffice: false };
/** Writers of each puskesmas and admins of each Dinkes, for their own office. */
const setUp = "+++.++++.++";

export const letterWrites: Record<string, MeetingWrite> = {
  "letters/writes saveLetter": {
    call: ({ meetingId }, actor) =>
      saveLetter(actor, { subject: { meetingId }, paperKind: "invitation-letter", input: letter(), issue: true }),
    may: "AHS",
    in: ["DRAFT", "SCHEDULED", "IN_PROGRESS", "CLOSED", "APPROVED", "POSTPONED", "CANCELLED"],
  },
};

export const paperOfficeWrites: Record<string, OfficeWrite> = {
  "letters/writes saveLetter: of an escalation": {
    call: ({ escalation }, actor) =>
      saveLetter(actor, {
        subject: { escalationId: escalation.id },
        paperKind: "escalation-letter",
        input: letter(),
        issue: true,
      }),
    grid: "+++....++..",
    others: { W: "." },
  },
  "letters/writes saveLetter: of a feedback": {
    call: (_, actor) =>
      saveLetter(actor, { subject: { feedbackId }, paperKind: "feedback-letter", input: letter(), issue: true }),
    prepare: openFeedback,
    grid: ".......++..",
    others: { W: "." },
  },
  "feedback/writes saveRemarks": {
    call: (_, actor) => saveRemarks(actor, feedbackId, { remarks: "Pertahankan", version: 0 }),
    prepare: openFeedback,
    grid: ".......++..",
    others: { W: "." },
  },
  "feedback/writes prepareFeedback": {
    call: (_, actor) => prepareFeedback(actor, thisMonth()),
    prepare: async ({ meetingId, dinkes }) => {
      const { id: submissionId } = await makeSubmission({ id: meetingId, dinkesId: dinkes.id });
      const review = { id: randomUUID(), submissionId, decision: "ACCEPTED" as const, reviewer: "x" };
      await db.submissionReview.create({ data: review });
    },
    grid: ".......++--",
    others: { W: "-" },
  },
  "letterheads/writes saveLetterhead": {
    call: (_, actor) => saveLetterhead(actor, letterhead(randomUUID())),
    grid: setUp,
  },
  "letterheads/writes saveLetterhead: another's": {
    call: (_, actor) => saveLetterhead(actor, letterhead(letterheadId)),
    prepare: ({ host }) =>
      db.letterhead.create({ data: { id: letterheadId, organisationId: host.id, name: "Kop lama" } }),
    grid: "+++........",
  },
  "letterheads/writes archiveLetterhead": {
    call: (_, actor) => archiveLetterhead(actor, letterheadId, true),
    prepare: ({ host }) =>
      db.letterhead.create({ data: { id: letterheadId, organisationId: host.id, name: "Kop lama" } }),
    grid: "+++........",
  },
  "letterheads/writes savePaperOffice": {
    call: (_, actor) => savePaperOffice(actor, { size: "F4", numberPattern: "{nomor}/{tahun}", last: 12 }),
    grid: setUp,
  },
  "papers/wording-writes saveWording": {
    call: (_, actor) => saveWording(actor, worded, { closing: "Sampai jumpa." }),
    grid: setUp,
  },
  "papers/wording-writes dropWording": {
    call: (_, actor) => dropWording(actor, worded),
    prepare: (_, actor) =>
      db.paperWording.create({
        data: { organisationId: actor.organisation.id, paperKind: worded.kind, part: "closing", text: "Salam" },
      }),
    grid: setUp,
  },
  "word-forms/writes saveWordForm": {
    call: (_, actor) => saveWordForm(actor, form, preparedFile("formulir.docx", docxType, Buffer.from("PK"))),
    grid: setUp,
  },
  "word-forms/writes dropWordForm": {
    call: (_, actor) => dropWordForm(actor, form),
    prepare: (_, actor) =>
      db.wordForm.create({
        data: { id: randomUUID(), organisationId: actor.organisation.id, paperKind: worded.kind, uploader: "x" },
      }),
    grid: setUp,
  },
  "letters/register-writes saveEntry": { call: (_, actor) => saveEntry(actor, entry()), grid: "+++.+++++++" },
  "letters/register-writes voidLetter": {
    call: (_, actor) => voidLetter(actor, letterId, { reason: "Salah nomor", version: 0 }),
    prepare: (it) => entered(it, letterId),
    grid: "+++........",
  },
  "papers/issue issuePaper": {
    call: ({ meetingId }, actor) => issuePaper(actor, "daftar-hadir", meetingId, { kosong: "1" }),
    grid: "+++++..++.+",
    others: { W: "." },
  },
};
