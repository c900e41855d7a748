import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { PageHeader } from "@/components/page-header";
import { isPuskesmas } from "@/lib/actor";
import { listOrganisations } from "@/lib/organisations/reads";
import { belowName, canManageOrganisations } from "@/lib/organisations/rules";
import { type Query, queryPage, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import type { OrganisationKind } from "@/prisma/generated/enums";
import { AddOrganisation, OrganisationList } from "./organisation-list";

export const metadata: Metadata = { title: "Puskesmas" };

export default async function OrganisationsPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const { id, kind, name } = actor.organisation;
  if (isPuskesmas(actor)) redirect(`/organisasi/${id}`);
  const query = await searchParams;
  const q = queryText(query.q);
  const list = await listOrganisations(actor, { parentId: id, q, page: queryPage(query.halaman) });
  const canManage = canManageOrganisations(actor);
  return (
    <>
      <PageHeader title={belowName(kind)} action={canManage && <AddOrganisation parent={actor.organisation} />}>
        {canManage && <SetUpLinks kind={kind} />}
        <p className="text-muted">
          di bawah{" "}
          <a href={`/organisasi/${id}`} className="link">
            {name}
          </a>
        </p>
      </PageHeader>
      <OrganisationList path="/organisasi" parent={actor.organisation} {...{ q, list, canManage }} />
    </>
  );
}

function SetUpLinks({ kind }: { kind: OrganisationKind }) {
  return (
    <p className="no-print mt-2 flex flex-wrap gap-x-5">
      <Link href="/organisasi/periksa" prefetch={false} className="link inline-flex min-h-11 items-center">
        Periksa kelengkapan
      </Link>
      {kind !== "MINISTRY" && (
        <Link href="/impor/instansi" prefetch={false} className="link inline-flex min-h-11 items-center">
          {kind === "DISTRICT_DINKES" ? "Impor puskesmas dan rumah sakit" : "Impor rumah sakit"}
        </Link>
      )}
    </p>
  );
}
