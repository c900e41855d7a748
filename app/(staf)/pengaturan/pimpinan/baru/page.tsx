import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/field";
import { PersonStep } from "@/components/form/person-step";
import { PageHeader } from "@/components/page-header";
import { isPuskesmas } from "@/lib/actor";
import { canKeepOfficeHead } from "@/lib/directory/rules";
import { requireActor } from "@/lib/web/session";
import { HolderFields } from "../../../mitra/holder-fields";
import { addHeadSeatAction } from "../actions";

export const metadata: Metadata = { title: "Catat kepala instansi" };

export default async function NewHeadSeatPage() {
  const actor = await requireActor();
  if (!canKeepOfficeHead(actor)) notFound();
  const isOfPuskesmas = isPuskesmas(actor);
  return (
    <>
      <PageHeader
        title="Catat kepala instansi"
        crumbs={[
          { href: "/pengaturan", label: "Pengaturan" },
          { href: "/pengaturan/pimpinan", label: "Kepala instansi" },
        ]}
      />
      <ActionForm
        action={addHeadSeatAction}
        submit="Simpan kepala instansi"
        className="flex max-w-2xl flex-col gap-5"
        aside={
          <Link href="/pengaturan/pimpinan" prefetch={false} className="link">
            Batal
          </Link>
        }
      >
        <input type="hidden" name="id" value={randomUUID()} />
        <input type="hidden" name="holderId" value={randomUUID()} />
        <input type="hidden" name="sector" value={isOfPuskesmas ? "HEALTH" : "DINKES"} />
        <TextField
          name="title"
          label="Jabatan"
          hint="Seperti di atas tanda tangan surat"
          initial={isOfPuskesmas ? "Kepala Puskesmas" : "Kepala Dinas Kesehatan"}
        />
        <TextField name="institution" label="Instansi" initial={actor.organisation.name} />
        <HolderFields mayBeVacant />
        <PersonStep />
      </ActionForm>
    </>
  );
}
