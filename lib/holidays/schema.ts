import { z } from "zod";
import { text } from "@/lib/fields";
import { parseHolidays } from "@/lib/holidays/rules";

const most = 200;
const faultsShown = 5;

export const holidaysSchema = z.object({
  days: text("hari libur", 20_000).transform((typed, context) => {
    const { days, faults } = parseHolidays(typed);
    for (const message of faults.length > 0 ? [summaryOf(faults)] : []) context.addIssue({ code: "custom", message });
    if (days.length > most)
      context.addIssue({ code: "custom", message: `Simpan paling banyak ${most} hari sekaligus` });
    return days;
  }),
});

function summaryOf(faults: readonly string[]): string {
  const more = faults.length > faultsShown ? `; dan ${faults.length - faultsShown} baris lain` : "";
  return `${faults.slice(0, faultsShown).join("; ")}${more}`;
}
