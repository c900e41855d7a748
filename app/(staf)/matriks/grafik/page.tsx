import type { Metadata } from "next";
import { EmptyState } from "@/components/empty-state";
import { doneInTime, heldInTime } from "@/lib/matrix/quarters";
import type { Query } from "@/lib/web/query";
import { MatrixFrame } from "../matrix-frame";
import { readRequest } from "../matrix-request";
import { SectorChart } from "./sector-chart";
import { ShareChart } from "./share-chart";

export const metadata: Metadata = { title: "Grafik Lokmin" };

/** The year over its quarters: held in time, followed up in time, who came. */
export default async function ChartsPage({ searchParams }: { searchParams: Query }) {
  const request = await readRequest(await searchParams);
  const { matrix, year } = request;
  const held = heldInTime(matrix.rows);
  const done = doneInTime(matrix.rows);
  const isEmpty = [...held, ...done].every(({ whole }) => whole === 0) && matrix.sectors.length === 0;
  return (
    <MatrixFrame request={request} title={`Grafik Lokmin ${year}`} here="/matriks/grafik">
      {isEmpty ? (
        <EmptyState title={`Belum ada yang dapat digambar untuk ${year}`}>
          Grafik muncul setelah ada Lokmin yang waktunya sudah lewat.
        </EmptyState>
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-10 lg:grid-cols-2 print:block print:*:mb-8">
          <ShareChart
            question="Berapa banyak Lokmin diadakan tepat waktu?"
            noun="Lokmin"
            verb="diadakan tepat waktu"
            shares={held}
            year={year}
          />
          <ShareChart
            question="Berapa banyak RTL selesai tepat waktu?"
            noun="RTL yang jatuh tempo"
            verb="selesai tepat waktu"
            shares={done}
            year={year}
          />
          <div className="lg:col-span-2">
            <SectorChart sectors={matrix.sectors} year={year} />
          </div>
        </div>
      )}
    </MatrixFrame>
  );
}
