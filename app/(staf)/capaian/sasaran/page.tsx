import type { Metadata } from "next";
import { findSasaranGrid } from "@/lib/figures/denominators";
import { canWriteFigures } from "@/lib/indicators/rules";
import { say } from "@/lib/web/local-words";
import type { Query } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { YearOfFigures } from "../grid/year-of-figures";
import { whoseFigures, yearOf } from "../whose-figures";
import { copySasaranAction, saveSasaranAction } from "./actions";

export const metadata: Metadata = { title: "Sasaran" };

export default async function SasaranPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const query = await searchParams;
  const { puskesmasId, others } = await whoseFigures(actor, query);
  const year = yearOf(query, actor);
  return (
    <YearOfFigures
      title="Sasaran"
      corner={say("Desa")}
      year={year}
      grid={puskesmasId ? await findSasaranGrid(actor, puskesmasId, year) : null}
      empty={say("Sasaran diisi untuk indikator yang jumlahnya dibagi sasaran, per desa di wilayah kerja.")}
      canWrite={canWriteFigures(actor)}
      puskesmasId={puskesmasId}
      others={others}
      save={saveSasaranAction.bind(null, year)}
      copy={copySasaranAction.bind(null, year)}
      submit="Simpan sasaran"
    >
      <p>
        {say("Sasaran setahun per desa. Tulis 0 bila desa itu tidak punya sasaran; kosong berarti belum ditetapkan.")}
      </p>
    </YearOfFigures>
  );
}
