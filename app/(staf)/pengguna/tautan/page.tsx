import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/empty-state";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { PageHeader } from "@/components/page-header";
import { listStrangers } from "@/lib/users/many-links";
import { canManageUsers } from "@/lib/users/rules";
import { type Query, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { LinksGiven } from "../links-given";
import { giveLinksAction } from "./actions";

export const metadata: Metadata = { title: "Tautan masuk" };

export default async function LinksPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  if (!canManageUsers(actor)) notFound();
  const users = await listStrangers(actor, queryText((await searchParams).instansi));
  return (
    <>
      <PageHeader title="Tautan masuk" crumbs={[{ href: "/pengguna", label: "Pengguna" }]}>
        <p className="text-muted">Untuk yang belum pernah membuat kata sandi. Tautan mereka sebelumnya berakhir.</p>
      </PageHeader>
      <ActionForm action={giveLinksAction}>
        <LinksGiven>
          {users.length === 0 ? (
            <EmptyState title="Semua pengguna sudah membuat kata sandi" />
          ) : (
            <div className="flex flex-col gap-4">
              <ul className="divide-y divide-line border-y border-line">
                {users.map(({ id, name, email, organisation }) => (
                  <li key={id}>
                    <label className="flex min-h-11 items-center gap-3 py-2">
                      <input
                        type="checkbox"
                        name="pengguna[]"
                        value={id}
                        defaultChecked
                        className="size-5 shrink-0 accent-accent"
                      />
                      <span className="min-w-0">
                        {name}
                        <span className="block text-sm break-all text-muted">
                          {organisation.name}, {email}
                        </span>
                      </span>
                    </label>
                  </li>
                ))}
              </ul>
              <div>
                <SubmitButton>Buat tautan untuk yang dicentang</SubmitButton>
              </div>
            </div>
          )}
        </LinksGiven>
      </ActionForm>
    </>
  );
}
