import { z } from "zod";
import { optionalText, text } from "@/lib/fields";

const code = (name: string) => text(name, 230);

export const mappedElementSchema = z.object({
  dataElement: code("kode elemen data"),
  categoryOptionCombo: optionalText("kombinasi kategori", 230).transform((value) => value ?? ""),
  answer: text("indikator", 60, "Pilih"),
});

export const mappedUnitSchema = z.object({
  orgUnit: code("kode unit organisasi"),
  answer: text("puskesmas atau desa", 60, "Pilih"),
});

export type MappedElementInput = z.output<typeof mappedElementSchema>;
export type MappedUnitInput = z.output<typeof mappedUnitSchema>;
