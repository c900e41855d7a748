import Link from "next/link";
import { Badge } from "@/components/badge";
import { EmptyState } from "@/components/empty-state";
import { Icon } from "@/components/icon";
import { Pager } from "@/components/pager";
import type { ListedOrganisation } from "@/lib/organisations/reads";
import { childName, organisationKindNames } from "@/lib/organisations/rules";
import { zoneLabel } from "@/lib/time";
import { say } from "@/lib/web/local-words";
import { withQuery } from "@/lib/web/query";
import type { OrganisationKind } from "@/prisma/generated/enums";

type Parent = { id: string; kind: OrganisationKind };
type Props = {
  path: string;
  parent: Parent;
  q: string;
  list: { organisations: readonly ListedOrganisation[]; total: number; page: number; hasMore: boolean };
  canManage: boolean;
};

/** Organisations below one, with the search and the pages of the list. */
export function OrganisationList({ path, parent, q, list, canManage }: Props) {
  const { organisations, total, page, hasMore } = list;
  const isAbove = parent.kind !== "DISTRICT_DINKES";
  const child = childName(parent.kind);
  const pageHref = (number: number) => withQuery(path, { q, halaman: number > 1 ? number : undefined });
  if (organisations.length === 0 && !q && page === 1)
    return (
      <EmptyState title={`Belum ada ${child}`} action={canManage && <FirstSteps parent={parent} />}>
        {canManage
          ? isAbove
            ? `Tambahkan Dinas Kesehatan ${child}, lalu adminnya melengkapi yang di bawahnya sendiri.`
            : say(
                "Tambahkan puskesmas dengan kecamatan dan zona waktunya, lalu atur wilayah kerja dan pengguna pertamanya.",
              )
          : "Admin Dinas Kesehatan yang menambahkannya."}
      </EmptyState>
    );
  return (
    <>
      <form className="no-print mb-5 grid gap-3 sm:grid-cols-[1fr_auto] sm:items-end">
        <label className="block">
          <span className="mb-1 block font-semibold">
            {isAbove ? `Cari ${child}` : say("Cari nama, kecamatan, atau kode registrasi")}
          </span>
          <input type="search" name="q" defaultValue={q} className="input" />
        </label>
        <button type="submit" className="button">
          Cari
        </button>
      </form>
      {organisations.length === 0 ? (
        <EmptyState
          title="Tidak ada yang cocok"
          action={
            <Link href={path} prefetch={false} className="button">
              Tampilkan semua
            </Link>
          }
        />
      ) : (
        <>
          <p className="mb-2 text-sm text-muted">
            {total.toLocaleString("id-ID")} {child}
            {(page > 1 || hasMore) && `, halaman ${page}`}
          </p>
          <ul className="grid gap-3 lg:grid-cols-2">
            {organisations.map((organisation) => (
              <li key={organisation.id} className="card">
                <Link
                  href={`/organisasi/${organisation.id}`}
                  prefetch={false}
                  className="link inline-block py-1 font-semibold"
                >
                  {organisation.name}
                </Link>
                <Facts organisation={organisation} />
              </li>
            ))}
          </ul>
          <Pager previous={page > 1 ? pageHref(page - 1) : null} next={hasMore ? pageHref(page + 1) : null} />
        </>
      )}
    </>
  );
}

function Facts({ organisation }: { organisation: ListedOrganisation }) {
  const { kind, area, timeZone, registrationCode, _count: counts } = organisation;
  if (kind === "HOSPITAL")
    return (
      <p className="text-sm text-muted">
        {organisationKindNames[kind]} · {area.name} · {zoneLabel(timeZone)}
        {registrationCode && ` · ${registrationCode}`}
      </p>
    );
  if (kind !== "PUSKESMAS")
    return (
      <p className="text-sm text-muted">
        {area.name} · {counts.children} puskesmas · {counts.users} pengguna · {zoneLabel(timeZone)}
      </p>
    );
  return (
    <>
      <p className="text-sm text-muted">
        {say("Kecamatan")} {area.name} · {counts.workingArea} {say("desa")} · {counts.users} pengguna ·{" "}
        {zoneLabel(timeZone)}
        {registrationCode && ` · ${registrationCode}`}
      </p>
      {(counts.workingArea === 0 || counts.users === 0) && (
        <p className="mt-2 flex flex-wrap gap-2">
          {counts.workingArea === 0 && <Badge tone="soon">Wilayah kerja belum diatur</Badge>}
          {counts.users === 0 && <Badge tone="soon">Belum ada pengguna</Badge>}
        </p>
      )}
    </>
  );
}

function FirstSteps({ parent }: { parent: Parent }) {
  return (
    <div className="flex flex-wrap gap-3">
      {parent.kind === "DISTRICT_DINKES" && (
        <Link href="/impor/instansi" prefetch={false} className="button">
          Impor dari Excel
        </Link>
      )}
      <AddOrganisation parent={parent} />
    </div>
  );
}

export function AddOrganisation({ parent }: { parent: Parent }) {
  return (
    <Link href={`/organisasi/baru?induk=${parent.id}`} prefetch={false} className="button button-main">
      <Icon name="plus" />
      Tambah {childName(parent.kind)}
    </Link>
  );
}
