import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/empty-state";
import { Icon } from "@/components/icon";
import { PageHeader } from "@/components/page-header";
import { SavedNotice } from "@/components/saved-notice";
import { listClusterChoices, listClusters } from "@/lib/clusters/reads";
import { canManageClusters, canReadClusters, memberWords } from "@/lib/clusters/rules";
import type { Query } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { ClusterRow } from "./cluster-row";

export const metadata: Metadata = { title: "Klaster peninjau" };

export default async function ClustersPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  if (!canReadClusters(actor)) notFound();
  const [clusters, choices] = await Promise.all([listClusters(actor, new Date()), listClusterChoices(actor)]);
  const canManage = canManageClusters(actor);
  const words = memberWords[actor.organisation.kind];
  const outside = clusters.length > 0 ? choices.filter((choice) => !choice.cluster) : [];
  const add = (
    <Link href="/klaster/baru" prefetch={false} className="button button-main">
      <Icon name="plus" />
      Tambah klaster
    </Link>
  );
  return (
    <>
      <PageHeader
        title="Klaster peninjau"
        words={["TPCB"]}
        crumbs={[{ href: "/pengaturan", label: "Pengaturan" }]}
        action={canManage && clusters.length > 0 && add}
      >
        <p className="mt-2 max-w-prose text-muted">
          Peninjau melihat {words.plural} dalam klasternya, dan selama menggantikan rekannya juga {words.plural} klaster
          itu. Admin melihat semuanya. Selama belum ada klaster, semua peninjau melihat semuanya.
        </p>
      </PageHeader>
      {(await searchParams).tersimpan !== undefined && <SavedNotice>Klaster tersimpan.</SavedNotice>}
      {outside.length > 0 && (
        <p className="mb-5 rounded border-l-4 border-soon bg-soon-soft px-4 py-3">
          {outside.length} {words.plural} belum masuk klaster mana pun, jadi hanya terlihat oleh admin:{" "}
          {outside
            .slice(0, 10)
            .map(({ name }) => name)
            .join(", ")}
          {outside.length > 10 && `, dan ${outside.length - 10} lagi`}.
        </p>
      )}
      {clusters.length === 0 ? (
        <EmptyState title="Belum ada klaster" action={canManage && add}>
          {canManage
            ? `Bagi ${words.plural} ke dalam klaster bila tiap peninjau membina sebagian saja.`
            : "Admin Dinas Kesehatan yang membaginya."}
        </EmptyState>
      ) : (
        <ul className="border-t border-line">
          {clusters.map((cluster) => (
            <ClusterRow key={cluster.id} cluster={cluster} words={words} canManage={canManage} />
          ))}
        </ul>
      )}
    </>
  );
}
