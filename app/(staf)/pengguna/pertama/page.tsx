import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/empty-state";
import { ActionForm } from "@/components/form/action-form";
import { SelectField, TextField } from "@/components/form/field";
import { SubmitButton } from "@/components/form/submit-button";
import { PageHeader } from "@/components/page-header";
import { isDinkes } from "@/lib/actor";
import { listOfficesWithoutUsers, mostFirstUsers } from "@/lib/users/first-users";
import { canManageUsers, roleNames, rolesOf } from "@/lib/users/rules";
import { requireActor } from "@/lib/web/session";
import { LinksGiven } from "../links-given";
import { addFirstUsersAction } from "./actions";

export const metadata: Metadata = { title: "Pengguna pertama" };

/** One line for each office that nobody can sign in to yet. */
export default async function FirstUsersPage() {
  const actor = await requireActor();
  if (!isDinkes(actor) || !canManageUsers(actor)) notFound();
  const offices = await listOfficesWithoutUsers(actor);
  return (
    <>
      <PageHeader title="Pengguna pertama" crumbs={[{ href: "/pengguna", label: "Pengguna" }]}>
        <p className="max-w-2xl text-muted">
          Satu orang untuk setiap instansi yang belum punya pengguna; ia menambah rekan-rekannya sendiri. Baris yang
          kosong dilewati.
        </p>
      </PageHeader>
      <ActionForm action={addFirstUsersAction}>
        <LinksGiven>
          {offices.length === 0 ? (
            <EmptyState title="Semua instansi sudah punya pengguna" />
          ) : (
            <div className="flex flex-col gap-4">
              {offices.map((office, index) => (
                <fieldset key={office.id} className="border-t border-line pt-3">
                  <legend className="sr-only">{office.name}</legend>
                  <p className="mb-1 font-semibold" aria-hidden="true">
                    {office.name}
                  </p>
                  <input type="hidden" name={`rows.${index}.id`} value={randomUUID()} />
                  <input type="hidden" name={`rows.${index}.organisationId`} value={office.id} />
                  <div className="grid gap-3 md:grid-cols-[2fr_2fr_1fr] md:items-end">
                    <TextField name={`rows.${index}.name`} label="Nama" autoComplete="off" />
                    <TextField name={`rows.${index}.email`} label="Alamat email" type="email" autoComplete="off" />
                    <SelectField
                      name={`rows.${index}.role`}
                      label="Peran"
                      initial={rolesOf(office.kind)[0]}
                      options={rolesOf(office.kind).map((role) => ({ value: role, label: roleNames[role] }))}
                    />
                  </div>
                </fieldset>
              ))}
              {offices.length === mostFirstUsers && (
                <p className="text-muted">
                  Yang tampil {mostFirstUsers} instansi pertama; sesudah disimpan tampil yang berikutnya.
                </p>
              )}
              <div>
                <SubmitButton>Tambah dan buat tautan masuk</SubmitButton>
              </div>
            </div>
          )}
        </LinksGiven>
      </ActionForm>
    </>
  );
}
