import type { Metadata } from "next";
import { findTargetGrid } from "@/lib/figures/targets";
import { canWriteFigures } from "@/lib/indicators/rules";
import type { Query } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { YearOfFigures } from "../grid/year-of-figures";
import { whoseFigures, yearOf } from "../whose-figures";
import { copyTargetsAction, saveTargetsAction } from "./actions";

export const metadata: Metadata = { title: "Target" };

export default async function TargetsPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const query = await searchParams;
  const { puskesmasId, others } = await whoseFigures(actor, query);
  const year = yearOf(query, actor);
  return (
    <YearOfFigures
      title="Target"
      corner="Indikator"
      year={year}
      grid={puskesmasId ? await findTargetGrid(actor, puskesmasId, year) : null}
      empty="Buat dulu indikatornya; targetnya ditetapkan di sini setiap tahun menurut SK."
      canWrite={canWriteFigures(actor)}
      puskesmasId={puskesmasId}
      others={others}
      save={saveTargetsAction.bind(null, year)}
      copy={copyTargetsAction.bind(null, year)}
      submit="Simpan target"
    >
      <p>Menurut SK target kinerja. Persen boleh memakai koma, misalnya 12,5.</p>
    </YearOfFigures>
  );
}
