import type { Metadata } from "next";
import { AppLink } from "@/components/app-link";
import { Badge } from "@/components/badge";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { Pager } from "@/components/pager";
import { isDinkes } from "@/lib/actor";
import { type Expiring, expiringKinds, expiringSpans, listExpiring } from "@/lib/certificates/expiring";
import { listChoices } from "@/lib/organisations/reads";
import { noteListReading } from "@/lib/privacy/readings";
import { licenceKindNames, professionNames } from "@/lib/staff/professions";
import { expiryOf } from "@/lib/staff/rules";
import { professions } from "@/lib/staff/schema";
import { dayOf, formatDistance } from "@/lib/time";
import { type Query, queryChoice, queryPage, queryText, withQuery } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { ExpiringFilters } from "./expiring-filters";

export const metadata: Metadata = { title: "Masa berlaku" };

/** Certificates, STR and SIP of the office's staff, or of all below a Dinkes, that run out; the first to end on top. */
export default async function ExpiringPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const query = await searchParams;
  const filter = {
    kind: queryChoice(query.jenis, expiringKinds) ?? "semua",
    within: queryChoice(query.waktu, expiringSpans) ?? "12-bulan",
    organisationId: queryText(query.instansi) || undefined,
    profession: queryChoice(query.profesi, professions),
    page: queryPage(query.halaman),
  } as const;
  const today = dayOf(new Date(), actor.organisation.timeZone);
  const [{ rows, hasMore }, offices] = await Promise.all([
    listExpiring(actor, filter, today),
    isDinkes(actor) ? listChoices(actor) : [],
  ]);
  await noteListReading(
    actor,
    "staff-list",
    rows.map(({ officeId }) => officeId),
  );
  const { kind: jenis, within: waktu, organisationId: instansi, profession: profesi, page } = filter;
  const hrefOf = (halaman: number) =>
    withQuery("/pegawai/berlaku", { jenis, waktu, instansi, profesi, halaman: halaman > 1 ? halaman : undefined });
  return (
    <>
      <PageHeader title="Masa berlaku" crumbs={[{ href: "/pegawai", label: "Pegawai" }]}>
        <p className="text-muted">
          Sertifikat, STR, dan SIP yang habis, yang paling dekat di atas. Yang sudah diperpanjang tidak tampil. Kantor
          diingatkan 90 dan 30 hari sebelumnya.
        </p>
      </PageHeader>
      <ExpiringFilters filter={filter} offices={offices} />
      {rows.length === 0 ? (
        <EmptyState title={page > 1 ? "Tidak ada lagi" : "Tidak ada yang habis dalam waktu ini"} />
      ) : (
        <ul className="border-t border-line">
          {rows.map((row) => (
            <Row key={`${row.kind}${row.id}`} row={row} today={today} withOffice={isDinkes(actor)} />
          ))}
        </ul>
      )}
      <Pager previous={page > 1 ? hrefOf(page - 1) : null} next={hasMore ? hrefOf(page + 1) : null} />
    </>
  );
}

function Row({ row, today, withOffice }: { row: Expiring; today: string; withOffice: boolean }) {
  const { words, tone } = expiryOf(row.expiresOn, today);
  return (
    <li className="border-b border-line py-2">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <AppLink href={`/pegawai/${row.staffId}`} className="link inline-flex min-h-11 items-center">
          {row.name}
        </AppLink>
        <span>{[row.licence ? licenceKindNames[row.licence] : row.title, row.number].filter(Boolean).join(" ")}</span>
        <Badge tone={tone}>{words}</Badge>
        <span className="text-muted">{formatDistance(today, row.expiresOn)}</span>
      </p>
      <p className="text-sm text-muted">
        {[professionNames[row.profession], withOffice && row.office].filter(Boolean).join(" · ")}
      </p>
    </li>
  );
}
