import { z } from "zod";
import { normalisePhone } from "@/lib/directory/rules";
import {
  choice,
  day,
  formId,
  isEmail,
  optionalChoice,
  optionalDay,
  optionalText,
  rowVersion,
  text,
} from "@/lib/fields";
import { personAnswer } from "@/lib/persons/answer";
import { nip } from "@/lib/persons/schema";
import { EmploymentStatus, LicenceKind, PlacementEnd, Profession } from "@/prisma/generated/enums";

const values = <T extends string>(of: Record<T, T>) => Object.values<T>(of) as [T, ...T[]];

export const professions = values(Profession);
export const employmentStatuses = values(EmploymentStatus);
export const placementEnds = values(PlacementEnd);
const licenceKinds = values(LicenceKind);

export const phone = optionalText("nomor HP", 40)
  .refine((typed) => typed === null || normalisePhone(typed) !== null, "Tulis nomor HP seperti 0840-0000-0123")
  .transform((typed) => (typed === null ? null : normalisePhone(typed)));

export const email = optionalText("alamat email", 254)
  .refine((typed) => typed === null || isEmail(typed), "Alamat email belum benar: tulis seperti nama@contoh.id")
  .transform((typed) => typed?.toLowerCase() ?? null);

/** Nobody at work was born before 1920: earlier days are typing errors. */
export const birthDay = z.preprocess(
  (typed) => (typeof typed === "string" && typed.trim()) || null,
  z
    .string()
    .refine(
      (typed) => /^\d{4}-\d\d-\d\d$/.test(typed) && !Number.isNaN(Date.parse(typed)),
      "Tanggal lahir tidak ada di kalender",
    )
    .refine((typed) => typed >= "1920-01-01" && typed <= "2015-12-31", "Periksa tahun pada tanggal lahir")
    .nullable(),
);

const facts = {
  name: text("nama", 160),
  nip,
  profession: choice("profesi", professions),
  professionNote: optionalText("sebutan profesi", 120),
  phone,
  email,
  bornOn: birthDay,
};

export const staffEditSchema = z.object({ ...facts, version: rowVersion });
export type StaffEdit = z.output<typeof staffEditSchema>;

const term = {
  status: choice("status kepegawaian", employmentStatuses),
  position: optionalText("jabatan", 160),
  startsOn: day("tanggal mulai"),
  endsOn: optionalDay("tanggal akhir"),
  endReason: optionalChoice("sebab berakhir", placementEnds),
  endNote: optionalText("keterangan", 300),
  decreeNumber: optionalText("nomor SK", 120),
};

function inOrder(
  { startsOn, endsOn, endReason }: { startsOn: string; endsOn: string | null; endReason?: string | null },
  context: { addIssue: (issue: { code: "custom"; path: string[]; message: string }) => void },
) {
  const issue = (message: string) => context.addIssue({ code: "custom", path: ["endsOn"], message });
  if (endsOn && endsOn < startsOn) issue("Tanggal akhir harus sesudah tanggal mulai");
  if (endReason && !endsOn) issue("Isi tanggal akhir, karena sebab berakhir diisi");
}

export const placementSchema = z.object(term).superRefine(inOrder);
export type PlacementInput = z.output<typeof placementSchema>;

export const newPlacementSchema = z
  .object({ ...term, id: formId, organisationId: z.uuid({ error: "Pilih instansi" }) })
  .superRefine(inOrder);
export const placementEditSchema = z.object({ ...term, version: rowVersion }).superRefine(inOrder);

export const newStaffSchema = z
  .object({
    ...facts,
    id: formId,
    organisationId: z.uuid({ error: "Pilih instansi" }),
    status: term.status,
    position: term.position,
    startsOn: term.startsOn,
    endsOn: term.endsOn,
    decreeNumber: term.decreeNumber,
    person: personAnswer,
  })
  .superRefine(inOrder);
export type NewStaff = z.output<typeof newStaffSchema>;

const licence = {
  kind: choice("STR atau SIP", licenceKinds),
  number: text("nomor", 80),
  expiresOn: optionalDay("tanggal berlaku sampai"),
};
export const newLicenceSchema = z.object({ ...licence, id: formId });
export const licenceEditSchema = z.object({ ...licence, version: rowVersion });
export type LicenceInput = Omit<z.output<typeof newLicenceSchema>, "id">;
