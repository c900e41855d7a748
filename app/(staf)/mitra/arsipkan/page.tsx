import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AppLink } from "@/components/app-link";
import { ActionForm } from "@/components/form/action-form";
import { PageHeader } from "@/components/page-header";
import { chosenSeats, listChosenSeats } from "@/lib/directory/many";
import { canWriteDirectory } from "@/lib/directory/rules";
import type { Query } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { ChosenSeats } from "../chosen-seats";
import { archiveChosenAction } from "../many-actions";
import { NothingChosen } from "../nothing-chosen";

export const metadata: Metadata = { title: "Arsipkan jabatan" };

export default async function ArchiveChosenPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  if (!canWriteDirectory(actor)) notFound();
  const seats = await listChosenSeats(actor, chosenSeats.parse((await searchParams).jabatan));
  return (
    <>
      <PageHeader title="Arsipkan jabatan" crumbs={[{ href: "/mitra", label: "Mitra" }]}>
        <p className="text-muted">
          Yang diarsipkan tidak lagi ditawarkan untuk diundang, dan tautan RTL pejabatnya berakhir. Undangan dan catatan
          yang sudah ada tetap; jabatannya dapat dipulihkan dari arsip mitra.
        </p>
      </PageHeader>
      {seats.length === 0 ? (
        <NothingChosen />
      ) : (
        <ActionForm
          action={archiveChosenAction}
          submit="Arsipkan yang dicentang"
          tone="danger"
          className="flex max-w-3xl flex-col gap-6"
          aside={
            <AppLink href="/mitra" className="link">
              Batal
            </AppLink>
          }
        >
          <ChosenSeats seats={seats} legend="Yang diarsipkan" />
        </ActionForm>
      )}
    </>
  );
}
