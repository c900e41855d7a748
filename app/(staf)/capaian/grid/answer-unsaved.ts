import { type GridState, placeOf, type SentCell, untouchedGrid } from "@/lib/figures/grid";
import { fillOnlyField, fillOnlyWords } from "@/lib/web/writer-field";

const cut = "Isian ini tidak utuh, belum ada yang tersimpan. Muat ulang halaman, lalu coba lagi.";

/** The answer to a form that was cut on its way, is none of ours, or is only to be shown again; null: it is to be saved. */
export function answerUnsaved(state: GridState, form: FormData, sent: SentCell[] | null): GridState | null {
  if (sent && !form.has(fillOnlyField)) return null;
  const kept = (sent ?? []).map(({ row, column, typed, shown }) => [placeOf(row, column), { typed, shown }] as const);
  return {
    ...untouchedGrid,
    kept: Object.fromEntries(kept),
    message: sent ? fillOnlyWords : cut,
    answer: state.answer + 1,
  };
}
