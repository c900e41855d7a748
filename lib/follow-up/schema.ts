import { z } from "zod";
import { sectors } from "@/lib/directory/rules";
import { listedKinds } from "@/lib/meetings/rules";
import { isOwnerRef, type OwnerRef } from "@/lib/owner-links/rules";

export const followUpStates = ["belum", "terlambat", "segera", "periksa", "selesai", "batal", "semua"] as const;

export type FollowUpState = (typeof followUpStates)[number];

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value) || undefined;

const optional = <S extends z.ZodType>(schema: S) => z.preprocess(first, schema.optional().catch(undefined));

const mostChosen = 200;

export const followUpSchema = z.object({
  status: z.preprocess(first, z.enum(followUpStates).catch("belum")),
  puskesmas: optional(z.uuid()),
  dinkes: optional(z.uuid()),
  desa: optional(z.string().regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/)),
  jenis: optional(z.enum(listedKinds)),
  sektor: optional(z.enum(sectors)),
  topik: optional(z.string().regex(/^\P{Cc}{1,60}$/u)),
  pemilik: optional(z.custom<OwnerRef>(isOwnerRef)),
  tahun: optional(z.coerce.number().int().min(2000).max(2100)),
  triwulan: optional(z.coerce.number().int().min(1).max(4)),
  ganti: optional(z.literal("1")),
  cari: optional(
    z.string().transform(
      (words) =>
        words
          .replace(/\p{Cc}/gu, " ")
          .trim()
          .slice(0, 100) || undefined,
    ),
  ),
  rtl: z.preprocess(
    (value) => [value ?? []].flat(),
    z.array(z.unknown()).transform((ids) => ids.filter(isRowId).slice(0, mostChosen)),
  ),
  halaman: z.preprocess(first, z.coerce.number().int().min(1).max(10_000).catch(1)),
});

const isRowId = (id: unknown): id is string => z.uuid().safeParse(id).success;

export type FollowUpFilter = z.output<typeof followUpSchema>;
