import Link from "next/link";
import { Badge } from "@/components/badge";
import { ScrollBox } from "@/components/scroll-box";
import type { FoundSimulation } from "@/lib/simulations/reads";
import { resultOf, shareOf, timeWords } from "@/lib/simulations/results";

export const percent = new Intl.NumberFormat("id", { style: "percent", maximumFractionDigits: 0 });

type Props = { simulation: FoundSimulation; page: string };

export function ParticipantTable({ simulation, page }: Props) {
  const { participants, observations, items, passShare, canScore } = simulation;
  if (participants.length === 0)
    return <p className="text-muted">Belum ada peserta. Pilih peserta pelatihan dulu, di bagian Pelatihan.</p>;
  return (
    <ScrollBox label="Nilai simulasi tiap peserta">
      <table className="table">
        <caption className="sr-only">Nilai simulasi tiap peserta</caption>
        <thead>
          <tr>
            <th scope="col">Peserta</th>
            <th scope="col">Nilai (waktu) tiap penilai</th>
            <th scope="col" className="text-right">
              Rata-rata
            </th>
            <th scope="col" className="text-right">
              Waktu
            </th>
            {passShare > 0 && <th scope="col">Hasil</th>}
          </tr>
        </thead>
        <tbody>
          {participants.map(({ invitationId, name, title }) => {
            const own = observations.filter((one) => one.invitationId === invitationId);
            const { share, seconds } = resultOf(items, own);
            return (
              <tr key={invitationId}>
                <th scope="row">
                  {name}
                  <span className="block text-sm font-normal text-muted">{title}</span>
                </th>
                <td>
                  {own.length === 0 && <span className="text-muted">belum dinilai</span>}
                  {own.map((one) => (
                    <span key={one.id} className="block">
                      {canScore ? (
                        <Link href={`${page}/nilai?penilaian=${one.id}`} prefetch={false} className="link">
                          {one.observer}
                        </Link>
                      ) : (
                        one.observer
                      )}
                      : {percent.format(shareOf(items, one.scores) ?? 0)}
                      {one.seconds !== null && ` (${timeWords(one.seconds)})`}
                      {one.note && <span className="block text-sm text-muted">{one.note}</span>}
                    </span>
                  ))}
                </td>
                <td className="text-right tabular-nums">{share === null ? "–" : percent.format(share)}</td>
                <td className="text-right tabular-nums">{seconds === null ? "–" : timeWords(seconds)}</td>
                {passShare > 0 && (
                  <td>
                    {share !== null &&
                      (share * 100 >= passShare ? (
                        <Badge tone="done" icon="check">
                          Lulus
                        </Badge>
                      ) : (
                        <Badge tone="soon" icon="alert">
                          Belum lulus
                        </Badge>
                      ))}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollBox>
  );
}
