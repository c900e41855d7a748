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

export const metadata: Metadata = { title: "Tambah instansi di atasnya" };

/** For a kabupaten that began alone, and for a province below the ministry. */
export default async function ProvinceAbovePage() {
  const actor = await requireActor();
  if (!canManageOrganisations(actor)) notFound();
  const { kind } = actor.organisation;
  if (kind !== "DISTRICT_DINKES" && kind !== "PROVINCIAL_DINKES") notFound();
  const above = kind === "DISTRICT_DINKES" ? "Dinas Kesehatan Provinsi" : "Kementerian Kesehatan";
  return (
    <>
      <PageHeader
        title={`Tambah ${above}`}
        crumbs={[{ href: `/organisasi/${actor.organisation.id}`, label: actor.organisation.name }]}
      >
        <p className="max-w-2xl text-muted">
          {kind === "DISTRICT_DINKES"
            ? "Provinsi melihat kegiatan dan RTL kabupaten ini dan menambahkan kabupaten lain. Data kabupaten Anda tetap di tempatnya."
            : "Kementerian melihat kegiatan dan RTL provinsi ini dan menambahkan provinsi lain. Data provinsi Anda tetap di tempatnya."}
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
            hint={
              kind === "DISTRICT_DINKES"
                ? "Kosongkan untuk “Dinas Kesehatan Provinsi” dan nama provinsinya"
                : "Kosongkan untuk “Kementerian Kesehatan”"
            }
            autoComplete="off"
          />
          <TextField
            name="name"
            label={kind === "DISTRICT_DINKES" ? "Nama admin provinsi" : "Nama admin"}
            hint="Lengkap dengan gelar"
            autoComplete="off"
          />
          <TextField
            name="email"
            label="Alamat email admin"
            hint="Dipakai untuk masuk"
            type="email"
            autoComplete="off"
          />
          <SubmitButton>{kind === "DISTRICT_DINKES" ? "Tambah provinsi" : "Tambah kementerian"}</SubmitButton>
        </LinkGiven>
      </ActionForm>
    </>
  );
}
