import { z } from "zod";
import { choice, formId, text } from "@/lib/fields";
import { type RetentionKind, retentionKinds } from "@/lib/privacy/kinds";

const least = 6;
const most = 240;

/** Months; empty: for good. */
const months = (kind: RetentionKind) =>
  z
    .string()
    .optional()
    .transform((text, context) => {
      const typed = (text ?? "").trim();
      if (typed === "") return null;
      const value = /^\d{1,3}$/.test(typed) ? Number(typed) : Number.NaN;
      if (value >= least && value <= most) return value;
      context.addIssue({
        code: "custom",
        message: `${retentionKinds[kind].name}: tulis ${least} sampai ${most} bulan, atau kosongkan agar disimpan selamanya`,
      });
      return z.NEVER;
    });

export const retentionSchema = z.object({
  contactMonths: months("contactMonths"),
  signatureMonths: months("signatureMonths"),
  staffMonths: months("staffMonths"),
  readingMonths: months("readingMonths"),
});

export const staffRequestKinds = ["CORRECTION", "ERASURE"] as const;

export const staffRequestSchema = z.object({
  id: formId,
  kind: choice("permintaan Anda", staffRequestKinds),
  text: text("permintaan Anda", 1000),
});

export type StaffRequestInput = z.output<typeof staffRequestSchema>;

export const staffAnswerSchema = z.object({ answer: text("jawaban", 1000) });

export const erasureSchema = z.object({ reason: text("alasan penghapusan", 300) });
