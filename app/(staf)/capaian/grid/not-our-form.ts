import { type GridState, untouchedGrid } from "@/lib/figures/grid";

/** The answer to a form that was cut on its way, or is none of ours. */
export function notOurForm(state: GridState): GridState {
  return {
    ...untouchedGrid,
    message: "Isian ini tidak utuh, belum ada yang tersimpan. Muat ulang halaman, lalu coba lagi.",
    answer: state.answer + 1,
  };
}
