import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { SelectField, TextField } from "@/components/form/field";
import { PageHeader } from "@/components/page-header";
import { findOrganisation, listAreas } from "@/lib/organisations/reads";
import { belowName, canManageOrganisations, childKindOf, childName } from "@/lib/organisations/rules";
import { zoneOf } from "@/lib/organisations/zones";
import { type Query, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { AddressField, PuskesmasFields, ZoneField } from "../organisation-fields";
import { addKabupatenAction, addPuskesmasAction } from "./actions";

export const metadata: Metadata = { title: "Tambah instansi" };

export default async function NewOrganisationPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const query = await searchParams;
  const parent = await findOrganisation(actor, queryText(query.induk) || actor.organisation.id);
  const kind = parent && childKindOf(parent.kind);
  if (!parent || !kind || !canManageOrganisations(actor)) notFound();
  const child = childName(parent.kind);
  const areas = await listAreas(parent.areaCode);
  const className = "flex max-w-2xl flex-col gap-5";
  return (
    <>
      <PageHeader
        title={`Tambah ${child}`}
        crumbs={[
          { href: "/organisasi", label: belowName(actor.organisation.kind) },
          { href: `/organisasi/${parent.id}`, label: parent.name },
        ]}
      />
      {kind === "PUSKESMAS" ? (
        <ActionForm action={addPuskesmasAction.bind(null, parent.id)} submit="Tambah puskesmas" className={className}>
          <input type="hidden" name="id" value={randomUUID()} />
          <PuskesmasFields districts={areas} timeZone={parent.timeZone} />
        </ActionForm>
      ) : (
        <ActionForm action={addKabupatenAction} submit={`Tambah ${child}`} className={className}>
          <input type="hidden" name="id" value={randomUUID()} />
          <SelectField
            name="areaCode"
            label={kind === "PROVINCIAL_DINKES" ? "Provinsi" : "Kabupaten atau kota"}
            empty={`Pilih ${child}`}
            initial={areas.find(({ code }) => code === queryText(query.wilayah))?.code}
            options={areas.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
          />
          <TextField
            name="name"
            label="Nama instansi"
            optional
            hint="Kosongkan untuk “Dinas Kesehatan” dan nama wilayahnya"
            autoComplete="off"
          />
          <ZoneField initial={zoneOf(queryText(query.wilayah)) ?? parent.timeZone} />
          <AddressField />
        </ActionForm>
      )}
    </>
  );
}
