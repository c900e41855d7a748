import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/empty-state";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxGroup, SelectField } from "@/components/form/field";
import { PageHeader } from "@/components/page-header";
import { ScrollBox } from "@/components/scroll-box";
import { listOpenTrainings, proposalRule, proposeParticipants, reasonOf } from "@/lib/competences/proposals";
import { findCompetence, listGaps } from "@/lib/competences/reads";
import { canSetCompetences, demandWords } from "@/lib/competences/rules";
import { professionNames } from "@/lib/staff/professions";
import { dayOf, formatDayShort } from "@/lib/time";
import { requireActor } from "@/lib/web/session";

import { inviteProposedAction } from "../actions";

export const metadata: Metadata = { title: "Kompetensi" };

/** Where one competence is missing, and who should go to the next training of it. */
export default async function CompetencePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const now = new Date();
  const competence = await findCompetence(actor, (await params).id);
  if (!competence) notFound();
  const { id, name, organisation, validMonths, professions } = competence;
  const [gaps, proposals, trainings] = await Promise.all([
    listGaps(actor, id, now),
    proposeParticipants(actor, id, now),
    listOpenTrainings(actor, id),
  ]);
  const mayEdit = canSetCompetences(actor) && organisation.id === actor.organisation.id;
  return (
    <>
      <PageHeader
        title={name}
        crumbs={[{ href: "/kompetensi", label: "Kompetensi" }]}
        action={
          mayEdit && (
            <Link href={`/kompetensi/${id}/ubah`} prefetch={false} className="button">
              Ubah
            </Link>
          )
        }
      >
        <p className="max-w-prose text-muted">
          Ditetapkan {organisation.name}. Wajib di setiap puskesmas bagi{" "}
          {professions
            .map((one) => `${professionNames[one.profession].toLowerCase()} (${demandWords(one.leastStaff)})`)
            .join(", ")}
          {validMonths ? `; sertifikat berlaku ${validMonths} bulan` : ""}.
        </p>
      </PageHeader>
      <h2 className="mb-2">Di mana kurang</h2>
      {gaps.length === 0 ? (
        <EmptyState title="Tidak ada yang kurang">Semua puskesmas memenuhi kompetensi ini.</EmptyState>
      ) : (
        <ScrollBox label="Puskesmas yang kurang">
          <table className="table">
            <caption className="sr-only">Puskesmas yang kurang, yang belum punya seorang pun di atas</caption>
            <thead>
              <tr>
                <th scope="col">Puskesmas</th>
                <th scope="col">Profesi</th>
                {["Pegawai", "Menguasai", "Kurang"].map((head) => (
                  <th key={head} scope="col" className="number">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {gaps.map((gap) => (
                <tr key={`${gap.officeId} ${gap.profession}`}>
                  <th scope="row">{gap.office}</th>
                  <td>
                    {professionNames[gap.profession]} ({demandWords(gap.leastStaff)})
                  </td>
                  <td className="number">{gap.staff}</td>
                  <td className="number">{gap.held}</td>
                  <td className="number font-semibold text-late">{gap.missing}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
      <h2 className="mt-8 mb-1">Usulan peserta pelatihan berikutnya</h2>
      <p className="mb-3 max-w-prose text-sm text-muted">Urutannya: {proposalRule}</p>
      {proposals.length === 0 ? (
        <EmptyState title="Tidak ada yang diusulkan">
          Yang kurang tidak punya pegawai dari profesinya, atau semuanya sudah menjadi peserta.
        </EmptyState>
      ) : (
        <ScrollBox label="Usulan peserta">
          <table className="table">
            <caption className="sr-only">Usulan peserta dengan alasannya</caption>
            <thead>
              <tr>
                {["Nama", "Profesi", "Puskesmas", "Mengapa"].map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {proposals.map((one) => (
                <tr key={one.staffId}>
                  <th scope="row">{one.name}</th>
                  <td>{professionNames[one.profession]}</td>
                  <td>{one.office}</td>
                  <td>{reasonOf(one)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
      {proposals.length > 0 && trainings.length > 0 && (
        <ActionForm
          key={proposals.length}
          action={inviteProposedAction.bind(null, id)}
          submit="Jadikan peserta"
          className="no-print mt-6 flex max-w-2xl flex-col gap-5"
        >
          <SelectField
            name="meetingId"
            label="Pelatihan kantor ini untuk kompetensi ini"
            empty="Pilih pelatihan"
            initial={trainings.length === 1 ? trainings[0]?.id : ""}
            options={trainings.map(({ id: value, title, startsAt, timeZone }) => ({
              value,
              label: `${formatDayShort(dayOf(startsAt, timeZone))}, ${title}`,
            }))}
          />
          <CheckboxGroup
            name="staffIds[]"
            legend="Yang dijadikan peserta"
            options={proposals.map((one) => ({ value: one.staffId, label: `${one.name}, ${one.office}` }))}
          />
        </ActionForm>
      )}
    </>
  );
}
