import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import Link from "next/link";
import { EmptyState } from "@/components/empty-state";
import { ActionForm } from "@/components/form/action-form";
import { ScrollBox } from "@/components/scroll-box";
import { YearLinks } from "@/components/year-links";
import { canSetCompetences } from "@/lib/competences/rules";
import { dayOf, monthNames } from "@/lib/time";
import { listPlanned, type Planned } from "@/lib/training-plan/reads";
import { canPlanTrainings } from "@/lib/training-plan/rules";
import { listCompetenceChoices } from "@/lib/trainings/competences";
import { type Query, queryYear } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { CompetenceFrame } from "../competence-frame";
import { addPlannedAction } from "./actions";
import { PlannedBadge } from "./planned-badge";
import { PlannedFields } from "./planned-fields";

export const metadata: Metadata = { title: "Rencana pelatihan" };

/** An office's trainings of a year: what was planned and what was done. */
export default async function TrainingPlanPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const now = new Date();
  const year = queryYear((await searchParams).tahun) ?? Number(dayOf(now, actor.organisation.timeZone).slice(0, 4));
  const [planned, competences] = await Promise.all([listPlanned(actor, year, now), listCompetenceChoices(actor)]);
  return (
    <CompetenceFrame here="/kompetensi/rencana" canSet={canSetCompetences(actor)}>
      <h2 className="mb-2">Rencana pelatihan {year}</h2>
      <YearLinks path="/kompetensi/rencana" year={year} />
      {planned.length === 0 ? (
        <EmptyState title={`Belum ada rencana untuk ${year}`}>
          Tulis pelatihan yang akan diadakan kantor ini; sesudah kegiatannya dibuat, hubungkan keduanya.
        </EmptyState>
      ) : (
        <>
          <p className="mb-3">{summaryOf(planned)}</p>
          <PlannedTable planned={planned} mayEdit={canPlanTrainings(actor)} />
        </>
      )}
      {canPlanTrainings(actor) && (
        <section className="no-print mt-8 max-w-2xl">
          <h2 className="mb-3">Tambah ke rencana</h2>
          <ActionForm key={planned.length} action={addPlannedAction} submit="Tambahkan">
            <input type="hidden" name="id" value={randomUUID()} />
            <input type="hidden" name="year" value={year} />
            <PlannedFields competences={competences} />
          </ActionForm>
        </section>
      )}
    </CompetenceFrame>
  );
}

function summaryOf(planned: readonly Planned[]): string {
  const done = planned.filter(({ state }) => state === "done");
  const sum = (some: readonly Planned[], of: (one: Planned) => number) =>
    some.reduce((total, one) => total + of(one), 0).toLocaleString("id-ID");
  return `${done.length} dari ${planned.length} pelatihan terlaksana; ${sum(done, ({ learnt }) => learnt)} peserta dari ${sum(planned, ({ participants }) => participants)} yang direncanakan, ${sum(done, ({ certified }) => certified)} bersertifikat.`;
}

function PlannedTable({ planned, mayEdit }: { planned: readonly Planned[]; mayEdit: boolean }) {
  return (
    <ScrollBox label="Rencana dan pelaksanaan">
      <table className="table">
        <caption className="sr-only">Pelatihan yang direncanakan dan yang terlaksana</caption>
        <thead>
          <tr>
            <th scope="col">Bulan</th>
            <th scope="col">Pelatihan</th>
            <th scope="col" className="number">
              Peserta rencana
            </th>
            <th scope="col" className="number">
              Peserta
            </th>
            <th scope="col" className="number">
              Bersertifikat
            </th>
            <th scope="col">Status</th>
          </tr>
        </thead>
        <tbody>
          {planned.map((one) => (
            <tr key={one.id}>
              <td>{one.month ? monthNames[one.month - 1] : "–"}</td>
              <th scope="row">
                {mayEdit ? (
                  <Link href={`/kompetensi/rencana/${one.id}`} prefetch={false} className="link">
                    {one.title}
                  </Link>
                ) : (
                  one.title
                )}
                {one.competence && <span className="block text-sm font-normal text-muted">{one.competence.name}</span>}
              </th>
              <td className="number">{one.participants}</td>
              <td className="number">{one.meeting ? one.learnt : "–"}</td>
              <td className="number">{one.meeting ? one.certified : "–"}</td>
              <td>
                <PlannedBadge state={one.state} />
                {one.cancelledReason && <span className="block text-sm text-muted">{one.cancelledReason}</span>}
                {one.meeting && (
                  <Link href={`/kegiatan/${one.meeting.id}`} prefetch={false} className="link block text-sm">
                    {one.meeting.title}
                  </Link>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
