import type { Metadata } from "next";
import Link from "next/link";
import { ItemFigures } from "@/components/action-plans/item-figures";
import { ItemList } from "@/components/action-plans/item-list";
import { stateNames } from "@/components/action-plans/states";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { Pager } from "@/components/pager";
import { listFollowUps, listScopeVillages } from "@/lib/action-plans/follow-up";
import { type FollowUpFilter, followUpSchema } from "@/lib/action-plans/schema";
import { isDinkes } from "@/lib/actor";
import { type Query, withQuery } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { FollowUpForm } from "./follow-up-form";

export const metadata: Metadata = { title: "Tindak lanjut" };

const path = "/tindak-lanjut";

export default async function FollowUpPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const filter = followUpSchema.parse(await searchParams);
  const { items, hasMore, counts, scope, today } = await listFollowUps(actor, filter, new Date());
  const chosen = filter.puskesmas ? scope.filter((puskesmas) => puskesmas.id === filter.puskesmas) : scope;
  // The desa of a whole province are no list to choose from: first the puskesmas.
  const villages = chosen.length <= 40 ? await listScopeVillages(chosen) : [];
  const { status, halaman: page, ...narrowing } = filter;
  const isNarrowed = Boolean(filter.puskesmas || filter.desa || filter.cari);
  const pageHref = (halaman: number) =>
    withQuery(path, { ...narrowing, status, halaman: halaman > 1 ? halaman : undefined });
  return (
    <>
      <PageHeader title="Tindak lanjut">
        <p className="text-muted">
          {isDinkes(actor)
            ? "Rencana tindak lanjut semua puskesmas"
            : "Rencana tindak lanjut dari semua kegiatan puskesmas"}
        </p>
      </PageHeader>
      <div className="mb-6">
        <ItemFigures
          counts={counts}
          current={status}
          hrefOf={(state) => withQuery(path, { ...narrowing, status: state })}
        />
      </div>
      <FollowUpForm filter={filter} scope={isDinkes(actor) ? scope : []} villages={villages} />
      <h2 className="mb-2">
        {stateNames[status]}
        {page > 1 && `, halaman ${page}`}
      </h2>
      {items.length > 0 ? (
        <ItemList
          items={items}
          today={today}
          caption={stateNames[status]}
          showMeeting
          showPuskesmas={isDinkes(actor)}
        />
      ) : (
        <Empty filter={filter} isNarrowed={isNarrowed} />
      )}
      <Pager previous={page > 1 ? pageHref(page - 1) : null} next={hasMore ? pageHref(page + 1) : null} />
    </>
  );
}

function Empty({ filter, isNarrowed }: { filter: FollowUpFilter; isNarrowed: boolean }) {
  const all = (
    <Link href={`${path}?status=semua`} prefetch={false} className="button">
      Tampilkan semua RTL
    </Link>
  );
  if (isNarrowed) return <EmptyState title="Tidak ada RTL dengan saringan ini" action={all} />;
  if (filter.status === "terlambat") return <EmptyState title="Tidak ada RTL yang terlambat" action={all} />;
  if (filter.status === "semua")
    return (
      <EmptyState title="Belum ada rencana tindak lanjut">
        RTL ditulis di dalam kegiatan yang sedang berlangsung, di bagian RTL, lalu terkumpul di sini.
      </EmptyState>
    );
  return (
    <EmptyState title="Tidak ada RTL di sini" action={all}>
      RTL ditulis di dalam kegiatan yang sedang berlangsung, lalu terkumpul di sini.
    </EmptyState>
  );
}
