import type { Actor } from "@/lib/actor";
import type { FoundMeeting } from "@/lib/meetings/reads";
import { type ListedProblem, listProblems } from "@/lib/problems/reads";
import { averageWords, causeGroupNames, placeWords } from "@/lib/problems/rules";
import { causeGroups } from "@/lib/problems/schema";
import { say } from "@/lib/web/local-words";
import { Nothing } from "./nothing";
import { edges, placeWithin, type Slide } from "./slide";

const rowsPerPage = 5;

/** The problems in their order, page by page, and then one by one with their causes. */
export async function problemSlide(actor: Actor, meeting: FoundMeeting, asked: number): Promise<Slide> {
  const problems = await listProblems(actor, meeting.id);
  const pages = Math.ceil(problems.length / rowsPerPage);
  const count = pages + problems.length;
  const place = placeWithin(asked, count);
  const around = edges(meeting.id, "masalah", place, count);
  const problem = problems[place - pages - 1];
  if (problems.length === 0)
    return {
      ...around,
      body: (
        <Nothing title="Belum ada masalah">{say("Tulis masalahnya di Masalah, dengan desa dan angkanya.")}</Nothing>
      ),
    };
  if (problem) return { ...around, body: <OneProblem problem={problem} /> };
  const shown = problems.slice((place - 1) * rowsPerPage, place * rowsPerPage);
  return {
    ...around,
    body: (
      <>
        <h2 className="text-[1.4em] leading-tight font-bold">
          Urutan prioritas{pages > 1 && `, halaman ${place} dari ${pages}`}
        </h2>
        <ol className={`mt-[1vh] border-t-2 border-ink ${shown.length > 3 ? "" : "text-[1.25em]"}`}>
          {shown.map((each) => (
            <ProblemRow key={each.id} problem={each} isOneOfFew={shown.length <= 3} />
          ))}
        </ol>
      </>
    ),
  };
}

function ProblemRow({ problem, isOneOfFew }: { problem: ListedProblem; isOneOfFew: boolean }) {
  const { rank, shares, isDecided } = problem;
  return (
    <li className="grid grid-cols-[2ch_minmax(0,1fr)_auto] items-baseline gap-x-[1.5vw] border-b border-line py-[1vh]">
      <b className="text-[1.6em] leading-none">{rank ?? "–"}</b>
      <span className={`text-[1.1em] ${isOneOfFew ? "line-clamp-3" : "line-clamp-2"}`}>{problem.statement}</span>
      <span className="text-right whitespace-nowrap">
        <b>{averageWords(problem)}</b>
        {shares > 1 && <b className="block text-soon">{isDecided ? "nilai sama, mufakat" : "nilai sama"}</b>}
      </span>
    </li>
  );
}

const causesPerGroup = 3;

function OneProblem({ problem }: { problem: ListedProblem }) {
  return (
    <article className="flex flex-1 flex-col gap-[1.4vh]">
      <p className="flex flex-wrap justify-between gap-x-[3vw] text-muted">
        <span>
          {placeWords(problem)} · USG {averageWords(problem)} ({problem.people} penilai)
        </span>
        <span>{problem.actionItems.length > 0 ? `${problem.actionItems.length} RTL` : "belum ada RTL"}</span>
      </p>
      <h2 className="line-clamp-3 text-[1.4em] leading-tight font-bold">{problem.statement}</h2>
      {problem.villages.length > 0 && (
        <p className="line-clamp-1">
          {say("Desa")} {problem.villages.map((village) => village.name).join(", ")}
        </p>
      )}
      {problem.evidence && <p className="line-clamp-2">{problem.evidence}</p>}
      <Causes problem={problem} />
    </article>
  );
}

function Causes({ problem: { causes } }: { problem: ListedProblem }) {
  const groups = causeGroups.flatMap((group) => {
    const texts = causes.filter((cause) => cause.group === group).map((cause) => cause.text);
    return texts.length > 0 ? [{ group, texts }] : [];
  });
  return (
    <dl className="grid gap-x-[2vw] gap-y-[0.6vh] sm:grid-cols-[auto_minmax(0,1fr)]">
      {groups.map(({ group, texts }) => (
        <div key={group} className="contents">
          <dt className="font-bold">{causeGroupNames[group]}</dt>
          <dd className="line-clamp-2">
            {texts.slice(0, causesPerGroup).join("; ")}
            {texts.length > causesPerGroup && `; dan ${texts.length - causesPerGroup} lagi`}
          </dd>
        </div>
      ))}
    </dl>
  );
}
