import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/field";
import { PersonStep } from "@/components/form/person-step";
import { PageHeader } from "@/components/page-header";
import { findSeat } from "@/lib/directory/reads";
import { canKeepOfficeHead } from "@/lib/directory/rules";
import { requireActor } from "@/lib/web/session";
import { directoryCrumb } from "../../directory-crumb";
import { HolderFields } from "../../holder-fields";
import { addFormerHolderAction } from "../actions";

export const metadata: Metadata = { title: "Pejabat terdahulu" };

export default async function FormerHolderPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const seat = await findSeat(actor, (await params).id);
  if (!seat || seat.archivedAt || !canKeepOfficeHead(actor)) notFound();
  return (
    <>
      <PageHeader
        title="Tambah pejabat terdahulu"
        crumbs={[directoryCrumb(actor), { href: `/mitra/${seat.id}`, label: seat.title }]}
      >
        <p className="text-muted">
          {seat.title}, {seat.institution}. Kegiatan pada masa jabatannya mengundang dan mencantumkan dia, bukan pejabat
          sekarang.
        </p>
      </PageHeader>
      <ActionForm
        action={addFormerHolderAction.bind(null, seat.id)}
        submit="Simpan pejabat terdahulu"
        className="flex max-w-2xl flex-col gap-5"
        aside={
          <Link href={`/mitra/${seat.id}`} prefetch={false} className="link">
            Batal
          </Link>
        }
      >
        <input type="hidden" name="holderId" value={randomUUID()} />
        <HolderFields />
        <TextField name="until" label="Hari terakhir menjabat" type="date" className="sm:max-w-xs" />
        <PersonStep />
      </ActionForm>
    </>
  );
}
