import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AppLink } from "@/components/app-link";
import { EmptyState } from "@/components/empty-state";
import { Icon } from "@/components/icon";
import { FilterBar, ListFilters } from "@/components/list/filter-bar";
import { FilterChips } from "@/components/list/filter-chips";
import { MoreMenu } from "@/components/list/more-menu";
import { SelectAll } from "@/components/list/selection-bar";
import { PageHeader } from "@/components/page-header";
import { Pager } from "@/components/pager";
import { isPuskesmas } from "@/lib/actor";
import { listSeats, type SeatCounts } from "@/lib/directory/reads";
import { canWriteDirectory, sectorNames, sectors } from "@/lib/directory/rules";
import { openKeptFilter } from "@/lib/web/kept-filter";
import { say } from "@/lib/web/local-words";
import { type Query, queryChoice, queryPage, queryText, withQuery } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { SeatList } from "./seat-list";
import { ArchivedSeatTools, SeatTools, seatsForm } from "./seat-tools";

export const metadata: Metadata = { title: "Mitra" };

export default async function DirectoryPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  if (!isPuskesmas(actor)) notFound();
  const query = await searchParams;
  await openKeptFilter(actor, "/mitra", query);
  const q = queryText(query.q);
  const sector = queryChoice(query.sektor, sectors);
  const archived = queryText(query.arsip) === "1";
  const { seats, total, bySector, page, hasMore } = await listSeats(actor, {
    q,
    sector,
    archived,
    page: queryPage(query.halaman),
  });
  const canWrite = canWriteDirectory(actor);
  const isFiltered = q !== "" || sector !== undefined;
  const hrefOf = (changed: { q?: string; sektor?: string; halaman?: number }) =>
    withQuery("/mitra", { q, sektor: sector, arsip: archived ? "1" : undefined, ...changed });
  const pageHref = (halaman: number) => (halaman > 1 ? hrefOf({ halaman }) : hrefOf({}));
  return (
    <>
      <PageHeader
        title={archived ? "Arsip mitra" : "Mitra"}
        deskWords={["Plt., Plh., Pj."]}
        crumbs={archived ? [{ href: "/mitra", label: "Mitra" }] : []}
        action={!archived && <Actions canWrite={canWrite} isEmpty={total === 0 && !isFiltered} />}
      >
        <p className="text-muted max-sm:hidden">Pejabat dan petugas yang diundang, menurut urutan protokol</p>
      </PageHeader>
      <ListFilters>
        <FilterBar
          search={{ name: "q", label: say("Cari nama, jabatan, instansi, atau desa"), value: q }}
          kept={[...(archived ? [["arsip", "1"] as const] : []), ...(sector ? [["sektor", sector] as const] : [])]}
          set={q ? [{ label: `“${q}”`, without: hrefOf({ q: "" }) }] : []}
        />
        <FilterChips
          label="Sektor"
          chips={[
            { label: "Semua sektor", href: hrefOf({ sektor: "" }), isHere: !sector, count: sumOf(bySector) },
            ...sectors
              .filter((value) => value === sector || bySector[value])
              .map((value) => ({
                label: say(sectorNames[value]),
                href: hrefOf({ sektor: value }),
                isHere: value === sector,
                count: bySector[value] ?? 0,
              })),
          ]}
        />
      </ListFilters>
      {seats.length > 0 ? (
        <>
          {(page > 1 || hasMore) && (
            <p className="row-head">
              {total.toLocaleString("id-ID")} jabatan{isFiltered && " sesuai pencarian"}, halaman {page}
            </p>
          )}
          {canWrite && <SelectAll what={`${seats.length} jabatan di halaman ini`} form={seatsForm} />}
          <SeatList key={pageHref(page)} seats={seats} boxes={canWrite ? (archived ? "seatIds[]" : "jabatan") : null} />
          {canWrite && (archived ? <ArchivedSeatTools /> : <SeatTools />)}
          <Pager previous={page > 1 ? pageHref(page - 1) : null} next={hasMore ? pageHref(page + 1) : null} />
        </>
      ) : (
        <Empty {...{ isFiltered, archived, canWrite, isBeyond: page > 1 }} />
      )}
    </>
  );
}

const sumOf = (counts: SeatCounts) => Object.values(counts).reduce((sum, count) => sum + count, 0);

function Actions({ canWrite, isEmpty }: { canWrite: boolean; isEmpty: boolean }) {
  return (
    <div className="flex flex-wrap gap-2">
      <MoreMenu
        links={[
          { href: "/siapa-datang", label: "Rekap kehadiran" },
          canWrite && { href: "/mitra/usulan", label: "Usulan mitra" },
          canWrite && { href: "/mitra/orang", label: "Orang" },
          canWrite && { href: "/impor/mitra", label: "Impor dari Excel atau CSV" },
          { href: "/mitra?arsip=1", label: "Lihat arsip mitra" },
        ]}
      >
        {canWrite && (
          <>
            <li>
              <a href="/mitra/ekspor?bentuk=xlsx">Ekspor Excel</a>
            </li>
            <li>
              <a href="/mitra/ekspor?bentuk=csv">Ekspor CSV</a>
            </li>
          </>
        )}
      </MoreMenu>
      {canWrite && !isEmpty && <NewSeat />}
    </div>
  );
}

function NewSeat() {
  return (
    <AppLink href="/mitra/baru" className="button button-main">
      <Icon name="plus" />
      Tambah jabatan
    </AppLink>
  );
}

type EmptyProps = { isFiltered: boolean; archived: boolean; canWrite: boolean; isBeyond: boolean };

function Empty({ isFiltered, archived, canWrite, isBeyond }: EmptyProps) {
  if (isFiltered || isBeyond)
    return (
      <EmptyState
        title="Tidak ada yang cocok"
        action={
          <AppLink href={archived ? "/mitra?arsip=1" : "/mitra"} data-filter className="button">
            Tampilkan semua
          </AppLink>
        }
      >
        Periksa ejaannya, atau cari dengan satu kata saja.
      </EmptyState>
    );
  if (archived)
    return (
      <EmptyState title="Arsip masih kosong">Jabatan yang diarsipkan dari daftar mitra muncul di sini.</EmptyState>
    );
  return (
    <EmptyState
      title="Belum ada jabatan di daftar mitra"
      action={
        canWrite && (
          <div className="flex flex-wrap gap-3">
            <AppLink href="/mitra/usulan" className="button button-main">
              Isi dari usulan
            </AppLink>
            <AppLink href="/mitra/baru" className="button">
              Tambah jabatan
            </AppLink>
            <AppLink href="/impor/mitra" className="button">
              Impor dari Excel
            </AppLink>
          </div>
        )
      }
    >
      {say("Mulai dari Camat, Danramil, Kapolsek, dan setiap Kepala Desa; lalu petugas puskesmas sendiri.")} Dari daftar
      inilah undangan dibuat.
    </EmptyState>
  );
}
