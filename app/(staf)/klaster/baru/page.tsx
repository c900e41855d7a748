import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { PageHeader } from "@/components/page-header";
import { listClusterChoices, listReviewers } from "@/lib/clusters/reads";
import { canManageClusters, memberWords } from "@/lib/clusters/rules";
import { requireActor } from "@/lib/web/session";
import { addClusterAction } from "../actions";
import { ClusterFields } from "../cluster-fields";

export const metadata: Metadata = { title: "Tambah klaster" };

export default async function NewClusterPage() {
  const actor = await requireActor();
  if (!canManageClusters(actor)) notFound();
  const [choices, reviewers] = await Promise.all([listClusterChoices(actor), listReviewers(actor)]);
  return (
    <>
      <PageHeader
        title="Tambah klaster"
        crumbs={[
          { href: "/pengaturan", label: "Pengaturan" },
          { href: "/klaster", label: "Klaster peninjau" },
        ]}
      />
      <ActionForm action={addClusterAction} submit="Tambah klaster">
        <input type="hidden" name="id" value={randomUUID()} />
        <ClusterFields words={memberWords[actor.organisation.kind]} choices={choices} reviewers={reviewers} />
      </ActionForm>
    </>
  );
}
