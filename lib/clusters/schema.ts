import { z } from "zod";
import { day, formId, rowVersion, text } from "@/lib/fields";

const ids = (most: number, message: string) =>
  z
    .array(z.uuid({ error: "Muat ulang halaman ini, lalu coba lagi" }))
    .max(most, message)
    .default([])
    .transform((chosen) => [...new Set(chosen)]);

const cluster = {
  name: text("nama klaster", 80),
  members: ids(600, "Paling banyak 600 instansi dalam satu klaster"),
  reviewers: ids(100, "Paling banyak 100 peninjau dalam satu klaster"),
};

export const newClusterSchema = z.object({ id: formId, ...cluster });
export const clusterSchema = z.object({ version: rowVersion, ...cluster });

export const standInSchema = z
  .object({
    id: formId,
    userId: text("pengganti", 40, "Pilih"),
    since: day("tanggal mulai"),
    until: day("tanggal selesai"),
    reason: text("alasan", 300),
  })
  .refine(({ since, until }) => since <= until, {
    path: ["until"],
    error: "Tanggal selesai tidak boleh sebelum tanggal mulai",
  });

export type NewClusterInput = z.output<typeof newClusterSchema>;
export type ClusterInput = z.output<typeof clusterSchema>;
export type StandInInput = z.output<typeof standInSchema>;
