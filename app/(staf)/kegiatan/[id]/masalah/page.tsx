import type { Metadata } from "next";
import Link from "next/link";
import { Fragment } from "react";
import { EmptyState } from "@/components/empty-state";
import { FieldWord } from "@/components/field-word";
import { Icon } from "@/components/icon";
import { canWriteMeeting } from "@/lib/meetings/rules";
import { canWriteItems } from "@/lib/plan/rules";
import { listProblems } from "@/lib/problems/reads";
import { canWriteProblems, scorersOf, tiesOf } from "@/lib/problems/rules";
import { say } from "@/lib/web/local-words";
import { requireMeeting } from "@/lib/web/meeting";
import { ProblemCard } from "./problem-card";
import { ScoreTable } from "./score-table";
import { TieBox } from "./tie-box";

export const metadata: Metadata = { title: "Masalah" };

export default async function ProblemsPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, meeting } = await requireMeeting((await params).id);
  const problems = await listProblems(actor, meeting.id);
  const canWrite = canWriteProblems(actor, meeting);
  const canAnswer = canWriteItems(actor, meeting);
  const base = `/kegiatan/${meeting.id}/masalah`;
  const add = canWrite && (
    <Link href={`${base}/tambah`} prefetch={false} className="button button-main no-print">
      <Icon name="plus" />
      Tambah masalah
    </Link>
  );
  if (problems.length === 0)
    return (
      <EmptyState title="Belum ada masalah" action={add}>
        {canWrite ? (
          <>
            {say("Tulis masalah yang akan dibahas, dengan desa dan angkanya.")} Boleh disiapkan sebelum rapat; dari{" "}
            <Link href="/capaian" prefetch={false} className="link">
              Capaian
            </Link>
            , yang tertinggal dapat diusulkan langsung.
          </>
        ) : (
          "Masalah yang dibahas tampak di sini begitu puskesmas menuliskannya."
        )}
      </EmptyState>
    );
  const ties = tiesOf(problems);
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <h2>
          Urutan prioritas{" "}
          <span className="font-normal text-muted">
            {problems.length} masalah, {scorersOf(problems).length} penilai
          </span>
        </h2>
        <FieldWord word="USG" />
        <div className="flex flex-wrap gap-3">
          <Link href={`/surat/masalah-usg/${meeting.id}`} prefetch={false} className="button no-print">
            Lembar masalah
          </Link>
          {canWrite && (
            <Link href={`${base}/nilai`} prefetch={false} className="button no-print">
              Beri nilai USG
            </Link>
          )}
          {add}
        </div>
      </div>
      <ol className="flex flex-col gap-3">
        {problems.map((problem) => {
          const tie = ties.find((group) => group.at(-1)?.id === problem.id);
          return (
            <Fragment key={problem.id}>
              <ProblemCard problem={problem} canAnswer={canAnswer} />
              {tie && canWrite && <TieBox meetingId={meeting.id} tie={tie} />}
            </Fragment>
          );
        })}
      </ol>
      {!canAnswer && canWriteMeeting(actor, meeting) && (
        <p className="no-print mt-3 text-sm text-muted">RTL ditulis selama kegiatan berlangsung.</p>
      )}
      <section id="nilai" className="mt-10">
        <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
          <h2>Nilai USG per orang</h2>
          {canWrite && (
            <Link href={`${base}/nilai?orang=baru`} prefetch={false} className="button no-print">
              Catat nilai orang lain
            </Link>
          )}
        </div>
        <ScoreTable meetingId={meeting.id} problems={problems} actor={actor} canWrite={canWrite} />
      </section>
    </>
  );
}
