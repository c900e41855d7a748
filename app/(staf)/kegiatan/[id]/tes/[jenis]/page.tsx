import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { listBank } from "@/lib/question-bank/reads";
import { formatMoment } from "@/lib/time";
import { testNames, testOfSlug } from "@/lib/training-tests/names";
import { type FoundTest, findTestResults } from "@/lib/training-tests/results";
import { canWriteTests } from "@/lib/training-tests/rules";
import { requireMeeting } from "@/lib/web/meeting";
import { closeTestAction, publishTestAction } from "../actions";
import { ChooseQuestions } from "./choose-questions";
import { PeopleOfTest } from "./people-of-test";
import { QuestionFigures } from "./question-figures";

type Props = { params: Promise<{ id: string; jenis: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const kind = testOfSlug((await params).jenis);
  return { title: kind ? testNames[kind] : "Tes" };
}

export default async function TestPage({ params }: Props) {
  const { id, jenis } = await params;
  const kind = testOfSlug(jenis) ?? notFound();
  const { actor, meeting } = await requireMeeting(id);
  const results = (await findTestResults(actor, meeting.id, new Date())) ?? notFound();
  const canWrite = canWriteTests(actor, meeting);
  const test = results[kind];
  const other = results[kind === "PRE" ? "POST" : "PRE"];
  return (
    <>
      <p className="no-print mb-3">
        <Link href={`/kegiatan/${id}/tes`} prefetch={false} className="link inline-flex min-h-11 items-center">
          Semua nilai tes
        </Link>
      </p>
      <h2 className="mb-1">{testNames[kind]}</h2>
      <p className="mb-4 text-muted">{stateWords(test, meeting.timeZone)}</p>
      {canWrite && test && test.questions.length > 0 && <Steps meetingId={id} kind={kind} test={test} />}
      {test?.publishedAt ? (
        <>
          <PeopleOfTest meetingId={id} kind={kind} test={test} people={results.people} canWrite={canWrite} />
          <QuestionFigures test={test} />
        </>
      ) : canWrite ? (
        <ChooseQuestions
          meetingId={id}
          kind={kind}
          version={test?.version ?? 0}
          minutes={test?.minutes ?? null}
          bank={await listBank(actor)}
          chosen={bankIds(test)}
          ofOther={bankIds(other)}
        />
      ) : (
        <p>{test?.questions.length ?? 0} soal sudah disiapkan.</p>
      )}
    </>
  );
}

const bankIds = (test: FoundTest | null) => test?.questions.flatMap(({ bankQuestionId }) => bankQuestionId ?? []) ?? [];

function stateWords(test: FoundTest | null, timeZone: string): string {
  if (!test?.publishedAt) return "Belum dibuka: peserta belum melihat soalnya.";
  const time = test.minutes ? `${test.minutes} menit per peserta` : "tanpa batas waktu per peserta";
  const closed = test.closedAt ? `, ditutup ${formatMoment(test.closedAt, timeZone)}` : "";
  return `Dibuka ${formatMoment(test.publishedAt, timeZone)}${closed}; ${test.questions.length} soal, ${time}. Soalnya salinan: perubahan di bank soal tidak mengubah tes ini.`;
}

type StepProps = { meetingId: string; kind: "PRE" | "POST"; test: FoundTest };

function Steps({ meetingId, kind, test: { publishedAt, closedAt, questions } }: StepProps) {
  if (!publishedAt)
    return (
      <div className="no-print mb-6 rounded border-l-4 border-accent bg-accent-soft px-4 py-3">
        <p className="mb-2">
          {questions.length} soal siap. Sesudah dibuka, peserta mengerjakannya di tautan undangannya, dan soalnya tidak
          dapat diganti.
        </p>
        <ActionForm
          action={publishTestAction.bind(null, meetingId, kind)}
          submit={`Buka ${testNames[kind].toLowerCase()} untuk peserta`}
        />
      </div>
    );
  return (
    <div className="no-print mb-6">
      <ActionForm
        action={closeTestAction.bind(null, meetingId, kind, closedAt === null)}
        submit={closedAt ? "Buka lagi untuk semua" : `Tutup ${testNames[kind].toLowerCase()}`}
        tone="plain"
      />
    </div>
  );
}
