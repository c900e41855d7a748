// What a training gives out, and what is kept of its people's certificates.
import { randomUUID } from "node:crypto";
import { issueCertificates } from "@/lib/certificates/issue";
import { addOutsideCertificate, removeOutsideCertificate } from "@/lib/certificates/outside";
import { outsideSchema } from "@/lib/certificates/outside-schema";
import { issueSchema } from "@/lib/certificates/schema";
import { withdrawCertificate } from "@/lib/certificates/withdraw";
import { db } from "@/lib/db";
import { makeOutsideCertificate } from "@/tests/factories/certificates";
import { smallPdf } from "@/tests/factories/files";
import type { MeetingWrite, OfficeWrite } from "./table";

const outsideId = randomUUID();

const always = ["DRAFT", "SCHEDULED", "IN_PROGRESS", "CLOSED", "APPROVED", "POSTPONED", "CANCELLED"] as const;

const issue = issueSchema.parse({
  day: "2026-01-05",
  place: "Sragi",
  pattern: "{nomor:3}/SERT/{tahun}",
  skpValue: "",
  signatorySeat: "Kepala Puskesmas",
  signatoryName: "dr. Wira Contoh",
});

export const certificateWrites: Record<string, MeetingWrite> = {
  "certificates/issue issueCertificates": {
    // Its participant came to one of two sessions.
    prepare: ({ meetingId }) => db.training.update({ where: { meetingId }, data: { requiredAttendance: 50 } }),
    call: ({ meetingId }, actor) => issueCertificates(actor, meetingId, issue),
    may: "AHSC",
    in: ["CLOSED", "APPROVED"],
  },
  "certificates/withdraw withdrawCertificate": {
    call: ({ certificate }, actor) => withdrawCertificate(actor, certificate.id, "Salah nama"),
    may: "AHSC",
    in: always,
  },
};

/** The office's own, and the admin of the Dinkes above it. */
const ofKeepers = "+++....+...";

const outside = () =>
  outsideSchema.parse({ id: randomUUID(), name: "ACLS", issuer: "RSUD Contoh", issuedOn: "2025-03-01" });

export const staffCertificateWrites: Record<string, OfficeWrite> = {
  "certificates/outside addOutsideCertificate": {
    call: ({ staff }, actor) =>
      addOutsideCertificate(actor, staff.id, outside(), { name: "acls.pdf", bytes: smallPdf }),
    grid: ofKeepers,
  },
  "certificates/outside removeOutsideCertificate": {
    call: ({ staff }, actor) => removeOutsideCertificate(actor, staff.id, outsideId),
    prepare: ({ staff }) => makeOutsideCertificate({ id: outsideId, staffId: staff.id }),
    grid: ofKeepers,
  },
};
