import { z } from "zod";
import { choice, formId, optionalText, rowVersion, text } from "@/lib/fields";
import { timeZoneNames } from "@/lib/organisations/rules";
import { personFields, withNewPassword } from "@/lib/users/schema";

const shared = {
  name: text("nama instansi", 160),
  timeZone: choice("zona waktu", timeZoneNames),
  address: optionalText("alamat", 300),
};

const puskesmas = {
  ...shared,
  name: text("nama puskesmas", 160),
  areaCode: text("kecamatan", 20, "Pilih"),
  registrationCode: optionalText("kode registrasi", 30).transform((code) => code?.toUpperCase() ?? null),
};

export const puskesmasSchema = z.object(puskesmas);

export const puskesmasEditSchema = puskesmasSchema.extend({ version: rowVersion });
export const newPuskesmasSchema = z.object({ id: formId, ...puskesmas });

export const dinkesSchema = z.object(shared);

export const dinkesEditSchema = dinkesSchema.extend({ version: rowVersion });
export const newKabupatenSchema = z.object({
  id: formId,
  ...shared,
  name: optionalText("nama instansi", 160),
  areaCode: text("kabupaten atau kota", 20, "Pilih"),
});

const areaCode = /^\P{Cc}{1,20}$/u;

export const workingAreaSchema = z.object({
  villageCodes: z
    .array(z.string().regex(areaCode, "Pilih desa dari daftar"))
    .max(2000, "Paling banyak 2.000 desa")
    .default([]),
  wholeDistricts: z
    .array(z.string().regex(areaCode, "Pilih kecamatan dari daftar"))
    .max(100, "Paling banyak 100 kecamatan")
    .default([]),
  overlap: optionalText("pernyataan", 10).transform((value) => value !== null),
});

export const setupKinds = ["DINKES", "PUSKESMAS"] as const;

export const setupSchema = withNewPassword({
  kind: choice("jenis kantor", setupKinds),
  area: text("wilayah", 120),
  organisationName: optionalText("nama instansi", 160),
  ...personFields,
});

export const provinceAboveSchema = z.object({
  id: formId,
  userId: formId,
  organisationName: optionalText("nama instansi", 160),
  ...personFields,
});

export type ProvinceAboveInput = z.output<typeof provinceAboveSchema>;
export type PuskesmasInput = z.output<typeof puskesmasSchema>;
export type NewPuskesmasInput = z.output<typeof newPuskesmasSchema>;
export type DinkesInput = z.output<typeof dinkesSchema>;
export type NewKabupatenInput = z.output<typeof newKabupatenSchema>;
export type WorkingAreaInput = z.output<typeof workingAreaSchema>;
export type SetupInput = z.output<typeof setupSchema>;
