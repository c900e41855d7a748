import type { Metadata } from "next";
import { isPuskesmas } from "@/lib/actor";
import { findTargetGrid } from "@/lib/figures/targets";
import { canSetTargets } from "@/lib/indicators/rules";
import { type Query, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { YearOfFigures } from "../grid/year-of-figures";
import { whoseFigures, yearOf } from "../whose-figures";
import { copyTargetsAction, saveTargetsAction } from "./actions";

export const metadata: Metadata = { title: "Target" };

export default async function TargetsPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const query = await searchParams;
  const { others } = await whoseFigures(actor, query);
  const chosen = others.find(({ id }) => id === queryText(query.puskesmas));
  const officeId = chosen?.id ?? actor.organisation.id;
  const own = isPuskesmas(actor)
    ? []
    : [{ id: actor.organisation.id, name: `${actor.organisation.name} (untuk semua)` }];
  const year = yearOf(query, actor);
  return (
    <YearOfFigures
      title="Target"
      corner="Indikator"
      year={year}
      grid={await findTargetGrid(actor, officeId, year)}
      empty="Buat dulu indikatornya; targetnya ditetapkan di sini setiap tahun menurut SK."
      canWrite={canSetTargets(actor) && !chosen}
      canImport={isPuskesmas(actor) && canSetTargets(actor)}
      puskesmasId={officeId}
      others={[...own, ...others]}
      save={saveTargetsAction.bind(null, year)}
      copy={copyTargetsAction.bind(null, year)}
      submit="Simpan target"
    >
      <p>
        Menurut SK target kinerja. Persen boleh memakai koma, misalnya 12,5.{" "}
        {isPuskesmas(actor)
          ? "Yang dikosongkan memakai target instansi di atas puskesmas, bila ada."
          : "Berlaku untuk setiap puskesmas yang tidak menetapkan targetnya sendiri."}
      </p>
    </YearOfFigures>
  );
}
