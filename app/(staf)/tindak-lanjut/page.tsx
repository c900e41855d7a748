import type { Metadata } from "next";
import Link from "next/link";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { Pager } from "@/components/pager";
import { ItemFigures } from "@/components/plan/item-figures";
import { ItemList } from "@/components/plan/item-list";
import { stateNames } from "@/components/plan/states";
import { isDinkes, isPuskesmasWriter } from "@/lib/actor";
import { listFollowUps, listScopeVillages } from "@/lib/follow-up/reads";
import { type FollowUpFilter, followUpSchema } from "@/lib/follow-up/schema";
import { listTopics } from "@/lib/indicators/reads";
import { findOfficeView } from "@/lib/organisations/office-view";
import { ownerPerson } from "@/lib/plan/rules";
import { type Query, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { followUpAddress, narrowingOf } from "./filter-address";
import { FollowUpForm } from "./follow-up-form";
import { ListTools } from "./list-tools";

export const metadata: Metadata = { title: "Tindak lanjut" };

const path = "/tindak-lanjut";

export default async function FollowUpPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const query = await searchParams;
  const asked = followUpSchema.parse(query);
  const view = await findOfficeView(actor, asked);
  const filter = { ...asked, puskesmas: view.puskesmasId, dinkes: view.officeId, rtl: [] };
  const { items, hasMore, counts, scope, today } = await listFollowUps(view.actor, filter, new Date());
  const chosen = filter.puskesmas ? scope.filter((puskesmas) => puskesmas.id === filter.puskesmas) : scope;
  // The desa of a whole province are no list to choose from: first the puskesmas.
  const villages = chosen.length <= 40 ? await listScopeVillages(chosen) : [];
  const { rtl: _, ...values } = filter;
  const { status, halaman: page } = filter;
  const thisYear = Number(today.slice(0, 4));
  const pageHref = (halaman: number) => followUpAddress(path, { ...values, halaman });
  const canWrite = isPuskesmasWriter(actor);
  return (
    <>
      <PageHeader
        title="Tindak lanjut"
        action={
          canWrite && (
            <Link href={`${path}/kirim`} prefetch={false} className="button button-main">
              Ingatkan penanggung jawab
            </Link>
          )
        }
      >
        <p className="text-muted">
          {isDinkes(actor) ? (
            "Rencana tindak lanjut semua puskesmas"
          ) : (
            <>
              Rencana tindak lanjut dari semua kegiatan puskesmas ·{" "}
              <Link href="/eskalasi" prefetch={false} className="link no-print">
                yang diserahkan ke Dinkes
              </Link>
            </>
          )}
        </p>
      </PageHeader>
      <Moved words={queryText(query.dialihkan)} />
      {queryText(query.terlaluBanyak) && (
        <p role="alert" className="mb-4 rounded border-l-4 border-late bg-late-soft px-4 py-3">
          Terlalu banyak RTL untuk satu berkas. Persempit filternya, misalnya per tahun atau per puskesmas, lalu unduh
          lagi.
        </p>
      )}
      <div className="mb-6">
        <ItemFigures
          counts={counts}
          current={status}
          hrefOf={(state) => followUpAddress(path, { ...values, status: state, halaman: 1 })}
        />
      </div>
      <FollowUpForm
        filter={filter}
        view={view}
        villages={villages}
        topics={await listTopics(actor)}
        years={[1, 0, -1, -2, -3, -4].map((step) => thisYear + step)}
      />
      <h2 className="mb-2">
        {stateNames[status]}
        {page > 1 && `, halaman ${page}`}
      </h2>
      {status === "periksa" && canWrite && items.length > 0 && (
        <p className="mb-3">
          <Link href={`${path}/periksa`} prefetch={false} className="button button-main">
            Periksa satu per satu
          </Link>
        </p>
      )}
      {filter.pemilik && (
        <p className="mb-2">
          Hanya milik {items[0] ? ownerPerson(items[0]) || items[0].responsibleInstitution : "satu penanggung jawab"}.{" "}
          <Link href={followUpAddress(path, { ...values, pemilik: undefined })} prefetch={false} className="link">
            Tampilkan semua penanggung jawab
          </Link>
        </p>
      )}
      {items.length > 0 ? (
        <form method="get" action={`${path}/ekspor`}>
          <ListTools filter={filter} canWrite={canWrite} />
          <ItemList
            items={items}
            today={today}
            caption={stateNames[status]}
            showMeeting
            showPuskesmas={isDinkes(actor)}
            canChoose={canWrite}
          />
        </form>
      ) : (
        <Empty filter={filter} />
      )}
      <Pager previous={page > 1 ? pageHref(page - 1) : null} next={hasMore ? pageHref(page + 1) : null} />
    </>
  );
}

/** What came of a reassignment. */
function Moved({ words }: { words: string }) {
  if (!/^\d{1,3}$/.test(words)) return null;
  return (
    <p role="status" className="mb-4 rounded border-l-4 border-done bg-done-soft px-4 py-3">
      {words === "0"
        ? "Tidak ada yang berubah: RTL itu sudah atas nama penanggung jawab ini."
        : `${words} RTL dialihkan.`}
    </p>
  );
}

function Empty({ filter }: { filter: FollowUpFilter }) {
  const all = (
    <Link href={`${path}?status=semua`} prefetch={false} className="button">
      Tampilkan semua RTL
    </Link>
  );
  if (narrowingOf(filter).length > 0) return <EmptyState title="Tidak ada RTL dengan filter ini" action={all} />;
  if (filter.status === "terlambat") return <EmptyState title="Tidak ada RTL yang terlambat" action={all} />;
  if (filter.status === "periksa")
    return (
      <EmptyState title="Tidak ada laporan yang menunggu pemeriksaan" action={all}>
        Laporan penanggung jawab lewat tautan pribadi muncul di sini sampai Anda memeriksanya.
      </EmptyState>
    );
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
