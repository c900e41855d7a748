import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/field";
import { HiddenField } from "@/components/form/hidden-field";
import { PageHeader } from "@/components/page-header";
import { findOrganisation, listAreas } from "@/lib/organisations/reads";
import { belowName, canManageOffice } from "@/lib/organisations/rules";
import { requireActor } from "@/lib/web/session";
import { AddressField, PuskesmasFields, ZoneField } from "../../organisation-fields";
import { editDinkesAction, editPuskesmasAction } from "../actions";

export const metadata: Metadata = { title: "Ubah data instansi" };

export default async function EditOrganisationPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const organisation = await findOrganisation(actor, (await params).id);
  if (!organisation || !canManageOffice(actor, organisation.id)) notFound();
  const { id, parent, areaCode } = organisation;
  const form = {
    submit: "Simpan",
    className: "flex max-w-2xl flex-col gap-5",
    aside: (
      <Link href={`/organisasi/${id}`} prefetch={false} className="link">
        Batal
      </Link>
    ),
  };
  return (
    <>
      <PageHeader
        title="Ubah data instansi"
        crumbs={[
          { href: "/organisasi", label: belowName(actor.organisation.kind) },
          { href: `/organisasi/${id}`, label: organisation.name },
        ]}
      />
      {organisation.kind === "PUSKESMAS" ? (
        <ActionForm action={editPuskesmasAction.bind(null, id)} {...form}>
          <HiddenField name="version" initial={organisation.version} />
          <PuskesmasFields
            districts={await listAreas(parent?.areaCode ?? areaCode.slice(0, 5))}
            puskesmas={organisation}
          />
        </ActionForm>
      ) : (
        <ActionForm action={editDinkesAction.bind(null, id)} {...form}>
          <HiddenField name="version" initial={organisation.version} />
          <TextField name="name" label="Nama instansi" initial={organisation.name} autoComplete="off" />
          <ZoneField initial={organisation.timeZone} />
          <AddressField initial={organisation.address} />
        </ActionForm>
      )}
    </>
  );
}
