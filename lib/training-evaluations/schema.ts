import { z } from "zod";
import { choice, day, optionalText, rowVersion, text } from "@/lib/fields";
import { levels } from "@/lib/training-evaluations/application-rules";

const assessment = {
  assessor: text("nama dan jabatan penilai", 200),
  assessedOn: day("tanggal penilaian"),
  /** Null where there was none yet when the form was shown. */
  version: z.preprocess((value) => (value === "" || value === undefined ? null : value), rowVersion.nullable()),
};

export const applicationSchema = z.object({
  summary: text("hasil penerapan", 2000),
  obstacles: optionalText("hambatan", 2000),
  followUp: optionalText("tindak lanjut", 2000),
  ...assessment,
});

export type ApplicationInput = z.output<typeof applicationSchema>;

export const participantApplicationSchema = z.object({
  level: choice("tingkat penerapan", levels),
  evidence: text("apa yang diterapkan dan buktinya", 1000),
  obstacle: optionalText("hambatan", 1000),
  support: optionalText("dukungan yang diperlukan", 1000),
  ...assessment,
});

export type ParticipantApplicationInput = z.output<typeof participantApplicationSchema>;
