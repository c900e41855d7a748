import type { Metadata } from "next";
import Link from "next/link";
import { EmptyState } from "@/components/empty-state";
import { ScrollBox } from "@/components/scroll-box";
import { listCompetences } from "@/lib/competences/reads";
import { canSetCompetences, demandWords } from "@/lib/competences/rules";
import { professionNames } from "@/lib/staff/professions";
import { type Query, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { CompetenceFrame } from "./competence-frame";

export const metadata: Metadata = { title: "Kompetensi" };

const number = (count: number) => count.toLocaleString("id-ID");

/** What each profession must be able to do, and how many cannot yet. */
export default async function CompetencesPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const isArchive = queryText((await searchParams).arsip) === "1";
  const all = await listCompetences(actor, new Date());
  const competences = all.filter(({ archivedAt }) => (archivedAt !== null) === isArchive);
  const canSet = canSetCompetences(actor);
  return (
    <CompetenceFrame here="/kompetensi" canSet={canSet}>
      {isArchive && <h2 className="mb-2">Arsip kompetensi</h2>}
      {competences.length === 0 ? (
        <EmptyState title={isArchive ? "Arsip masih kosong" : "Belum ada kompetensi"}>
          {canSet
            ? "Tambahkan kompetensi dengan profesi yang wajib menguasainya; siapa yang belum dihitung dari sertifikat."
            : "Kompetensi ditetapkan oleh Dinas Kesehatan."}
        </EmptyState>
      ) : (
        <ScrollBox label="Kompetensi">
          <table className="table">
            <caption className="sr-only">Kompetensi, siapa yang wajib, dan berapa yang belum</caption>
            <thead>
              <tr>
                <th scope="col">Kompetensi</th>
                <th scope="col">Wajib bagi, di setiap puskesmas</th>
                <th scope="col" className="number">
                  Menguasai
                </th>
                <th scope="col" className="number">
                  Kurang
                </th>
                <th scope="col" className="number">
                  Puskesmas yang kurang
                </th>
              </tr>
            </thead>
            <tbody>
              {competences.map(({ id, name, validMonths, organisation, professions, sums }) => (
                <tr key={id}>
                  <th scope="row">
                    <Link href={`/kompetensi/${id}`} prefetch={false} className="link">
                      {name}
                    </Link>
                    <span className="block text-sm font-normal text-muted">
                      {organisation.name}
                      {validMonths ? `; sertifikat berlaku ${validMonths} bulan` : ""}
                    </span>
                  </th>
                  <td>
                    {professions
                      .map((one) => `${professionNames[one.profession]} (${demandWords(one.leastStaff)})`)
                      .join(", ")}
                  </td>
                  <td className="number">
                    {number(sums.held)} dari {number(sums.staff)}
                  </td>
                  <td className={`number ${sums.missing > 0 ? "font-semibold text-late" : ""}`}>
                    {number(sums.missing)}
                  </td>
                  <td className="number">
                    {number(sums.lacking)} dari {number(sums.puskesmas)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
      <p className="no-print mt-6">
        <Link
          href={isArchive ? "/kompetensi" : "/kompetensi?arsip=1"}
          prefetch={false}
          className="link inline-flex min-h-11 items-center text-sm"
        >
          {isArchive ? "Kompetensi yang berlaku" : "Lihat arsip kompetensi"}
        </Link>
      </p>
    </CompetenceFrame>
  );
}
