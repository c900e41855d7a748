import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/hidden-field";
import { PageHeader } from "@/components/page-header";
import { findSeat, listOwnVillages } from "@/lib/directory/reads";
import { canKeepOfficeHead } from "@/lib/directory/rules";
import { requireActor } from "@/lib/web/session";
import { directoryCrumb } from "../../directory-crumb";
import { SeatFields } from "../../seat-fields";
import { editSeatAction } from "../actions";

export const metadata: Metadata = { title: "Ubah jabatan" };

export default async function EditSeatPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const [seat, villages] = await Promise.all([findSeat(actor, (await params).id), listOwnVillages(actor)]);
  if (!seat || seat.archivedAt || !canKeepOfficeHead(actor)) notFound();
  const { village } = seat;
  // A desa that has left the working area stays this seat's until somebody chooses another.
  const offered =
    village && !villages.some((own) => own.code === village.code)
      ? [...villages, { ...village, district: "di luar wilayah kerja" }]
      : villages;
  return (
    <>
      <PageHeader
        title="Ubah jabatan"
        crumbs={[directoryCrumb(actor), { href: `/mitra/${seat.id}`, label: seat.title }]}
      >
        <p className="text-muted">Undangan yang sudah dibuat tetap menyebut jabatan seperti sebelumnya.</p>
      </PageHeader>
      <ActionForm
        action={editSeatAction.bind(null, seat.id)}
        submit="Simpan jabatan"
        className="flex max-w-2xl flex-col gap-5"
        aside={
          <Link href={`/mitra/${seat.id}`} prefetch={false} className="link">
            Batal
          </Link>
        }
      >
        <HiddenField name="version" initial={seat.version} />
        <SeatFields villages={offered} seat={seat} />
      </ActionForm>
    </>
  );
}
