import Link from "next/link";
import { ScrollBox } from "@/components/scroll-box";
import type { Actor } from "@/lib/actor";
import type { ListedProblem } from "@/lib/problems/reads";
import { averageWords, canChangeScores, type Scorer, scorersOf } from "@/lib/problems/rules";

type Props = { meetingId: string; problems: readonly ListedProblem[]; actor: Actor; canWrite: boolean };

/** Who gave what: a line for each person, a column for each problem, in the order of their numbers. */
export function ScoreTable({ meetingId, problems, actor, canWrite }: Props) {
  const scorers = scorersOf(problems);
  if (scorers.length === 0)
    return (
      <p className="text-muted">
        Belum ada yang memberi nilai. Setiap orang menilai semua masalah: urgensi, keseriusan, dan perkembangan, 1
        sampai 5.
      </p>
    );
  const inOrder = problems.toSorted((one, other) => one.number - other.number);
  return (
    <ScrollBox label="Nilai USG per orang">
      <table className="table">
        <caption className="sr-only">Nilai USG per orang</caption>
        <thead>
          <tr>
            <th scope="col">Penilai</th>
            {inOrder.map((problem) => (
              <th key={problem.id} scope="col" className="number">
                Masalah {problem.number}
                <span className="block font-normal text-muted">U + S + G</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {scorers.map((scorer) => (
            <tr key={scorer.id}>
              <th scope="row" className="min-w-40">
                {scorer.name}
                {canWrite && canChangeScores(actor, scorer) && (
                  <Link
                    href={changeHref(meetingId, scorer)}
                    prefetch={false}
                    className="link no-print ml-2 inline-flex min-h-11 items-center"
                    aria-label={`Ubah nilai ${scorer.name}`}
                  >
                    Ubah
                  </Link>
                )}
              </th>
              {inOrder.map((problem) => (
                <td key={problem.id} className="number align-middle">
                  <Grades problem={problem} scorer={scorer} />
                </td>
              ))}
            </tr>
          ))}
          <tr className="font-semibold">
            <th scope="row">Rata-rata</th>
            {inOrder.map((problem) => (
              <td key={problem.id} className="number">
                <b>{averageWords(problem)}</b>
                <span className="block text-muted">
                  {problem.sum} dari {problem.people} orang
                </span>
                {problem.people > 0 && problem.people < scorers.length && (
                  <span className="block text-soon">belum semua menilai</span>
                )}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </ScrollBox>
  );
}

function changeHref(meetingId: string, { id, userId }: Scorer): string {
  const form = `/kegiatan/${meetingId}/masalah/nilai`;
  return userId ? form : `${form}?orang=${id}`;
}

function Grades({ problem, scorer }: { problem: ListedProblem; scorer: Scorer }) {
  const score = problem.scores.find((given) => given.scorer.id === scorer.id);
  if (!score) return "–";
  const { urgency, seriousness, growth } = score;
  return (
    <>
      {urgency} + {seriousness} + {growth} = <b>{urgency + seriousness + growth}</b>
    </>
  );
}
