import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/empty-state";
import { Icon } from "@/components/icon";
import { PageHeader } from "@/components/page-header";
import { Pager } from "@/components/pager";
import { isPuskesmas } from "@/lib/actor";
import { listSeats } from "@/lib/directory/reads";
import { canWriteDirectory, sectorNames, sectors } from "@/lib/directory/rules";
import { say } from "@/lib/web/local-words";
import { type Query, queryChoice, queryPage, queryText, withQuery } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { SeatList } from "./seat-list";

export const metadata: Metadata = { title: "Mitra" };

export default async function DirectoryPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  if (!isPuskesmas(actor)) notFound();
  const query = await searchParams;
  const q = queryText(query.q);
  const sector = queryChoice(query.sektor, sectors);
  const archived = queryText(query.arsip) === "1";
  const { seats, total, page, hasMore } = await listSeats(actor, {
    q,
    sector,
    archived,
    page: queryPage(query.halaman),
  });
  const canWrite = canWriteDirectory(actor);
  const isFiltered = q !== "" || sector !== undefined;
  const pageHref = (number: number) =>
    withQuery("/mitra", {
      q,
      sektor: sector,
      arsip: archived ? "1" : undefined,
      halaman: number > 1 ? number : undefined,
    });
  return (
    <>
      <PageHeader
        title={archived ? "Arsip mitra" : "Mitra"}
        crumbs={archived ? [{ href: "/mitra", label: "Mitra" }] : []}
        action={canWrite && !archived && total > 0 && <NewSeat />}
      >
        <p className="text-muted">Pejabat dan petugas yang diundang puskesmas, menurut urutan protokol</p>
      </PageHeader>
      <form className="no-print mb-5 grid gap-3 sm:grid-cols-[1fr_16rem_auto] sm:items-end">
        {archived && <input type="hidden" name="arsip" value="1" />}
        <label className="block">
          <span className="mb-1 block font-semibold">{say("Cari nama, jabatan, instansi, atau desa")}</span>
          <input type="search" name="q" defaultValue={q} className="input" />
        </label>
        <label className="block">
          <span className="mb-1 block font-semibold">Sektor</span>
          <select key={sector} name="sektor" defaultValue={sector ?? ""} className="input">
            <option value="">Semua sektor</option>
            {sectors.map((value) => (
              <option key={value} value={value}>
                {say(sectorNames[value])}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="button">
          Cari
        </button>
      </form>
      {seats.length > 0 ? (
        <>
          <div className="mb-2 flex flex-wrap items-center justify-between gap-x-5 text-sm">
            <p className="text-muted">
              {total.toLocaleString("id-ID")} jabatan{isFiltered && " sesuai pencarian"}
              {(page > 1 || hasMore) && `, halaman ${page}`}
            </p>
            {canWrite && !archived && <FileLinks />}
          </div>
          <SeatList seats={seats} />
          <Pager previous={page > 1 ? pageHref(page - 1) : null} next={hasMore ? pageHref(page + 1) : null} />
        </>
      ) : (
        <Empty {...{ isFiltered, archived, canWrite, isBeyond: page > 1 }} />
      )}
      {!archived && (
        <p className="no-print mt-6 flex flex-wrap gap-x-6">
          {canWrite && (
            <Link href="/mitra/orang" prefetch={false} className={smallLink}>
              Orang
            </Link>
          )}
          <Link href="/siapa-datang" prefetch={false} className={smallLink}>
            Rekap kehadiran
          </Link>
          <Link href="/mitra?arsip=1" prefetch={false} className={smallLink}>
            Lihat arsip mitra
          </Link>
        </p>
      )}
    </>
  );
}

const smallLink = "link inline-flex min-h-11 items-center text-sm";

function NewSeat() {
  return (
    <Link href="/mitra/baru" prefetch={false} className="button button-main">
      <Icon name="plus" />
      Tambah jabatan
    </Link>
  );
}

function FileLinks() {
  return (
    <p className="no-print flex flex-wrap gap-x-5">
      <Link href="/mitra/usulan" prefetch={false} className={smallLink}>
        Usulan mitra
      </Link>
      <Link href="/impor/mitra" prefetch={false} className={smallLink}>
        Impor dari Excel atau CSV
      </Link>
      <a href="/mitra/ekspor?bentuk=xlsx" className={smallLink}>
        Ekspor Excel
      </a>
      <a href="/mitra/ekspor?bentuk=csv" className={smallLink}>
        Ekspor CSV
      </a>
    </p>
  );
}

type EmptyProps = { isFiltered: boolean; archived: boolean; canWrite: boolean; isBeyond: boolean };

function Empty({ isFiltered, archived, canWrite, isBeyond }: EmptyProps) {
  if (isFiltered || isBeyond)
    return (
      <EmptyState
        title="Tidak ada yang cocok"
        action={
          <Link href={archived ? "/mitra?arsip=1" : "/mitra"} prefetch={false} className="button">
            Tampilkan semua
          </Link>
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
            <Link href="/mitra/usulan" prefetch={false} className="button button-main">
              Isi dari usulan
            </Link>
            <Link href="/mitra/baru" prefetch={false} className="button">
              Tambah jabatan
            </Link>
            <Link href="/impor/mitra" prefetch={false} className="button">
              Impor dari Excel
            </Link>
          </div>
        )
      }
    >
      {say("Mulai dari Camat, Danramil, Kapolsek, dan setiap Kepala Desa; lalu petugas puskesmas sendiri.")} Dari daftar
      inilah undangan dibuat.
    </EmptyState>
  );
}
