import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { PageHeader } from "@/components/page-header";
import { findSeat } from "@/lib/directory/reads";
import { canKeepOfficeHead } from "@/lib/directory/rules";
import { dayOf } from "@/lib/time";
import { requireActor } from "@/lib/web/session";
import { directoryCrumb } from "../../directory-crumb";
import { HolderFields } from "../../holder-fields";
import { correctHolderAction } from "../actions";

export const metadata: Metadata = { title: "Perbaiki data pejabat" };

export default async function CorrectHolderPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const seat = await findSeat(actor, (await params).id);
  if (!seat?.holder || seat.archivedAt || !canKeepOfficeHead(actor)) notFound();
  return (
    <>
      <PageHeader
        title="Perbaiki data pejabat"
        crumbs={[directoryCrumb(actor), { href: `/mitra/${seat.id}`, label: seat.title }]}
      >
        <p className="text-muted">
          Untuk salah tulis atau nomor baru orang yang sama. Bila orangnya berganti, pakai{" "}
          <Link href={`/mitra/${seat.id}/ganti`} prefetch={false} className="link">
            Ganti pejabat
          </Link>
          .
        </p>
      </PageHeader>
      <ActionForm
        action={correctHolderAction.bind(null, seat.id, seat.holder.id)}
        submit="Simpan perbaikan"
        className="flex max-w-2xl flex-col gap-5"
        aside={
          <Link href={`/mitra/${seat.id}`} prefetch={false} className="link">
            Batal
          </Link>
        }
      >
        <HolderFields
          holder={seat.holder}
          since={seat.holder.since && dayOf(seat.holder.since, actor.organisation.timeZone)}
        />
      </ActionForm>
    </>
  );
}
