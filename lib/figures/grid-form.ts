import { z } from "zod";
import type { SentCell, Shown } from "@/lib/figures/grid";

const shownSchema = z.object({
  rows: z.array(z.string().max(100)).max(2000),
  columns: z.array(z.string().max(100)).max(2000),
  cells: z.array(z.array(z.string().max(60).nullable()).max(2000)).max(2000),
  conflicts: z.array(z.string().max(30)).max(20_000),
});

const longestCell = 60;

/** @returns null where the form is not one of ours */
export function readGridForm(form: Iterable<[string, unknown]>): SentCell[] | null {
  const fields = new Map([...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
  const shown = parseShown(fields.get("shown"));
  if (!shown) return null;
  const conflicts = new Set(shown.conflicts);
  const cells: SentCell[] = [];
  for (const [r, row] of shown.rows.entries())
    for (const [c, column] of shown.columns.entries()) {
      const before = shown.cells[r]?.[c];
      const typed = fields.get(`c.${r}.${c}`)?.trim().slice(0, longestCell);
      if (before === null || before === undefined || typed === undefined) continue;
      const isInConflict = conflicts.has(`${r}.${c}`);
      if (typed === before && !isInConflict) continue;
      const decision = fields.get(`d.${r}.${c}`);
      cells.push({
        row,
        column,
        typed,
        shown: before,
        isInConflict,
        decision: decision === "mine" || decision === "theirs" ? decision : null,
      });
    }
  return cells;
}

function parseShown(text: string | undefined): Shown | null {
  try {
    return shownSchema.parse(JSON.parse(text ?? ""));
  } catch {
    return null;
  }
}
