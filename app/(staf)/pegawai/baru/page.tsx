import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/field";
import { PersonStep } from "@/components/form/person-step";
import { PageHeader } from "@/components/page-header";
import { isDinkes } from "@/lib/actor";
import { listChoices } from "@/lib/organisations/reads";
import { canKeepOwnStaff } from "@/lib/staff/rules";
import { type Query, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { StaffFields } from "../staff-fields";
import { TermFields } from "../term-fields";
import { addStaffAction } from "./actions";

export const metadata: Metadata = { title: "Tambah pegawai" };

export default async function NewStaffPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  if (!canKeepOwnStaff(actor)) notFound();
  const { organisation } = actor;
  const offices = isDinkes(actor) ? await listChoices(actor) : [];
  return (
    <>
      <PageHeader title="Tambah pegawai" crumbs={[{ href: "/pegawai", label: "Pegawai" }]}>
        {offices.length === 0 && <p className="text-muted">{organisation.name}</p>}
      </PageHeader>
      <ActionForm
        action={addStaffAction}
        submit="Tambah pegawai"
        className="flex max-w-2xl flex-col gap-5"
        aside={
          <Link href="/pegawai" prefetch={false} className="link">
            Batal
          </Link>
        }
      >
        <input type="hidden" name="id" value={randomUUID()} />
        {offices.length > 0 ? (
          <SelectField
            name="organisationId"
            label="Instansi"
            empty="Pilih instansi"
            initial={queryText((await searchParams).instansi)}
            options={offices.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : (
          <input type="hidden" name="organisationId" value={organisation.id} />
        )}
        <StaffFields />
        <fieldset className="flex flex-col gap-4">
          <legend className="mb-2 text-lg font-semibold">Masa kerja sekarang</legend>
          <TermFields withEnd={false} />
        </fieldset>
        <PersonStep />
      </ActionForm>
    </>
  );
}
