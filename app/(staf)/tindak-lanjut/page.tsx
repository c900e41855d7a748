import type { Metadata } from "next";
import { AppLink } from "@/components/app-link";
import { EmptyState } from "@/components/empty-state";
import { ListFilters } from "@/components/list/filter-bar";
import { FilterChips } from "@/components/list/filter-chips";
import { MoreMenu } from "@/components/list/more-menu";
import { SelectAll } from "@/components/list/selection-bar";
import { PageHeader } from "@/components/page-header";
import { Pager } from "@/components/pager";
import { ItemList } from "@/components/plan/item-list";
import { stateNames } from "@/components/plan/states";
import { isDinkes, isPuskesmasWriter } from "@/lib/actor";
import { type ItemCounts, listFollowUps, listScopeVillages } from "@/lib/follow-up/reads";
import { type FollowUpFilter, type FollowUpState, followUpSchema } from "@/lib/follow-up/schema";
import { listTopics } from "@/lib/indicators/reads";
import { findOfficeView } from "@/lib/organisations/office-view";
import { ownerPerson } from "@/lib/plan/rules";
import { openKeptFilter } from "@/lib/web/kept-filter";
import { type Query, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { choiceQuery, followUpAddress, narrowingOf } from "./filter-address";
import { FollowUpFilters } from "./follow-up-filters";
import { ListTools } from "./list-tools";

export const metadata: Metadata = { title: "Tindak lanjut" };

const path = "/tindak-lanjut";

export default async function FollowUpPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const query = await searchParams;
  await openKeptFilter(actor, path, query);
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
  const all = choiceQuery({ ...filter, halaman: 1 });
  return (
    <>
      <PageHeader
        title="Tindak lanjut"
        deskWords={["RTL", "Eskalasi"]}
        action={
          <div className="flex gap-2">
            <MoreMenu
              links={[
                !isDinkes(actor) && { href: "/eskalasi", label: "Yang diserahkan ke Dinkes" },
                canWrite && all !== "" && { href: withAll(`${path}/kirim`, all), label: "Ingatkan yang tersaring" },
                canWrite && { href: withAll(`${path}/alihkan`, all), label: "Alihkan semua yang tersaring" },
                canWrite && { href: "/impor/rtl", label: "Unggah Excel yang sudah diisi" },
              ]}
            >
              <li>
                <a href={withAll(`${path}/ekspor`, all)}>Unduh Excel, semua yang tersaring</a>
              </li>
            </MoreMenu>
            {canWrite && (
              <AppLink href={`${path}/kirim`} className="button button-main">
                Ingatkan<span className="max-sm:hidden">penanggung jawab</span>
              </AppLink>
            )}
          </div>
        }
      >
        <p className="text-muted max-sm:hidden">
          Rencana tindak lanjut {isDinkes(actor) ? "semua puskesmas" : "dari semua kegiatan puskesmas"}
        </p>
      </PageHeader>
      <Moved words={queryText(query.dialihkan)} />
      {queryText(query.terlaluBanyak) && (
        <p role="alert" className="mb-4 rounded border-l-4 border-late bg-late-soft px-4 py-3">
          Terlalu banyak RTL untuk satu berkas. Persempit filternya, misalnya per tahun atau per puskesmas, lalu unduh
          lagi.
        </p>
      )}
      <ListFilters>
        <FilterChips
          label="Status RTL"
          chips={chipsOf(counts).map(({ state, ...chip }) => ({
            ...chip,
            label: stateNames[state],
            isHere: state === status,
            href: followUpAddress(path, { ...values, status: state, halaman: 1 }),
          }))}
        />
        <FollowUpFilters
          filter={filter}
          view={view}
          villages={villages}
          topics={await listTopics(actor)}
          years={[1, 0, -1, -2, -3, -4].map((step) => thisYear + step)}
        />
      </ListFilters>
      <h2 className={page > 1 ? "mb-2" : "sr-only"}>
        {stateNames[status]}
        {page > 1 && `, halaman ${page}`}
      </h2>
      {status === "periksa" && canWrite && items.length > 0 && (
        <p className="mb-3">
          <AppLink href={`${path}/periksa`} className="button button-main">
            Periksa satu per satu
          </AppLink>
        </p>
      )}
      {filter.pemilik && (
        <p className="mb-2">
          Hanya milik {items[0] ? ownerPerson(items[0]) || items[0].responsibleInstitution : "satu penanggung jawab"}.{" "}
          <AppLink href={followUpAddress(path, { ...values, pemilik: undefined })} data-filter className="link">
            Tampilkan semua penanggung jawab
          </AppLink>
        </p>
      )}
      {items.length > 0 ? (
        <form key={choiceQuery(filter)} method="get" action={`${path}/ekspor`}>
          {canWrite && <SelectAll what={`${items.length} RTL di halaman ini`} />}
          <ItemList
            items={items}
            today={today}
            caption={stateNames[status]}
            showMeeting
            showPuskesmas={isDinkes(actor)}
            canChoose={canWrite}
          />
          {canWrite && <ListTools filter={filter} />}
        </form>
      ) : (
        <Empty filter={filter} />
      )}
      <Pager previous={page > 1 ? pageHref(page - 1) : null} next={hasMore ? pageHref(page + 1) : null} />
    </>
  );
}

const withAll = (address: string, query: string) => (query ? `${address}?${query}` : address);

/** The states with how many rows each has; what waits for a check only when there is any. */
function chipsOf(counts: ItemCounts): { state: FollowUpState; count?: number; isLate?: boolean }[] {
  return [
    { state: "belum", count: counts.open },
    { state: "terlambat", count: counts.overdue, isLate: counts.overdue > 0 },
    { state: "segera", count: counts.dueSoon },
    ...(counts.waiting > 0 ? [{ state: "periksa" as const, count: counts.waiting }] : []),
    { state: "selesai", count: counts.done },
    { state: "batal" },
    { state: "semua" },
  ];
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
    <AppLink href={`${path}?status=semua`} className="button">
      Tampilkan semua RTL
    </AppLink>
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
