import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Badge } from "@/components/badge";
import { EmptyState } from "@/components/empty-state";
import { ScrollBox } from "@/components/scroll-box";
import { professionNames } from "@/lib/staff/professions";
import { gainWords, meanOf, scoreWords, testKinds, testNames, testSlugs } from "@/lib/training-tests/names";
import { type FoundTest, findTestResults, type TestPerson } from "@/lib/training-tests/results";
import { canWriteTests } from "@/lib/training-tests/rules";
import { requireMeeting } from "@/lib/web/meeting";
import type { TestKind } from "@/prisma/generated/enums";
import { ScoreCell } from "./score-cell";

export const metadata: Metadata = { title: "Tes" };

export default async function TestsPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, meeting } = await requireMeeting((await params).id);
  const results = await findTestResults(actor, meeting.id, new Date());
  if (!results) notFound();
  const base = `/kegiatan/${meeting.id}/tes`;
  const canWrite = canWriteTests(actor, meeting);
  const { people } = results;
  return (
    <>
      <ul className="mb-6 grid gap-3 sm:grid-cols-2">
        {testKinds.map((kind) => (
          <TestCard key={kind} kind={kind} test={results[kind]} people={people} href={`${base}/${testSlugs[kind]}`} />
        ))}
      </ul>
      {people.length === 0 ? (
        <EmptyState title="Belum ada peserta">
          Tambahkan peserta di bagian Pelatihan; nilainya tampak di sini.
        </EmptyState>
      ) : (
        <>
          <Summary people={people} />
          <div className="mb-2 flex flex-wrap items-center justify-between gap-3">
            <h2>Nilai per peserta</h2>
            <div className="no-print flex flex-wrap gap-3">
              {canWrite && (
                <Link href={`${base}/nilai`} prefetch={false} className="button">
                  Ketik nilai
                </Link>
              )}
              <a href={`${base}/ekspor`} className="button">
                Unduh Excel
              </a>
            </div>
          </div>
          <PeopleTable people={people} />
        </>
      )}
    </>
  );
}

type CardProps = { kind: TestKind; test: FoundTest | null; people: readonly TestPerson[]; href: string };

function TestCard({ kind, test, people, href }: CardProps) {
  const done = people.filter((person) => person[kind].score !== null).length;
  return (
    <li className="card flex flex-col items-start gap-1">
      <p className="flex flex-wrap items-center gap-3">
        <Link href={href} prefetch={false} className="link text-lg font-semibold">
          {testNames[kind]}
        </Link>
        <StateBadge test={test} />
      </p>
      <p>
        {test && test.questions.length > 0 ? `${test.questions.length} soal, ` : ""}
        {done} dari {people.length} peserta bernilai
      </p>
    </li>
  );
}

function StateBadge({ test }: { test: FoundTest | null }) {
  if (!test?.publishedAt) return <Badge>Belum dibuka</Badge>;
  return test.closedAt ? <Badge>Ditutup</Badge> : <Badge tone="accent">Dibuka</Badge>;
}

/** Means, the gain, who fell, and who has no post-test: nothing of it hidden. */
function Summary({ people }: { people: readonly TestPerson[] }) {
  const both = people.filter(({ gain }) => gain !== null);
  const fallen = both.filter(({ gain }) => (gain ?? 0) < 0);
  const missing = people.filter(({ POST }) => POST.score === null);
  const names = (list: readonly TestPerson[]) => list.map(({ name }) => name).join(", ");
  return (
    <section aria-label="Ringkasan nilai" className="mb-6 flex flex-col gap-2">
      <p>
        Rata-rata pre-test <b>{scoreWords(meanOf(people.map(({ PRE }) => PRE.score)))}</b>, post-test{" "}
        <b>{scoreWords(meanOf(people.map(({ POST }) => POST.score)))}</b>. Kenaikan rata-rata{" "}
        <b>{gainWords(meanOf(both.map(({ gain }) => gain)))}</b> dari {both.length} peserta dengan kedua nilai.
      </p>
      {fallen.length > 0 && (
        <p>
          <Badge tone="late" icon="alert">{`${fallen.length} nilainya turun`}</Badge> {names(fallen)}
        </p>
      )}
      {missing.length > 0 && (
        <p>
          <Badge tone="soon">{`${missing.length} tanpa post-test`}</Badge> {names(missing)}
        </p>
      )}
    </section>
  );
}

function PeopleTable({ people }: { people: readonly TestPerson[] }) {
  return (
    <ScrollBox label="Nilai per peserta">
      <table className="w-full wrap-break-word">
        <thead>
          <tr>
            <th scope="col" className="text-left">
              Peserta
            </th>
            <th scope="col" className="pl-2 text-right text-sm">
              Pre-test
            </th>
            <th scope="col" className="pl-2 text-right text-sm">
              Post-test
            </th>
            <th scope="col" className="pl-2 text-right text-sm">
              Kenaikan
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.invitationId} className="border-t border-line align-top">
              <th scope="row" className="py-2 text-left font-normal break-words">
                <b>{person.name}</b>
                <span className="block text-sm text-muted">
                  {professionNames[person.profession]}, {person.institution}
                </span>
              </th>
              <td className="py-2 pl-2 text-right">
                <ScoreCell cell={person.PRE} />
              </td>
              <td className="py-2 pl-2 text-right">
                <ScoreCell cell={person.POST} />
              </td>
              <td className="py-2 pl-2 text-right tabular-nums">
                <Gain gain={person.gain} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** Narrow enough for a phone: the fall is beside its score, not out of sight. */
function Gain({ gain }: { gain: number | null }) {
  if (gain === null || gain >= 0) return gainWords(gain);
  return (
    <span className="text-late">
      <b>{gainWords(gain)}</b>
      <span className="block text-sm">turun</span>
    </span>
  );
}
