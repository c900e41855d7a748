import type { Metadata } from "next";
import Link from "next/link";
import { EmptyState } from "@/components/empty-state";
import { MatrixTable } from "@/components/matrix/matrix-table";
import { Pager } from "@/components/pager";
import { rowNames } from "@/lib/matrix/readings";
import { arrangeNeeds, sums } from "@/lib/needs/filter";
import { rankNeeds } from "@/lib/needs/ranking";
import { professionsOf } from "@/lib/needs/reads";
import { findStandard } from "@/lib/needs/standard";
import { needLetters, needNames, needStates } from "@/lib/needs/states";
import { noteListReading } from "@/lib/privacy/readings";
import { professionNames } from "@/lib/staff/professions";
import { type Query, withQuery } from "@/lib/web/query";
import { AssignmentFrame } from "../assignment-frame";
import { RankingTable } from "./ranking-table";
import { readRequest } from "./request";
import { headsOf, needLooks, shownRow } from "./shown";

export const metadata: Metadata = { title: "Kebutuhan tenaga" };

const rowsPerPage = 60;

/** Which puskesmas lack which profession, and where somebody is to be assigned first. */
export default async function NeedsPage({ searchParams }: { searchParams: Query }) {
  const { actor, office, filter, now, rows } = await readRequest(await searchParams);
  const [ranked, standard] = await Promise.all([
    rankNeeds(actor, office, { now, profession: filter.profesi }),
    findStandard(actor),
  ]);
  await noteListReading(
    actor,
    "staff-list",
    ranked.map(({ candidate, sourceId }) => candidate && sourceId),
  );
  const professions = professionsOf(rows);
  const arranged = arrangeNeeds(rows, filter);
  const page = filter.halaman ?? 1;
  const shown = arranged.slice((page - 1) * rowsPerPage, page * rowsPerPage);
  const to = (halaman: number) => withQuery("/penugasan/kebutuhan", { ...filter, halaman });
  const puskesmas = rows.reduce((sum, row) => sum + row.puskesmas, 0);
  const complete = rows.reduce((sum, row) => sum + row.complete, 0);
  const missing = rows.reduce((sum, row) => sum + sums.missing(row), 0);
  const isPuskesmas = office.level === "puskesmas";
  return (
    <AssignmentFrame actor={actor} here="/penugasan/kebutuhan">
      {office.above.length > 0 && (
        <p className="no-print mb-3">
          {office.above.map((above) => (
            <Link
              key={above.id}
              href={withQuery("/penugasan/kebutuhan", { wilayah: above.id, profesi: filter.profesi })}
              prefetch={false}
              className="link mr-2 inline-flex min-h-11 items-center"
            >
              {above.name} ›
            </Link>
          ))}
        </p>
      )}
      <h2 className="mb-1">{office.name}</h2>
      <p className="mb-4 max-w-prose">
        {complete.toLocaleString("id-ID")} dari {puskesmas.toLocaleString("id-ID")} puskesmas memenuhi standar di semua
        jenis tenaga; {missing.toLocaleString("id-ID")} orang kurang. Standar:{" "}
        {standard.office?.name ?? "sembilan jenis tenaga menurut Permenkes 75/2014, masing-masing satu orang"}.{" "}
        <Link href="/penugasan/standar" prefetch={false} className="link no-print">
          Lihat standar
        </Link>
      </p>
      <form method="get" action="/penugasan/kebutuhan" className="no-print mb-5 flex flex-wrap items-end gap-3">
        {filter.wilayah && <input type="hidden" name="wilayah" value={filter.wilayah} />}
        <label className="block min-w-0 sm:w-64">
          <span className="mb-1 block text-sm">Hanya yang kurang</span>
          <select key={filter.profesi} name="profesi" defaultValue={filter.profesi ?? ""} className="input">
            <option value="">Semua puskesmas</option>
            {professions.map((profession) => (
              <option key={profession} value={profession}>
                {professionNames[profession]}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="button">
          Terapkan
        </button>
      </form>
      {shown.length === 0 ? (
        <EmptyState title={rows.length === 0 ? "Belum ada puskesmas" : "Tidak ada yang kurang"}>
          {rows.length === 0
            ? "Tambahkan puskesmas binaan di menu Puskesmas."
            : "Semua puskesmas memenuhi standar untuk profesi ini."}
        </EmptyState>
      ) : (
        <div className="matrix-paper flex flex-col gap-3">
          <MatrixTable
            caption="Jumlah tenaga menurut profesi dibanding standar"
            heads={headsOf(filter, rowNames[office.level], professions)}
            rows={shown.map((row) => shownRow(row, office, filter, professions))}
            months={professions.length}
          />
          {isPuskesmas ? (
            <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
              {needStates.map((state) => (
                <li key={state} className="flex items-center gap-2">
                  <span className={`inline-block min-w-6 rounded px-1 text-center font-semibold ${needLooks[state]}`}>
                    {needLetters[state]}
                  </span>
                  {needNames[state]}
                </li>
              ))}
            </ul>
          ) : (
            <p className="text-sm text-muted">Angka di kotak: persen puskesmas yang cukup.</p>
          )}
          <Pager
            previous={page > 1 ? to(page - 1) : null}
            next={arranged.length > page * rowsPerPage ? to(page + 1) : null}
          />
          <p className="no-print flex flex-wrap gap-3">
            <a href={withQuery("/penugasan/kebutuhan/ekspor", { ...filter, halaman: undefined })} className="button">
              Unduh Excel
            </a>
            {!isPuskesmas && (
              <a
                href={withQuery("/penugasan/kebutuhan/ekspor", { ...filter, halaman: undefined, baris: "puskesmas" })}
                className="button"
              >
                Excel setiap puskesmas
              </a>
            )}
          </p>
        </div>
      )}
      {ranked.length > 0 && <RankingTable ranked={ranked} actor={actor} />}
    </AssignmentFrame>
  );
}
