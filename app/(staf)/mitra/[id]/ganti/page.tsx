import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { PersonStep } from "@/components/form/person-step";
import { PageHeader } from "@/components/page-header";
import { findSeat } from "@/lib/directory/reads";
import { canKeepOfficeHead } from "@/lib/directory/rules";
import { requireActor } from "@/lib/web/session";
import { directoryCrumb } from "../../directory-crumb";
import { HolderFields } from "../../holder-fields";
import { changeHolderAction } from "../actions";

export const metadata: Metadata = { title: "Ganti pejabat" };

export default async function ChangeHolderPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const seat = await findSeat(actor, (await params).id);
  if (!seat || seat.archivedAt || !canKeepOfficeHead(actor)) notFound();
  return (
    <>
      <PageHeader
        title={seat.holder ? "Ganti pejabat" : "Isi pejabat"}
        crumbs={[directoryCrumb(actor), { href: `/mitra/${seat.id}`, label: seat.title }]}
      >
        <p className="text-muted">
          {seat.title}, {seat.institution}.{" "}
          {seat.holder &&
            `Masa jabatan ${seat.holder.name} berakhir saat pejabat baru mulai; undangan yang sudah dibuat tetap atas nama lama.`}
        </p>
      </PageHeader>
      <ActionForm
        action={changeHolderAction.bind(null, seat.id)}
        submit="Simpan pejabat baru"
        className="flex max-w-2xl flex-col gap-5"
        aside={
          <Link href={`/mitra/${seat.id}`} prefetch={false} className="link">
            Batal
          </Link>
        }
      >
        <input type="hidden" name="holderId" value={randomUUID()} />
        <input type="hidden" name="previousId" value={seat.holder?.id ?? ""} />
        <HolderFields />
        <PersonStep />
      </ActionForm>
    </>
  );
}
