import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/empty-state";
import { ActionForm } from "@/components/form/action-form";
import { PageHeader } from "@/components/page-header";
import { SavedNotice } from "@/components/saved-notice";
import { canTakeProposed, findOpenDistricts } from "@/lib/office-import/proposed";
import { say } from "@/lib/web/local-words";
import { type Query, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { addProposedOfficesAction } from "./actions";
import { OfficeGrid } from "./office-grid";

export const metadata: Metadata = { title: "Usulan puskesmas" };

export default async function ProposedOfficesPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  if (!canTakeProposed(actor)) notFound();
  const query = await searchParams;
  const districts = await findOpenDistricts(actor);
  const added = queryText(query.ditambah);
  const hasAdmins = /^[1-9]\d*$/.test(queryText(query.admin));
  return (
    <>
      <PageHeader title="Usulan puskesmas" crumbs={[{ href: "/organisasi", label: "Puskesmas" }]}>
        <p className="mt-1 max-w-prose text-muted">
          {say("Satu puskesmas untuk setiap kecamatan yang belum punya, dengan semua desanya.")} Ubah namanya, hapus
          centang yang tidak perlu; admin boleh menyusul. {say("Kecamatan dengan beberapa puskesmas:")}{" "}
          <Link href="/impor/instansi" prefetch={false} className="link">
            impor dari Excel
          </Link>
          .
        </p>
      </PageHeader>
      {/^\d{1,3}$/.test(added) && (
        <SavedNotice>
          {added === "0" ? "Puskesmas itu sudah ada." : `${added} puskesmas ditambahkan.`}{" "}
          <Link href={hasAdmins ? "/pengguna/tautan" : "/mulai"} prefetch={false} className="link">
            {hasAdmins ? "Buat tautan masuk adminnya" : "Lanjut ke langkah berikutnya"}
          </Link>
        </SavedNotice>
      )}
      {districts.length === 0 ? (
        <EmptyState
          title={say("Setiap kecamatan sudah punya puskesmas")}
          action={
            <Link href="/organisasi/periksa" prefetch={false} className="button">
              Periksa kelengkapan
            </Link>
          }
        />
      ) : (
        <ActionForm key={added} action={addProposedOfficesAction} submit="Tambah puskesmas yang dipilih">
          <OfficeGrid
            rows={districts.map(({ code, name, villages }) => ({
              district: code,
              place: say(`Kecamatan ${name}, ${villages.length} desa`),
              name: `Puskesmas ${name}`,
            }))}
          />
        </ActionForm>
      )}
    </>
  );
}
