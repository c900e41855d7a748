import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { AskFirst } from "@/components/form/ask-first";
import { SelectField, TextArea } from "@/components/form/field";
import { PageHeader } from "@/components/page-header";
import { dayOf, formatDayShort } from "@/lib/time";
import { findPlanned, listUnplannedTrainings } from "@/lib/training-plan/reads";
import { canPlanTrainings } from "@/lib/training-plan/rules";
import { listCompetenceChoices } from "@/lib/trainings/competences";
import { requireActor } from "@/lib/web/session";
import { editPlannedAction, removePlannedAction } from "../actions";
import { PlannedFields } from "../planned-fields";

export const metadata: Metadata = { title: "Rencana pelatihan" };

export default async function PlannedTrainingPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const planned = await findPlanned(actor, (await params).id, new Date());
  if (!planned || !canPlanTrainings(actor) || planned.organisationId !== actor.organisation.id) notFound();
  const { id, year, version, title, meetingId, cancelledReason } = planned;
  const [competences, trainings] = await Promise.all([
    listCompetenceChoices(actor),
    listUnplannedTrainings(actor, year, id),
  ]);
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[
          { href: "/kompetensi", label: "Kompetensi" },
          { href: `/kompetensi/rencana?tahun=${year}`, label: `Rencana pelatihan ${year}` },
        ]}
      />
      <ActionForm
        action={editPlannedAction.bind(null, id, year)}
        submit="Simpan perubahan"
        className="flex max-w-2xl flex-col gap-5"
      >
        <input type="hidden" name="version" value={version} />
        <PlannedFields competences={withKept(competences, planned.competence)} planned={planned} />
        <SelectField
          name="meetingId"
          label="Kegiatan yang melaksanakannya"
          optional
          empty="Belum ada"
          hint="Kalakarya kantor ini di tahun yang sama; terlaksana sesudah kegiatannya selesai."
          initial={meetingId ?? ""}
          options={trainings.map(({ meeting }) => ({
            value: meeting.id,
            label: `${formatDayShort(dayOf(meeting.startsAt, meeting.timeZone))}, ${meeting.title}`,
          }))}
        />
        <TextArea name="cancelledReason" label="Bila batal: alasannya" optional initial={cancelledReason ?? ""} />
      </ActionForm>
      {!meetingId && (
        <div className="mt-8">
          <AskFirst action={removePlannedAction.bind(null, id, year)} words="Hapus dari rencana">
            Barisnya hilang dari rencana {year}. Bila pelatihannya batal, isi alasannya di atas agar tetap tercatat.
          </AskFirst>
        </div>
      )}
    </>
  );
}

type Choice = { id: string; name: string };

/** An archived competence stays chosen where it was. */
function withKept(choices: readonly Choice[], kept: Choice | null): readonly Choice[] {
  return kept && !choices.some(({ id }) => id === kept.id) ? [kept, ...choices] : choices;
}
