import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { AskFirst } from "@/components/form/ask-first";
import { HiddenField } from "@/components/form/hidden-field";
import { PageHeader } from "@/components/page-header";
import { SavedNotice } from "@/components/saved-notice";
import { findCluster, listClusterChoices, listReviewers } from "@/lib/clusters/reads";
import { canManageClusters, memberWords } from "@/lib/clusters/rules";
import type { Query } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { editClusterAction, removeClusterAction } from "../actions";
import { ClusterFields } from "../cluster-fields";
import { StandIns } from "./stand-ins";

export const metadata: Metadata = { title: "Klaster peninjau" };

type Props = { params: Promise<{ id: string }>; searchParams: Query };

export default async function ClusterPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const now = new Date();
  const cluster = canManageClusters(actor) ? await findCluster(actor, (await params).id, now) : null;
  if (!cluster) notFound();
  const [choices, reviewers] = await Promise.all([listClusterChoices(actor), listReviewers(actor)]);
  const words = memberWords[actor.organisation.kind];
  return (
    <>
      <PageHeader
        title={cluster.name}
        crumbs={[
          { href: "/pengaturan", label: "Pengaturan" },
          { href: "/klaster", label: "Klaster peninjau" },
        ]}
      />
      {(await searchParams).pengganti !== undefined && <SavedNotice>Pengganti tersimpan.</SavedNotice>}
      <div className="flex flex-col gap-10">
        <ActionForm action={editClusterAction.bind(null, cluster.id)} submit="Simpan">
          <HiddenField name="version" initial={cluster.version} />
          <ClusterFields words={words} choices={choices} reviewers={reviewers} cluster={cluster} />
        </ActionForm>
        <StandIns
          cluster={cluster}
          reviewers={reviewers.filter(({ id }) => !cluster.reviewers.some((own) => own.id === id))}
          now={now}
          timeZone={actor.organisation.timeZone}
        />
        <section aria-labelledby="hapus">
          <h2 id="hapus">Hapus klaster</h2>
          <AskFirst action={removeClusterAction.bind(null, cluster.id)} words="Hapus klaster">
            {words.capital} di dalamnya tidak lagi terlihat oleh peninjau sampai dimasukkan ke klaster lain; bila ini
            klaster terakhir, semua peninjau melihat semuanya. Riwayatnya tetap ada.
          </AskFirst>
        </section>
      </div>
    </>
  );
}
