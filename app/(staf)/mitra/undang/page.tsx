import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AppLink } from "@/components/app-link";
import { EmptyState } from "@/components/empty-state";
import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/field";
import { PageHeader } from "@/components/page-header";
import { chosenSeats, listChosenSeats } from "@/lib/directory/many";
import { canWriteDirectory } from "@/lib/directory/rules";
import { listInvitingMeetings } from "@/lib/invitations/reads";
import { statusNames } from "@/lib/meetings/rules";
import { dayOf, formatDay } from "@/lib/time";
import type { Query } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { ChosenSeats } from "../chosen-seats";
import { inviteChosenAction } from "../many-actions";
import { NothingChosen } from "../nothing-chosen";

export const metadata: Metadata = { title: "Undang ke kegiatan" };

export default async function InviteChosenPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  if (!canWriteDirectory(actor)) notFound();
  const [seats, meetings] = await Promise.all([
    listChosenSeats(actor, chosenSeats.parse((await searchParams).jabatan)),
    listInvitingMeetings(actor),
  ]);
  return (
    <>
      <PageHeader title="Undang ke kegiatan" crumbs={[{ href: "/mitra", label: "Mitra" }]}>
        <p className="text-muted">
          Pejabatnya ikut tercatat menurut hari kegiatan. Undangannya dikirim sesudah itu, dari kegiatannya.
        </p>
      </PageHeader>
      {seats.length === 0 ? (
        <NothingChosen />
      ) : meetings.length === 0 ? (
        <EmptyState
          title="Belum ada kegiatan yang menerima undangan"
          action={
            <AppLink href="/kegiatan/baru" className="button button-main">
              Jadwalkan kegiatan
            </AppLink>
          }
        />
      ) : (
        <ActionForm
          action={inviteChosenAction}
          submit="Undang yang dicentang"
          className="flex max-w-3xl flex-col gap-6"
          aside={
            <AppLink href="/mitra" className="link">
              Batal
            </AppLink>
          }
        >
          <SelectField
            name="meetingId"
            label="Kegiatan"
            empty="Pilih kegiatan"
            initial={meetings.length === 1 ? meetings[0]?.id : null}
            options={meetings.map(({ id, title, startsAt, timeZone, status }) => ({
              value: id,
              label: `${formatDay(dayOf(startsAt, timeZone))}: ${title} (${statusNames[status].toLowerCase()})`,
            }))}
          />
          <ChosenSeats seats={seats} legend="Yang diundang" />
        </ActionForm>
      )}
    </>
  );
}
