import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/field";
import { SubmitButton } from "@/components/form/submit-button";
import { PageHeader } from "@/components/page-header";
import { canManageOrganisations } from "@/lib/organisations/rules";
import { requireActor } from "@/lib/web/session";
import { LinkGiven } from "../../pengguna/link-given";
import { addProvinceAboveAction } from "./actions";

export const metadata: Metadata = { title: "Tambah Dinas Kesehatan Provinsi" };

/** For a kabupaten that began alone. */
export default async function ProvinceAbovePage() {
  const actor = await requireActor();
  if (!canManageOrganisations(actor) || actor.organisation.kind !== "DISTRICT_DINKES") notFound();
  return (
    <>
      <PageHeader
        title="Tambah Dinas Kesehatan Provinsi"
        crumbs={[{ href: `/organisasi/${actor.organisation.id}`, label: actor.organisation.name }]}
      >
        <p className="max-w-2xl text-muted">
          Provinsi melihat kegiatan dan RTL kabupaten ini dan menambahkan kabupaten lain. Data kabupaten Anda tetap di
          tempatnya.
        </p>
      </PageHeader>
      <ActionForm action={addProvinceAboveAction} className="flex max-w-2xl flex-col gap-5">
        <LinkGiven>
          <input type="hidden" name="id" value={randomUUID()} />
          <input type="hidden" name="userId" value={randomUUID()} />
          <TextField
            name="organisationName"
            label="Nama instansi"
            optional
            hint="Kosongkan untuk “Dinas Kesehatan Provinsi” dan nama provinsinya"
            autoComplete="off"
          />
          <TextField name="name" label="Nama admin provinsi" hint="Lengkap dengan gelar" autoComplete="off" />
          <TextField
            name="email"
            label="Alamat email admin"
            hint="Dipakai untuk masuk"
            type="email"
            autoComplete="off"
          />
          <SubmitButton>Tambah provinsi</SubmitButton>
        </LinkGiven>
      </ActionForm>
    </>
  );
}
