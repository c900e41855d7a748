import type { Metadata } from "next";
import { AppLink } from "@/components/app-link";
import { EmptyState } from "@/components/empty-state";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { isId } from "@/lib/db";
import { findOfficeView } from "@/lib/organisations/office-view";
import { noteListReading } from "@/lib/privacy/readings";
import { listStaffChoices, type StaffChoice } from "@/lib/trainings/participant-reads";
import { professions } from "@/lib/trainings/participant-schema";
import { type Query, queryText } from "@/lib/web/query";
import { requireTrainingToEdit } from "@/lib/web/training";
import { addStaffAction } from "../actions";
import { StaffFilterForm } from "./staff-filter-form";
import { StaffRows } from "./staff-rows";

export const metadata: Metadata = { title: "Pilih peserta" };

type Props = { params: Promise<{ id: string }>; searchParams: Query };

export default async function ChooseParticipantsPage({ params, searchParams }: Props) {
  const { actor, meeting } = await requireTrainingToEdit((await params).id);
  const typed = await searchParams;
  const query = {
    profesi: [typed.profesi].flat().filter((one): one is string => typeof one === "string"),
    dinkes: queryText(typed.dinkes),
    puskesmas: queryText(typed.puskesmas),
    nama: queryText(typed.nama),
  };
  const view = await findOfficeView(actor, query);
  const { total, staff } = await listStaffChoices(actor, meeting.id, {
    professions: professions.filter((profession) => query.profesi.includes(profession)),
    organisationId: view.puskesmasId && isId(view.puskesmasId) ? view.puskesmasId : undefined,
    officeId: view.officeId,
    words: query.nama.slice(0, 100) || undefined,
  });
  await noteListReading(
    actor,
    "staff-list",
    staff.map(({ organisation }) => organisation?.id ?? null),
  );
  return (
    <>
      <h2 className="mb-3">Siapa yang ikut belajar?</h2>
      <StaffFilterForm query={query} view={view} />
      {staff.length === 0 ? (
        <EmptyState
          title="Tidak ada pegawai yang cocok"
          action={
            <AppLink href={`/kegiatan/${meeting.id}/pelatihan/peserta/ketik`} className="button">
              Ketik peserta
            </AppLink>
          }
        >
          Yang sudah menjadi peserta tidak tampak di sini. Longgarkan filternya, atau ketik yang tidak ada di data
          pegawai.
        </EmptyState>
      ) : (
        <Choose action={addStaffAction.bind(null, meeting.id)} staff={staff} total={total} />
      )}
    </>
  );
}

type ChooseProps = { action: Parameters<typeof ActionForm>[0]["action"]; staff: StaffChoice[]; total: number };

function Choose({ action, staff, total }: ChooseProps) {
  return (
    <ActionForm action={action} className="flex flex-col gap-3">
      <p>
        {total > staff.length
          ? `${staff.length} dari ${total} pegawai tampak. Persempit dengan filter untuk melihat yang lain.`
          : `${total} pegawai`}
      </p>
      <StaffRows staff={staff} />
      <p className="border-t lg:sticky lg:bottom-0 border-line bg-ground py-3">
        <SubmitButton>Tambahkan yang dicentang</SubmitButton>
      </p>
    </ActionForm>
  );
}
