import { z } from "zod";
import { choice, formId, optionalChoice, optionalClock, optionalText, text } from "@/lib/fields";
import { currentName } from "@/lib/legacy-choices";
import { personAnswer } from "@/lib/persons/answer";
import { PresenceStatus } from "@/prisma/generated/enums";

export const attendanceStatuses = [
  "PRESENT",
  "REPRESENTED",
  "EXCUSED",
  "SICK",
  "OFFICIAL_TRAVEL",
  "UNEXCUSED",
] as const;

export const markSchema = z
  .object({
    invitationId: formId,
    status: choice("kehadiran", attendanceStatuses),
    delegateName: optionalText("nama wakil", 120),
    delegateTitle: optionalText("jabatan wakil", 120),
    delegateInstitution: optionalText("instansi wakil", 160),
    arrivedAt: optionalClock("jam datang"),
    note: optionalText("keterangan", 200),
    person: personAnswer,
  })
  .superRefine((mark, context) => {
    if (mark.status !== "REPRESENTED") return;
    if (!mark.delegateName) context.addIssue({ code: "custom", path: ["delegateName"], message: "Isi nama wakil" });
    if (!mark.delegateTitle)
      context.addIssue({ code: "custom", path: ["delegateTitle"], message: "Isi jabatan wakil" });
  });

export type MarkInput = z.output<typeof markSchema>;

export const walkInSchema = z.object({
  id: formId,
  name: text("nama tamu", 120),
  title: text("jabatan tamu", 120),
  institution: text("instansi tamu", 160),
  isAnother: optionalText("pernyataan", 10).transform((value) => value !== null),
  person: personAnswer,
});

export type WalkInInput = z.output<typeof walkInSchema>;

export const unmarkSchema = z.object({ attendanceId: formId });

const paperRow = z
  .object({
    invitationId: formId,
    status: optionalChoice("kehadiran", attendanceStatuses),
    delegateName: optionalText("nama wakil", 120),
    delegateTitle: optionalText("jabatan wakil", 120),
    delegateInstitution: optionalText("instansi wakil", 160),
    note: optionalText("keterangan", 200),
  })
  .superRefine((row, context) => {
    if (row.status !== "REPRESENTED") return;
    if (!row.delegateName) context.addIssue({ code: "custom", path: ["delegateName"], message: "Isi nama wakil" });
    if (!row.delegateTitle) context.addIssue({ code: "custom", path: ["delegateTitle"], message: "Isi jabatan wakil" });
  });

export type PaperRow = z.output<typeof paperRow>;

export const paperSchema = z.object({ rows: z.array(paperRow).max(400, "Paling banyak 400 baris sekaligus") });

const deviceInstant = z.coerce
  .date("Jam pada perangkat ini tidak terbaca")
  .min(new Date("1970-01-01"), "Jam pada perangkat ini salah")
  .max(new Date("2100-01-01"), "Jam pada perangkat ini salah");
const operation = {
  nonce: formId,
  deviceAt: deviceInstant,
  madeBy: formId.optional(),
};
const seen = z.number().int().nonnegative().nullable();

export const syncOperation = z.discriminatedUnion("kind", [
  z.object({
    ...operation,
    kind: z.literal("mark"),
    seen,
    invitationId: formId,
    status: z.preprocess(currentName, z.enum(attendanceStatuses)),
    delegateName: optionalText("nama wakil", 120),
    delegateTitle: optionalText("jabatan wakil", 120),
    delegateInstitution: optionalText("instansi wakil", 160),
    note: optionalText("keterangan", 200),
    /** The moment of marking, unless an hour was typed; null: the hour is not known. */
    arrivedAt: deviceInstant.nullable(),
    arrivedClock: optionalClock("jam datang"),
  }),
  z.object({
    ...operation,
    kind: z.literal("guest"),
    id: formId,
    name: text("nama tamu", 120),
    title: text("jabatan tamu", 120),
    institution: text("instansi tamu", 160),
    isAnother: z.boolean().default(false),
  }),
  z.object({ ...operation, kind: z.literal("unmark"), seen, attendanceId: formId }),
  z.object({ ...operation, kind: z.literal("confirm"), attendanceId: formId }),
  z.object({
    ...operation,
    kind: z.literal("session"),
    seen,
    sessionId: formId,
    attendeeId: formId,
    /** null: the mark is taken back. */
    status: z.enum(PresenceStatus).nullable(),
  }),
  z.object({
    ...operation,
    kind: z.literal("sign"),
    attendanceId: formId,
    png: z.string().min(1, "Tanda tangan kosong").max(150_000, "Tanda tangan terlalu besar. Minta sekali lagi."),
  }),
]);

export type SyncOperation = z.output<typeof syncOperation>;

export const syncSchema = z.object({
  operations: z.array(z.unknown()).max(60),
  sentAt: deviceInstant.optional().catch(undefined),
});
