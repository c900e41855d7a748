import { z } from "zod";
import type { NeedRow } from "@/lib/needs/states";
import { Profession } from "@/prisma/generated/enums";

const absent = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

export const needFilterSchema = z.object({
  wilayah: absent(z.uuid()),
  profesi: absent(z.enum(Profession)),
  urut: absent(z.enum(["nama", "kurang", "penugasan", "berakhir", ...Object.values(Profession)])),
  halaman: absent(z.coerce.number().int().min(1).max(999)),
});

export type NeedFilter = z.output<typeof needFilterSchema>;

export const sums = {
  /** Professions of which some puskesmas of the row has too few. */
  kinds: ({ cells }: NeedRow) => cells.filter(({ met, puskesmas }) => met < puskesmas).length,
  missing: ({ cells }: NeedRow) => cells.reduce((sum, cell) => sum + cell.missing, 0),
  assigned: ({ cells }: NeedRow) => cells.reduce((sum, cell) => sum + cell.assigned, 0),
  ending: ({ cells }: NeedRow) => cells.reduce((sum, cell) => sum + cell.ending, 0),
};

/** Worst first; by name where that is asked for. @param profesi only rows where it is below the standard */
export function arrangeNeeds(rows: readonly NeedRow[], { profesi, urut }: NeedFilter): NeedRow[] {
  const lacks = ({ cells }: NeedRow) =>
    cells.some(({ profession, met, puskesmas }) => profession === profesi && met < puskesmas);
  const figure = (row: NeedRow) => {
    if (urut === "nama") return 0;
    if (urut === "penugasan") return sums.assigned(row);
    if (urut === "berakhir") return sums.ending(row);
    if (!urut || urut === "kurang") return sums.missing(row);
    return row.cells.find(({ profession }) => profession === urut)?.missing ?? 0;
  };
  return rows
    .filter((row) => !profesi || lacks(row))
    .toSorted(
      (one, other) =>
        figure(other) - figure(one) ||
        (urut ? 0 : sums.kinds(other) - sums.kinds(one)) ||
        one.name.localeCompare(other.name, "id", { numeric: true }),
    );
}
