// What a training gives out, and what is kept of its people's certificates.
import { issueCertificates } from "@/lib/certificates/issue";
import { issueSchema } from "@/lib/certificates/schema";
import { withdrawCertificate } from "@/lib/certificates/withdraw";
import { db } from "@/lib/db";
import type { MeetingWrite } from "./table";

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
