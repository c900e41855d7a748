import { ScrollBox } from "@/components/scroll-box";
import type { OfficeQueue } from "@/lib/reviews/reads";
import { dayOf, daysBetween } from "@/lib/time";

/** What waits at the offices below: a province and the ministry read it and review nothing there. */
export function QueuesBelow({
  queues,
  now,
  timeZone,
}: {
  queues: readonly OfficeQueue[];
  now: Date;
  timeZone: string;
}) {
  if (queues.length === 0) return null;
  const today = dayOf(now, timeZone);
  return (
    <section aria-labelledby="antrean" className="mb-8">
      <h2 id="antrean" className="mb-1">
        Menunggu di Dinas Kesehatan lain
      </h2>
      <p className="mb-2 text-sm text-muted">Ditinjau oleh Dinas Kesehatan itu sendiri; Anda membacanya.</p>
      <ScrollBox label="Menunggu di Dinas Kesehatan lain">
        <table className="table max-w-2xl">
          <thead>
            <tr>
              <th scope="col">Dinas Kesehatan</th>
              <th scope="col" className="number">
                Menunggu
              </th>
              <th scope="col" className="number">
                Tertua, hari
              </th>
            </tr>
          </thead>
          <tbody>
            {queues.map(({ id, name, count, oldest }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td className="number">{count}</td>
                <td className="number">{oldest ? daysBetween(dayOf(oldest, timeZone), today) : ""}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}
