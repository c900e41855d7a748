import { ScrollBox } from "@/components/scroll-box";
import type { FoundSimulation } from "@/lib/simulations/reads";
import { itemResults } from "@/lib/simulations/results";
import { percent } from "./participant-table";

/** What is done least comes first. */
export function ItemTable({ items, observations }: Pick<FoundSimulation, "items" | "observations">) {
  return (
    <section aria-labelledby="butir">
      <h3 id="butir" className="mb-2">
        {observations.length > 0 ? "Butir, yang terlemah dulu" : "Butir penilaian"}
      </h3>
      <ScrollBox label="Nilai tiap butir">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Butir</th>
              <th scope="col" className="text-right">
                Nilai tertinggi
              </th>
              <th scope="col" className="text-right">
                Dicapai
              </th>
            </tr>
          </thead>
          <tbody>
            {itemResults(items, observations).map(({ id, text, points, share }) => (
              <tr key={id}>
                <th scope="row" className="font-normal">
                  {text}
                </th>
                <td className="text-right tabular-nums">{points}</td>
                <td className="text-right tabular-nums">{share === null ? "–" : percent.format(share)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}
