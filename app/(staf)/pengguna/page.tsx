import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/empty-state";
import { Icon } from "@/components/icon";
import { PageHeader } from "@/components/page-header";
import { Pager } from "@/components/pager";
import { isDinkes } from "@/lib/actor";
import { findOrganisation } from "@/lib/organisations/reads";
import { listUsers } from "@/lib/users/reads";
import { canManageUsers } from "@/lib/users/rules";
import { type Query, queryPage, queryText, withQuery } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { UserList } from "./user-list";

export const metadata: Metadata = { title: "Pengguna" };

export default async function UsersPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  if (!canManageUsers(actor)) notFound();
  const query = await searchParams;
  const q = queryText(query.q);
  const chosen = queryText(query.instansi) ? await findOrganisation(actor, queryText(query.instansi)) : null;
  const { users, total, page, hasMore } = await listUsers(actor, {
    q,
    organisationId: chosen?.id,
    page: queryPage(query.halaman),
  });
  const pageHref = (number: number) =>
    withQuery("/pengguna", { q, instansi: chosen?.id, halaman: number > 1 ? number : undefined });
  return (
    <>
      <PageHeader
        title={chosen ? `Pengguna ${chosen.name}` : "Pengguna"}
        crumbs={chosen ? [{ href: "/pengguna", label: "Pengguna" }] : []}
        action={
          <Link
            href={withQuery("/pengguna/baru", { instansi: chosen?.id })}
            prefetch={false}
            className="button button-main"
          >
            <Icon name="plus" />
            Tambah pengguna
          </Link>
        }
      />
      <p className="no-print mb-4 flex flex-wrap gap-x-5">
        <Link
          href={withQuery("/pengguna/tautan", { instansi: chosen?.id })}
          prefetch={false}
          className="link inline-flex min-h-11 items-center"
        >
          Tautan masuk untuk yang belum pernah masuk
        </Link>
        {isDinkes(actor) && !chosen && (
          <Link href="/pengguna/pertama" prefetch={false} className="link inline-flex min-h-11 items-center">
            Pengguna pertama setiap instansi
          </Link>
        )}
      </p>
      <form className="no-print mb-5 grid grid-cols-[1fr_auto] items-end gap-3">
        {chosen && <input type="hidden" name="instansi" value={chosen.id} />}
        <label className="block">
          <span className="mb-1 block font-semibold">
            {isDinkes(actor) ? "Cari nama, email, jabatan, atau instansi" : "Cari nama, email, atau jabatan"}
          </span>
          <input type="search" name="q" defaultValue={q} className="input" />
        </label>
        <button type="submit" className="button">
          Cari
        </button>
      </form>
      {users.length > 0 ? (
        <>
          <p className="mb-2 text-sm text-muted">
            {total.toLocaleString("id-ID")} pengguna{(page > 1 || hasMore) && `, halaman ${page}`}
          </p>
          <UserList users={users} ownId={actor.userId} withOrganisation={isDinkes(actor)} />
          <Pager previous={page > 1 ? pageHref(page - 1) : null} next={hasMore ? pageHref(page + 1) : null} />
        </>
      ) : q ? (
        <EmptyState
          title="Tidak ada yang cocok"
          action={
            <Link href={withQuery("/pengguna", { instansi: chosen?.id })} prefetch={false} className="button">
              Tampilkan semua
            </Link>
          }
        >
          Periksa ejaannya, atau cari dengan satu kata saja.
        </EmptyState>
      ) : (
        <EmptyState title="Belum ada pengguna di sini">
          Tambahkan seorang admin lebih dulu; ia dapat menambah rekan-rekannya sendiri.
        </EmptyState>
      )}
    </>
  );
}
