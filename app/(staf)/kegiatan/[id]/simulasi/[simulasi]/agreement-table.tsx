import { ScrollBox } from "@/components/scroll-box";
import { kappaWords } from "@/lib/simulations/agreement";
import type { FoundSimulation } from "@/lib/simulations/reads";
import { observerPairs } from "@/lib/simulations/results";
import { percent } from "./participant-table";

const twoDecimals = new Intl.NumberFormat("id", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** How far each two observers agree. */
export function AgreementTable({ items, observations }: Pick<FoundSimulation, "items" | "observations">) {
  const pairs = observerPairs(items, observations);
  if (pairs.length === 0) return null;
  return (
    <section aria-labelledby="kesepakatan">
      <h3 id="kesepakatan">Kesepakatan dua penilai</h3>
      <p className="mb-2 max-w-prose text-sm text-muted">
        Dari butir yang dinilai keduanya pada peserta yang sama. Kappa (Cohen, 1960) mengurangi kesepakatan yang terjadi
        secara kebetulan; sebutannya menurut Landis dan Koch (1977).
      </p>
      <ScrollBox label="Kesepakatan dua penilai">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Penilai</th>
              <th scope="col" className="text-right">
                Butir
              </th>
              <th scope="col" className="text-right">
                Nilai sama
              </th>
              <th scope="col">Kappa</th>
            </tr>
          </thead>
          <tbody>
            {pairs.map(({ one, other, pairs: count, observed, kappa }) => (
              <tr key={`${one} ${other}`}>
                <th scope="row">
                  {one} dan {other}
                </th>
                <td className="text-right tabular-nums">{count}</td>
                <td className="text-right tabular-nums">{observed === null ? "–" : percent.format(observed)}</td>
                <td>
                  {kappa === null
                    ? "tidak dapat dihitung: keduanya memberi satu nilai yang sama untuk semua butir"
                    : `${twoDecimals.format(kappa)} (${kappaWords(kappa)})`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}
