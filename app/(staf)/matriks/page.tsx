import type { Metadata } from "next";
import { EmptyState } from "@/components/empty-state";
import { ShareLegend, StateLegend } from "@/components/matrix/legend";
import { MatrixTable } from "@/components/matrix/matrix-table";
import { MatrixSummary } from "@/components/matrix/summary";
import { Pager } from "@/components/pager";
import { listClusterNames } from "@/lib/clusters/reads";
import { arrange } from "@/lib/matrix/filter";
import { rowNames } from "@/lib/matrix/readings";
import { type Query, withQuery } from "@/lib/web/query";
import { matrixAddress } from "./address";
import { MatrixFilterForm } from "./filter-form";
import { MatrixFrame } from "./matrix-frame";
import { readRequest } from "./matrix-request";
import { headsOf, shownRow } from "./shown";

export const metadata: Metadata = { title: "Matriks Lokmin" };

const rowsPerPage = 60;

/** Which puskesmas held, documented, reported and followed up their Lokmin, and who lags. */
export default async function MatrixPage({ searchParams }: { searchParams: Query }) {
  const request = await readRequest(await searchParams);
  const { office, filter, year, matrix, actor } = request;
  const clusters = await listClusterNames(actor);
  const rows = arrange(matrix.rows, filter);
  const page = filter.halaman ?? 1;
  const shown = rows.slice((page - 1) * rowsPerPage, page * rowsPerPage);
  const to = (halaman: number) => withQuery("/matriks", { ...filter, halaman });
  return (
    <MatrixFrame request={request} title={`Matriks Lokmin ${year}`} here="/matriks">
      <MatrixSummary rows={matrix.rows} noun={rowNames[office.level].toLowerCase()} />
      <MatrixFilterForm request={request} clusters={clusters} />
      {shown.length === 0 ? (
        <EmptyState title={matrix.rows.length === 0 ? "Belum ada puskesmas" : "Tidak ada yang cocok"}>
          {matrix.rows.length === 0
            ? "Tambahkan puskesmas binaan di menu Puskesmas."
            : "Ubah pilihan keadaan atau periode di atas."}
        </EmptyState>
      ) : (
        <div className="matrix-paper flex flex-col gap-3">
          <MatrixTable
            caption={`Keadaan Lokmin ${year}: 12 bulan, 4 triwulan, dan angka tindak lanjut`}
            heads={headsOf(filter, rowNames[office.level])}
            rows={shown.map((row) => shownRow(row, office, filter, year))}
            months={12}
          />
          {office.level === "puskesmas" ? <StateLegend /> : <ShareLegend />}
          <Pager
            previous={page > 1 ? to(page - 1) : null}
            next={rows.length > page * rowsPerPage ? to(page + 1) : null}
          />
          <p className="no-print flex flex-wrap gap-3">
            <a href={matrixAddress("/matriks/ekspor", filter)} className="button">
              Unduh Excel
            </a>
            {office.level !== "puskesmas" && (
              <a href={withQuery("/matriks/ekspor", { ...filter, baris: "puskesmas" })} className="button">
                Excel setiap puskesmas
              </a>
            )}
          </p>
        </div>
      )}
    </MatrixFrame>
  );
}
