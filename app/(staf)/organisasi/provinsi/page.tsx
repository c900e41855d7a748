import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/field";
import { SubmitButton } from "@/components/form/submit-button";
import { PageHeader } from "@/components/page-header";
import { aboveNames, canManageOffice } from "@/lib/organisations/rules";
import { requireActor } from "@/lib/web/session";
import type { OrganisationKind } from "@/prisma/generated/enums";
import { LinkGiven } from "../../pengguna/link-given";
import { addProvinceAboveAction } from "./actions";

export const metadata: Metadata = { title: "Tambah instansi di atasnya" };

type Words = { lead: string; empty: string; admin: string; submit: string };

const wordsOf: Partial<Record<OrganisationKind, Words>> = {
  PUSKESMAS: {
    lead: "Dinas Kesehatan melihat kegiatan dan RTL puskesmas ini, mengatur wilayah kerjanya, dan menambahkan puskesmas lain. Data Anda tetap di tempatnya.",
    empty: "Kosongkan untuk “Dinas Kesehatan” dan nama kabupatennya",
    admin: "Nama admin Dinas Kesehatan",
    submit: "Tambah Dinas Kesehatan",
  },
  DISTRICT_DINKES: {
    lead: "Provinsi melihat kegiatan dan RTL kabupaten ini dan menambahkan kabupaten lain. Data kabupaten Anda tetap di tempatnya.",
    empty: "Kosongkan untuk “Dinas Kesehatan Provinsi” dan nama provinsinya",
    admin: "Nama admin provinsi",
    submit: "Tambah provinsi",
  },
  PROVINCIAL_DINKES: {
    lead: "Kementerian melihat kegiatan dan RTL provinsi ini dan menambahkan provinsi lain. Data provinsi Anda tetap di tempatnya.",
    empty: "Kosongkan untuk “Kementerian Kesehatan”",
    admin: "Nama admin",
    submit: "Tambah kementerian",
  },
};

/** For a puskesmas or a kabupaten that began alone, and for a province below the ministry. */
export default async function ProvinceAbovePage() {
  const actor = await requireActor();
  const { id, kind } = actor.organisation;
  const above = aboveNames[kind];
  const words = wordsOf[kind];
  if (!above || !words || !canManageOffice(actor, id)) notFound();
  return (
    <>
      <PageHeader
        title={`Tambah ${above}`}
        crumbs={[{ href: `/organisasi/${actor.organisation.id}`, label: actor.organisation.name }]}
      >
        <p className="max-w-2xl text-muted">{words.lead}</p>
      </PageHeader>
      <ActionForm action={addProvinceAboveAction} className="flex max-w-2xl flex-col gap-5">
        <LinkGiven>
          <input type="hidden" name="id" value={randomUUID()} />
          <input type="hidden" name="userId" value={randomUUID()} />
          <TextField name="organisationName" label="Nama instansi" optional hint={words.empty} autoComplete="off" />
          <TextField name="name" label={words.admin} hint="Lengkap dengan gelar" autoComplete="off" />
          <TextField
            name="email"
            label="Alamat email admin"
            hint="Dipakai untuk masuk"
            type="email"
            autoComplete="off"
          />
          <div>
            <SubmitButton>{words.submit}</SubmitButton>
          </div>
        </LinkGiven>
      </ActionForm>
    </>
  );
}
