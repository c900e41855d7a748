import type { Metadata } from "next";
import Link from "next/link";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { SavedNotice } from "@/components/saved-notice";
import { isDinkes } from "@/lib/actor";
import { formNames } from "@/lib/indicators/names";
import { type IndicatorFacts, listDefinitions } from "@/lib/indicators/reads";
import { canDefineIndicators, canWriteFigures } from "@/lib/indicators/rules";
import { say } from "@/lib/web/local-words";
import { type Query, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { FigureTabs } from "../figure-tabs";

export const metadata: Metadata = { title: "Indikator" };

export default async function IndicatorsPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const added = queryText((await searchParams).dipakai);
  const all = await listDefinitions(actor);
  const used = all.filter((indicator) => !indicator.archivedAt);
  const archived = all.filter((indicator) => indicator.archivedAt);
  const canDefine = canDefineIndicators(actor);
  const isEmpty = used.length === 0;
  const take = (
    <Link href="/capaian/indikator/baku" prefetch={false} className={isEmpty ? "button button-main" : "button"}>
      Pilih dari daftar baku
    </Link>
  );
  const create = (
    <Link href="/capaian/indikator/baru" prefetch={false} className={isEmpty ? "button" : "button button-main"}>
      Buat indikator
    </Link>
  );
  const both = canDefine && (
    <div className="flex flex-wrap gap-3">
      {take}
      <Link href="/capaian/indikator/beberapa" prefetch={false} className="button">
        Tulis beberapa
      </Link>
      {create}
    </div>
  );
  return (
    <>
      <PageHeader title="Indikator" crumbs={[{ href: "/capaian", label: "Capaian" }]} action={!isEmpty && both}>
        <p className="text-muted">{say("Apa yang dihitung per desa, dan cara membacanya")}</p>
      </PageHeader>
      <FigureTabs isDinkes={isDinkes(actor)} canWrite={canWriteFigures(actor)} />
      {/^\d{1,3}$/.test(added) && (
        <SavedNotice>
          {added === "0" ? "Semua yang dipilih sudah dipakai." : `${added} indikator dipakai.`}{" "}
          <Link href="/mulai" prefetch={false} className="link">
            Lanjut ke langkah berikutnya
          </Link>
        </SavedNotice>
      )}
      {isEmpty ? (
        <EmptyState title="Belum ada indikator" action={both}>
          Mulai dari yang ada di SK target kinerja tahun ini, misalnya imunisasi dasar lengkap, K6, atau D/S.
        </EmptyState>
      ) : (
        <Definitions indicators={used} own={actor.organisation.id} />
      )}
      {archived.length > 0 && (
        <details className="mt-8">
          <summary className="link inline-block py-2">Diarsipkan ({archived.length})</summary>
          <Definitions indicators={archived} own={actor.organisation.id} />
        </details>
      )}
    </>
  );
}

function Definitions({ indicators, own }: { indicators: readonly IndicatorFacts[]; own: string }) {
  return (
    <ul className="border-t border-line">
      {indicators.map((indicator) => (
        <li
          key={indicator.id}
          className="grid gap-x-4 gap-y-0.5 border-b border-line py-3 sm:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)_minmax(0,1fr)]"
        >
          <p>
            <Link href={`/capaian/indikator/${indicator.id}`} prefetch={false} className="link font-semibold">
              {indicator.name}
            </Link>
            {indicator.topic && <span className="block text-sm text-muted">{indicator.topic}</span>}
          </p>
          <p className="text-sm">
            {formNames[indicator.form]}
            {indicator.form === "COUNT" && ` (${indicator.unit})`}
            <span className="block text-muted">
              {indicator.isCumulative ? "dijumlahkan setahun" : "setiap bulan sendiri"}
              {indicator.lowerIsBetter && ", makin kecil makin baik"}
            </span>
          </p>
          <p className="text-sm text-muted">
            {indicator.organisationId === own ? "Milik sendiri" : `Dari ${indicator.organisation.name}`}
          </p>
        </li>
      ))}
    </ul>
  );
}
