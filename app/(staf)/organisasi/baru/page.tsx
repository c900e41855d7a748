import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { SelectField, TextField } from "@/components/form/field";
import { PageHeader } from "@/components/page-header";
import { findOrganisation, listAreas } from "@/lib/organisations/reads";
import { canManageOrganisations, childKindOf } from "@/lib/organisations/rules";
import { type Query, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { AddressField, PuskesmasFields, ZoneField } from "../organisation-fields";
import { addKabupatenAction, addPuskesmasAction } from "./actions";

export const metadata: Metadata = { title: "Tambah instansi" };

export default async function NewOrganisationPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const parent = await findOrganisation(actor, queryText((await searchParams).induk) || actor.organisation.id);
  const kind = parent && childKindOf(parent.kind);
  if (!parent || !kind || !canManageOrganisations(actor)) notFound();
  const areas = await listAreas(parent.areaCode);
  const className = "flex max-w-2xl flex-col gap-5";
  return (
    <>
      <PageHeader
        title={kind === "PUSKESMAS" ? "Tambah puskesmas" : "Tambah kabupaten/kota"}
        crumbs={[
          { href: "/organisasi", label: "Instansi" },
          { href: `/organisasi/${parent.id}`, label: parent.name },
        ]}
      />
      {kind === "PUSKESMAS" ? (
        <ActionForm action={addPuskesmasAction.bind(null, parent.id)} submit="Tambah puskesmas" className={className}>
          <input type="hidden" name="id" value={randomUUID()} />
          <PuskesmasFields districts={areas} timeZone={parent.timeZone} />
        </ActionForm>
      ) : (
        <ActionForm action={addKabupatenAction} submit="Tambah kabupaten/kota" className={className}>
          <input type="hidden" name="id" value={randomUUID()} />
          <SelectField
            name="areaCode"
            label="Kabupaten atau kota"
            empty="Pilih kabupaten atau kota"
            options={areas.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
          />
          <TextField
            name="name"
            label="Nama instansi"
            optional
            hint="Kosongkan untuk “Dinas Kesehatan” dan nama kabupaten/kotanya"
            autoComplete="off"
          />
          <ZoneField initial={parent.timeZone} />
          <AddressField />
        </ActionForm>
      )}
    </>
  );
}
