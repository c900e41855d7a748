import Link from "next/link";
import { ScrollBox } from "@/components/scroll-box";
import type { Actor } from "@/lib/actor";
import { canAssign } from "@/lib/assignments/rules";
import { type Ranked, rankingRule, reasonOf } from "@/lib/needs/ranking";
import { professionNames } from "@/lib/staff/professions";
import { withQuery } from "@/lib/web/query";

type Props = { ranked: readonly Ranked[]; actor: Actor };

/** Where somebody is to be assigned first, each with its reason. */
export function RankingTable({ ranked, actor }: Props) {
  const areSeveralOffices = new Set(ranked.map(({ office }) => office)).size > 1;
  return (
    <section className="mt-8">
      <h2 className="mb-1">Siapa ditugaskan ke mana lebih dulu</h2>
      <p className="mb-3 max-w-prose text-sm text-muted">Urutannya: {rankingRule}</p>
      <ScrollBox label="Urutan penugasan">
        <table className="table">
          <caption className="sr-only">Urutan penugasan dengan alasannya</caption>
          <thead>
            <tr>
              <th scope="col" className="number">
                No.
              </th>
              <th scope="col">Profesi</th>
              <th scope="col">Ke puskesmas</th>
              <th scope="col">Mengapa</th>
              <th scope="col">Dapat dari</th>
            </tr>
          </thead>
          <tbody>
            {ranked.map((one, place) => (
              <tr key={`${one.id} ${one.profession}`}>
                <td className="number">{place + 1}</td>
                <th scope="row">
                  {canAssign(actor) ? (
                    <Link
                      href={withQuery("/penugasan/baru", { puskesmas: one.id, profesi: one.profession })}
                      prefetch={false}
                      className="link"
                    >
                      {professionNames[one.profession]}
                    </Link>
                  ) : (
                    professionNames[one.profession]
                  )}
                </th>
                <td>
                  {one.name}
                  {areSeveralOffices && one.office && <span className="block text-sm text-muted">{one.office}</span>}
                </td>
                <td>{reasonOf(one)}</td>
                <td>{sourceOf(one)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

function sourceOf({ source, surplus, candidate }: Ranked): string {
  if (!source) return "Tenaga baru: tidak ada puskesmas yang berlebih";
  const who = candidate ? `, misalnya ${candidate}, yang masa tugasnya paling dulu berakhir` : "";
  return `${source} (${surplus} di atas standar)${who}`;
}
