import Link from "next/link";
import { Badge } from "@/components/badge";
import { CauseList } from "@/components/problems/cause-list";
import type { ListedProblem } from "@/lib/problems/reads";
import { averageWords } from "@/lib/problems/rules";
import { say } from "@/lib/web/local-words";

type Props = { problem: ListedProblem; canAnswer: boolean };

/** One problem in the order of priority: its place, its words, what it rests on, why it came to be, what answers it. */
export function ProblemCard({ problem, canAnswer }: Props) {
  const { meetingId, id, number, causes, villages, indicator, evidence, rank, decision } = problem;
  const href = `/kegiatan/${meetingId}/masalah/${id}`;
  return (
    <li id={`masalah-${number}`} className="card grid gap-x-5 gap-y-2 sm:grid-cols-[8.5rem_minmax(0,1fr)]">
      <Place problem={problem} />
      <div className="flex flex-col gap-2">
        <h3 className="text-lg leading-snug">
          <Link href={href} prefetch={false} className="link">
            Masalah {number}. {problem.statement}
          </Link>
        </h3>
        {villages.length > 0 && (
          <p>
            {say("Desa")}: {villages.map((village) => village.name).join(", ")}
          </p>
        )}
        {(indicator || evidence) && (
          <p>
            {indicator && <span className="text-muted">{indicator.name}. </span>}
            {evidence}
          </p>
        )}
        {causes.length > 0 ? <CauseList causes={causes} /> : <p className="text-muted">Penyebabnya belum diisi.</p>}
        <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-2">
          <Answers problem={problem} />
          {canAnswer && (
            <Link
              href={`/kegiatan/${meetingId}/rtl/tambah?masalah=${id}`}
              prefetch={false}
              className="button no-print"
              aria-label={`Buat RTL untuk masalah ${number}`}
            >
              Buat RTL
            </Link>
          )}
        </div>
        {decision && <p className="text-sm text-muted">Urutan diputuskan: {decision}</p>}
        {rank === null && <p className="text-sm text-muted">Belum ada yang memberi nilai USG.</p>}
      </div>
    </li>
  );
}

/** "1", and beside it in words whether it shares the place. */
function Place({ problem }: { problem: ListedProblem }) {
  const { rank, shares, isDecided, sum, people } = problem;
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1 sm:flex-col sm:items-start">
      <p className="text-sm text-muted">
        Prioritas
        <b className="ml-2 text-2xl text-ink sm:ml-0 sm:block sm:text-4xl sm:leading-none">{rank ?? "–"}</b>
      </p>
      {shares > 1 && (
        <Badge tone={isDecided ? "plain" : "soon"} {...(isDecided ? {} : { icon: "alert" as const })}>
          Nilai sama
        </Badge>
      )}
      {rank !== null && (
        <p className="text-sm">
          Nilai <b>{averageWords({ sum, people })}</b>
          <span className="text-muted sm:block">
            {" "}
            ({sum} dari {people} orang)
          </span>
        </p>
      )}
    </div>
  );
}

function Answers({ problem: { actionItems, meetingId } }: { problem: ListedProblem }) {
  if (actionItems.length === 0) return <p className="text-muted">Belum ada RTL yang menjawab masalah ini.</p>;
  return (
    <p>
      <b>{actionItems.length} RTL menjawab masalah ini:</b>{" "}
      {actionItems.map((item, index) => (
        <span key={item.id}>
          {index > 0 && ", "}
          <Link href={`/kegiatan/${meetingId}/rtl/${item.id}`} prefetch={false} className="link">
            RTL {item.number}
          </Link>
        </span>
      ))}
    </p>
  );
}
