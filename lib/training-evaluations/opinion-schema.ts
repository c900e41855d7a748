import { z } from "zod";
import { optionalText } from "@/lib/fields";
import type { QuestionKey } from "@/lib/training-evaluations/questions";

const rating = z.enum(["1", "2", "3", "4", "5"], { error: "Pilih satu angka" }).transform(Number);

const ratings = {
  materi: rating,
  narasumber: rating,
  metode: rating,
  waktu: rating,
  sarana: rating,
  penyelenggara: rating,
  manfaat: rating,
} satisfies Record<QuestionKey, typeof rating>;

export const opinionSchema = z
  .object({
    ...ratings,
    mostUseful: optionalText("yang paling bermanfaat", 1000),
    suggestion: optionalText("saran", 1000),
  })
  .transform(({ mostUseful, suggestion, ...given }) => ({ mostUseful, suggestion, ratings: given }));

export type OpinionInput = z.output<typeof opinionSchema>;
