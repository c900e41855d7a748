import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/page-header";
import { type Actor, isDinkes } from "@/lib/actor";
import {
  type FoundOrganisation,
  findOrganisation,
  listOrganisations,
  listWorkingArea,
} from "@/lib/organisations/reads";
import {
  aboveNames,
  belowName,
  canManageOffice,
  canManageOrganisations,
  organisationKindNames,
  registrationWarning,
} from "@/lib/organisations/rules";
import { zoneLabel } from "@/lib/time";
import { canManageUsers } from "@/lib/users/rules";
import { say } from "@/lib/web/local-words";
import { type Query, queryPage, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { AddOrganisation, OrganisationList } from "../organisation-list";

export const metadata: Metadata = { title: "Instansi" };

type Props = { params: Promise<{ id: string }>; searchParams: Query };

export default async function OrganisationPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const organisation = await findOrganisation(actor, (await params).id);
  if (!organisation) notFound();
  const { id, kind, parent } = organisation;
  return (
    <>
      <PageHeader
        title={organisation.name}
        crumbs={[
          ...(isDinkes(actor) ? [{ href: "/organisasi", label: belowName(actor.organisation.kind) }] : []),
          ...(parent && isDinkes(actor) && parent.id !== actor.organisation.id && id !== actor.organisation.id
            ? [{ href: `/organisasi/${parent.id}`, label: parent.name }]
            : []),
        ]}
        action={
          canManageOffice(actor, id) && (
            <Link href={`/organisasi/${id}/ubah`} prefetch={false} className="button">
              Ubah data
            </Link>
          )
        }
      >
        <p className="text-muted">{organisationKindNames[kind]}</p>
      </PageHeader>
      <Facts actor={actor} organisation={organisation} />
      {aboveNames[kind] && !parent && id === actor.organisation.id && canManageOffice(actor, id) && (
        <p className="no-print mb-6">
          <Link href="/organisasi/provinsi" prefetch={false} className="button">
            Tambah {aboveNames[kind]} di atasnya
          </Link>
        </p>
      )}
      {kind === "PUSKESMAS" && <WorkingArea actor={actor} puskesmasId={id} />}
      {kind !== "PUSKESMAS" && kind !== "HOSPITAL" && (
        <Below actor={actor} organisation={organisation} query={await searchParams} />
      )}
    </>
  );
}

function Facts({ actor, organisation }: { actor: Actor; organisation: FoundOrganisation }) {
  const { kind, area, parent, registrationCode, address, _count: counts } = organisation;
  const warning = registrationWarning(registrationCode);
  return (
    <dl className="mb-8 grid gap-x-6 gap-y-1 sm:grid-cols-[auto_1fr]">
      <dt className="text-muted">{kind === "PUSKESMAS" ? say("Kecamatan") : "Wilayah"}</dt>
      <dd className="mb-2 sm:mb-0">
        {area.name} ({area.code})
      </dd>
      {parent && (
        <>
          <dt className="text-muted">Di bawah</dt>
          <dd className="mb-2 sm:mb-0">{parent.name}</dd>
        </>
      )}
      <dt className="text-muted">Zona waktu</dt>
      <dd className="mb-2 sm:mb-0">{zoneLabel(organisation.timeZone)}</dd>
      {kind === "PUSKESMAS" && (
        <>
          <dt className="text-muted">Kode registrasi</dt>
          <dd className="mb-2 sm:mb-0">
            {registrationCode ?? "belum diisi"}
            {warning && <span className="block text-soon">{warning}</span>}
          </dd>
        </>
      )}
      <dt className="text-muted">Alamat</dt>
      <dd className="mb-2 sm:mb-0">{address ?? "belum diisi"}</dd>
      <dt className="text-muted">Pengguna aktif</dt>
      <dd>
        {counts.users}
        {canManageUsers(actor) && (
          <>
            {" · "}
            <Link href={`/pengguna?instansi=${organisation.id}`} prefetch={false} className="link">
              Lihat dan tambah pengguna
            </Link>
          </>
        )}
      </dd>
    </dl>
  );
}

async function WorkingArea({ actor, puskesmasId }: { actor: Actor; puskesmasId: string }) {
  const districts = await listWorkingArea(actor, puskesmasId);
  const count = districts.reduce((sum, district) => sum + district.villages.length, 0);
  return (
    <section aria-labelledby="wilayah">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h2 id="wilayah">
          Wilayah kerja: {count} {say("desa")}
        </h2>
        {canManageOffice(actor, puskesmasId) && (
          <Link href={`/organisasi/${puskesmasId}/wilayah`} prefetch={false} className="button">
            Atur wilayah kerja
          </Link>
        )}
      </div>
      {count === 0 && <p className="text-muted">{say("Belum diatur. Dinas Kesehatan yang memilih desa-desanya.")}</p>}
      {districts.map((district) => (
        <div key={district.code} className="mb-5">
          <h3>
            {say("Kecamatan")} {district.name} <span className="font-normal text-muted">({district.code})</span>
          </h3>
          <ul className="mt-1 grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
            {district.villages.map((village) => (
              <li key={village.code} className="py-1">
                {village.name} <span className="text-sm text-muted">{village.code}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

type BelowProps = { actor: Actor; organisation: FoundOrganisation; query: Awaited<Query> };

async function Below({ actor, organisation, query }: BelowProps) {
  const q = queryText(query.q);
  const list = await listOrganisations(actor, { parentId: organisation.id, q, page: queryPage(query.halaman) });
  const canManage = canManageOrganisations(actor);
  return (
    <section aria-labelledby="bawah">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h2 id="bawah">{belowName(organisation.kind)}</h2>
        {canManage && list.total > 0 && <AddOrganisation parent={organisation} />}
      </div>
      <OrganisationList path={`/organisasi/${organisation.id}`} parent={organisation} {...{ q, list, canManage }} />
    </section>
  );
}
