import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/field";
import { PersonStep } from "@/components/form/person-step";
import { SubmitButton } from "@/components/form/submit-button";
import { PageHeader } from "@/components/page-header";
import { isPuskesmas } from "@/lib/actor";
import { findOrganisation, listChoices } from "@/lib/organisations/reads";
import { canManageUsers, roles, rolesOf } from "@/lib/users/rules";
import { type Query, queryChoice, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { LinkGiven } from "../link-given";
import { UserFields } from "../user-fields";
import { addUserAction } from "./actions";

export const metadata: Metadata = { title: "Tambah pengguna" };

export default async function NewUserPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  if (!canManageUsers(actor)) notFound();
  const query = await searchParams;
  const chosenId = queryText(query.instansi);
  // A puskesmas has no choice; a Dinkes may come from the page of one organisation.
  const chosen = isPuskesmas(actor) ? actor.organisation : chosenId ? await findOrganisation(actor, chosenId) : null;
  return (
    <>
      <PageHeader title="Tambah pengguna" crumbs={[{ href: "/pengguna", label: "Pengguna" }]}>
        {chosen && <p className="text-muted">{chosen.name}</p>}
      </PageHeader>
      <ActionForm action={addUserAction} className="flex max-w-2xl flex-col gap-5">
        <LinkGiven>
          <input type="hidden" name="id" value={randomUUID()} />
          {chosen ? (
            <input type="hidden" name="organisationId" value={chosen.id} />
          ) : (
            <SelectField
              name="organisationId"
              label="Instansi"
              empty="Pilih instansi"
              options={(await listChoices(actor)).map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <UserFields roles={chosen ? rolesOf(chosen.kind) : roles} initialRole={queryChoice(query.peran, roles)} />
          <PersonStep />
          <div className="flex flex-wrap items-center gap-3">
            <SubmitButton>Tambah dan buat tautan masuk</SubmitButton>
            <Link href="/pengguna" prefetch={false} className="link">
              Batal
            </Link>
          </div>
        </LinkGiven>
      </ActionForm>
    </>
  );
}
