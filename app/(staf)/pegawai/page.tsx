import type { Metadata } from "next";
import Link from "next/link";
import { EmptyState } from "@/components/empty-state";
import { Icon } from "@/components/icon";
import { PageHeader } from "@/components/page-header";
import { Pager } from "@/components/pager";
import { isDinkes } from "@/lib/actor";
import { listChoices } from "@/lib/organisations/reads";
import { noteListReading } from "@/lib/privacy/readings";
import { listStaffRequests } from "@/lib/privacy/staff-requests";
import { listMoves } from "@/lib/staff/move-reads";
import { listStaff } from "@/lib/staff/reads";
import { canKeepOwnStaff } from "@/lib/staff/rules";
import { employmentStatuses, professions } from "@/lib/staff/schema";
import { dayOf } from "@/lib/time";
import { type Query, queryChoice, queryPage, queryText, withQuery } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { Requests } from "./requests";
import { StaffFilters } from "./staff-filters";
import { StaffList } from "./staff-list";

export const metadata: Metadata = { title: "Pegawai" };

export default async function StaffPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const query = await searchParams;
  const filter = {
    q: queryText(query.q),
    profession: queryChoice(query.profesi, professions),
    status: queryChoice(query.status, employmentStatuses),
    organisationId: queryText(query.instansi) || undefined,
    isFormer: queryText(query.pernah) === "1",
  };
  const { staff, total, page, hasMore } = await listStaff(actor, { ...filter, page: queryPage(query.halaman) });
  if (!filter.isFormer)
    await noteListReading(
      actor,
      "staff-list",
      staff.map(({ officeId }) => officeId),
    );
  const offices = isDinkes(actor) ? await listChoices(actor) : [];
  const canKeep = canKeepOwnStaff(actor);
  const waiting = canKeep ? (await listMoves(actor)).filter(({ mayDecide }) => mayDecide).length : 0;
  const values = {
    ...{ q: filter.q, profesi: filter.profession, status: filter.status, instansi: filter.organisationId },
    pernah: filter.isFormer ? "1" : undefined,
  };
  const pageHref = (number: number) => withQuery("/pegawai", { ...values, halaman: number > 1 ? number : undefined });
  const isFiltered = Boolean(filter.q || filter.profession || filter.status || filter.organisationId);
  return (
    <>
      <PageHeader
        title={filter.isFormer ? "Pernah bertugas di sini" : "Pegawai"}
        words={["STR", "SIP"]}
        crumbs={filter.isFormer ? [{ href: "/pegawai", label: "Pegawai" }] : []}
        action={
          canKeep &&
          !filter.isFormer && (
            <Link href="/pegawai/baru" prefetch={false} className="button button-main">
              <Icon name="plus" />
              Tambah pegawai
            </Link>
          )
        }
      />
      {canKeep && !filter.isFormer && <Requests requests={await listStaffRequests(actor)} />}
      <StaffFilters filter={filter} offices={offices} />
      {staff.length > 0 ? (
        <>
          <p className="mb-2 text-sm text-muted">
            {total.toLocaleString("id-ID")} pegawai{isFiltered && " sesuai pencarian"}
            {(page > 1 || hasMore) && `, halaman ${page}`}
          </p>
          <StaffList
            staff={staff}
            withOffice={isDinkes(actor)}
            today={dayOf(new Date(), actor.organisation.timeZone)}
          />
          <Pager previous={page > 1 ? pageHref(page - 1) : null} next={hasMore ? pageHref(page + 1) : null} />
        </>
      ) : (
        <Empty isFiltered={isFiltered || page > 1} isFormer={filter.isFormer} canKeep={canKeep} />
      )}
      <FootLinks canKeep={canKeep} isFormer={filter.isFormer} waiting={waiting} />
    </>
  );
}

const smallLink = "link inline-flex min-h-11 items-center text-sm";

function FootLinks({ canKeep, isFormer, waiting }: { canKeep: boolean; isFormer: boolean; waiting: number }) {
  return (
    <p className="no-print mt-6 flex flex-wrap gap-x-6">
      {canKeep && !isFormer && (
        <>
          <Link href="/impor/pegawai" prefetch={false} className={smallLink}>
            Impor dari Excel atau CSV
          </Link>
          <Link href="/pegawai/pindah" prefetch={false} className={smallLink}>
            {waiting > 0 ? `Pindah pegawai (${waiting} menunggu keputusan)` : "Pindah pegawai"}
          </Link>
          <a href="/pegawai/ekspor" className={smallLink}>
            Ekspor Excel
          </a>
        </>
      )}
      {!isFormer && (
        <Link href="/pegawai/berlaku" prefetch={false} className={smallLink}>
          Sertifikat, STR, dan SIP yang akan habis
        </Link>
      )}
      {!isFormer && (
        <Link href="/pegawai?pernah=1" prefetch={false} className={smallLink}>
          Pernah bertugas di sini
        </Link>
      )}
    </p>
  );
}

function Empty({ isFiltered, isFormer, canKeep }: { isFiltered: boolean; isFormer: boolean; canKeep: boolean }) {
  if (isFiltered)
    return (
      <EmptyState
        title="Tidak ada yang cocok"
        action={
          <Link href={isFormer ? "/pegawai?pernah=1" : "/pegawai"} prefetch={false} className="button">
            Tampilkan semua
          </Link>
        }
      >
        Periksa ejaannya, atau cari dengan satu kata saja.
      </EmptyState>
    );
  return (
    <EmptyState title={isFormer ? "Belum ada yang pindah atau berhenti" : "Belum ada pegawai"}>
      {canKeep && !isFormer ? "Tambahkan satu per satu, atau impor daftar yang sudah ada dari Excel." : null}
    </EmptyState>
  );
}
