import { z } from "zod";
import { checkNames, isCheck } from "@/lib/evidence/rules";
import { text } from "@/lib/fields";
import { kindOrder } from "@/lib/meeting-types/rules";

export const evidenceKinds = kindOrder;
export const evidenceChecks = Object.keys(checkNames).filter(isCheck);

const ruleKey = z.string().regex(/^[a-z0-9-]{1,60}$/, "Muat ulang halaman ini, lalu coba lagi");

export const evidenceRuleSchema = z.object({
  key: ruleKey,
  ep: text("EP atau dasarnya", 60),
  text: text("bukti yang diminta", 300),
  kinds: z
    .array(z.string())
    .default([])
    .transform((kinds) => evidenceKinds.filter((kind) => kinds.includes(kind)))
    .refine((kinds) => kinds.length > 0, "Pilih paling sedikit satu jenis kegiatan"),
  isRequired: z.enum(["ya", "tidak"], { error: "Pilih wajib atau tambahan" }).transform((word) => word === "ya"),
  check: z
    .string()
    .default("")
    .transform((word) => (isCheck(word) ? word : null)),
});

export type EvidenceRuleInput = z.output<typeof evidenceRuleSchema>;

export const tickSchema = z.object({ note: text("di mana bukti ini disimpan", 300) });
