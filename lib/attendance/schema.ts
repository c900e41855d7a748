import { z } from "zod";
import { choice, formId, optionalClock, optionalText, text } from "@/lib/fields";

export const attendanceStatuses = ["HADIR", "DIWAKILI", "IZIN", "SAKIT", "DINAS_LUAR", "TANPA_KETERANGAN"] as const;

/** One mark on the roll: whether an invitee came himself, was represented, or why he is away. */
export const markSchema = z
  .object({
    invitationId: formId,
    status: choice("kehadiran", attendanceStatuses),
    delegateName: optionalText("nama wakil", 120),
    delegateTitle: optionalText("jabatan wakil", 120),
    delegateInstitution: optionalText("instansi wakil", 160),
    arrivedAt: optionalClock("jam datang"),
    note: optionalText("keterangan", 200),
  })
  .superRefine((mark, context) => {
    if (mark.status !== "DIWAKILI") return;
    if (!mark.delegateName) context.addIssue({ code: "custom", path: ["delegateName"], message: "Isi nama wakil" });
    if (!mark.delegateTitle)
      context.addIssue({ code: "custom", path: ["delegateTitle"], message: "Isi jabatan wakil" });
  });

export type MarkInput = z.output<typeof markSchema>;

/** Somebody who came without an invitation. */
export const walkInSchema = z.object({
  id: formId,
  name: text("nama tamu", 120),
  title: text("jabatan tamu", 120),
  institution: text("instansi tamu", 160),
});

export type WalkInInput = z.output<typeof walkInSchema>;

export const unmarkSchema = z.object({ attendanceId: formId });
