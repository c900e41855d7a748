import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/empty-state";
import { ActionForm } from "@/components/form/action-form";
import { ChoiceStep } from "@/components/form/choice-step";
import { TextField } from "@/components/form/field";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import type { Actor } from "@/lib/actor";
import { canWriteMeeting } from "@/lib/meetings/rules";
import { type ListedProblem, listProblems } from "@/lib/problems/reads";
import { canChangeScores, canWriteProblems, scorersOf } from "@/lib/problems/rules";
import { newScorer, otherScorer, ownScores } from "@/lib/problems/schema";
import { say } from "@/lib/web/local-words";
import { requireMeeting } from "@/lib/web/meeting";
import { type Query, queryText } from "@/lib/web/query";
import { removeScorerAction, saveScoresAction } from "../actions";
import { ScoreRows } from "./score-rows";

export const metadata: Metadata = { title: "Nilai USG" };

type Props = { params: Promise<{ id: string }>; searchParams: Query };

/** One person's scores for all problems: one's own, or those of somebody in the room. */
export default async function ScoresPage({ params, searchParams }: Props) {
  const { actor, meeting } = await requireMeeting((await params).id);
  if (!canWriteMeeting(actor, meeting)) notFound();
  const problems = await listProblems(actor, meeting.id);
  const back = (
    <Link href={`/kegiatan/${meeting.id}/masalah`} prefetch={false} className="button">
      Ke masalah
    </Link>
  );
  if (!canWriteProblems(actor, meeting))
    return (
      <EmptyState title="Nilai masalah kegiatan ini terkunci" action={back}>
        Notulennya sudah disahkan, atau kegiatannya dibatalkan.
      </EmptyState>
    );
  if (problems.length === 0)
    return (
      <EmptyState title="Belum ada masalah yang dinilai" action={back}>
        Tambahkan masalahnya dulu.
      </EmptyState>
    );
  const { orang, tersimpan } = await searchParams;
  const person = personOf(actor, problems, queryText(orang)) ?? notFound();
  return (
    <>
      <h2 className="mb-1">{person.title}</h2>
      <p className="mb-4 max-w-3xl text-muted">
        Beri angka 1 (rendah) sampai 5 (tinggi). <b>U</b>, urgensi: seberapa mendesak. <b>S</b>, keseriusan: seberapa
        besar akibatnya. <b>G</b>, perkembangan: seberapa cepat memburuk bila dibiarkan.
      </p>
      {queryText(tersimpan) !== "" && (
        <p role="status" className="mb-5 rounded border-l-4 border-done bg-done-soft px-4 py-3">
          Nilai tersimpan. Catat nilai orang berikutnya.
        </p>
      )}
      <ActionForm
        key={scorersOf(problems).length}
        action={saveScoresAction.bind(null, meeting.id)}
        className="flex max-w-3xl flex-col gap-5"
      >
        <HiddenField name="person" initial={person.value} />
        <HiddenField name="id" initial={randomUUID()} />
        {person.value === newScorer && (
          <TextField
            name="name"
            label="Nama penilai"
            hint={say("Orang yang ada di ruangan, misalnya: Kepala Desa Kedaung")}
            autoComplete="off"
          />
        )}
        <ChoiceStep
          name="same"
          legend="Penilai yang sama?"
          other={{ value: otherScorer, label: "Bukan, orang lain dengan nama yang sama" }}
        />
        <ScoreRows
          rows={problems
            .toSorted((one, other) => one.number - other.number)
            .map(({ id, number, statement, evidence, scores }) => ({
              problemId: id,
              number,
              statement,
              evidence,
              grades: scores.find(({ scorer }) => scorer.id === person.id) ?? null,
            }))}
        />
        <div className="flex flex-wrap items-center gap-3">
          <SubmitButton>Simpan nilai</SubmitButton>
          {person.value === newScorer && (
            <SubmitButton tone="plain" name="then" value="another">
              Simpan, lalu orang berikutnya
            </SubmitButton>
          )}
          <Link href={`/kegiatan/${meeting.id}/masalah`} prefetch={false} className="link">
            Kembali
          </Link>
        </div>
      </ActionForm>
      {person.value === ownScores && (
        <p className="mt-6">
          <Link
            href={`/kegiatan/${meeting.id}/masalah/nilai?orang=${newScorer}`}
            prefetch={false}
            className="link inline-flex min-h-11 items-center"
          >
            Catat nilai orang lain di ruangan ini
          </Link>
        </p>
      )}
      {person.hasScores && (
        <details className="mt-10 border-t border-line pt-4">
          <summary className="link inline-flex min-h-11 items-center">Hapus nilai ini</summary>
          <ActionForm
            action={removeScorerAction.bind(null, meeting.id, person.id)}
            submit={`Hapus semua nilai ${person.name}`}
            tone="danger"
            className="mt-2 flex flex-col gap-3"
          >
            <p>Semua nilai {person.name} hilang, dan urutan prioritas dihitung lagi tanpa nilai itu.</p>
          </ActionForm>
        </details>
      )}
    </>
  );
}

/** Whose scores the address asks for; null where that person gave none, or gives them alone. */
function personOf(actor: Actor, problems: readonly ListedProblem[], asked: string) {
  const known = scorersOf(problems);
  const own = known.find(({ userId }) => userId === actor.userId);
  if (asked === newScorer)
    return { value: newScorer, id: "", name: "", title: "Catat nilai USG orang lain", hasScores: false };
  if (asked === "" || asked === own?.id)
    return {
      value: ownScores,
      id: own?.id ?? "",
      name: actor.name,
      title: `Nilai USG Anda, ${actor.name}`,
      hasScores: own !== undefined,
    };
  const scorer = known.find(({ id }) => id === asked);
  if (!scorer || !canChangeScores(actor, scorer)) return null;
  const { id, name } = scorer;
  return { value: id, id, name, title: `Ubah nilai USG ${name}`, hasScores: true };
}
