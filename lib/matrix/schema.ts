import { z } from "zod";
import { wholeNumber } from "@/lib/matrix/whole-number";

export const dueDateSchema = z.object({
  monthlyDay: wholeNumber("tanggal", 1, 31),
  reportDays: wholeNumber("jumlah hari", 0, 90),
});

export type DueDateInput = z.output<typeof dueDateSchema>;
