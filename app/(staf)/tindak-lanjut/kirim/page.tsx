import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/empty-state";
import { ActionForm } from "@/components/form/action-form";
import { PageHeader } from "@/components/page-header";
import { Pager } from "@/components/pager";
import { followUpSchema } from "@/lib/follow-up/schema";
import { canHandOutOwnerLinks } from "@/lib/owner-links/rules";
import { findOwnerSendList } from "@/lib/owner-links/send-list";
import { formatMoment } from "@/lib/time";
import type { Query } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { choiceQuery, followUpAddress } from "../filter-address";
import { prepareAction } from "./actions";
import { OwnerItem } from "./owner-item";

export const metadata: Metadata = { title: "Ingatkan penanggung jawab" };

export default async function RemindPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  if (!canHandOutOwnerLinks(actor)) notFound();
  const filter = followUpSchema.parse(await searchParams);
  const list = await findOwnerSendList(actor, filter, new Date());
  const query = choiceQuery(filter);
  const { rows, owners, done, withoutLink, lastUsedAt, nextKey, hasMore, today } = list;
  const zone = actor.organisation.timeZone;
  const pageHref = (halaman: number) => `?${choiceQuery({ ...filter, halaman })}`;
  return (
    <>
      <PageHeader title="Ingatkan penanggung jawab" crumbs={[{ href: "/tindak-lanjut", label: "Tindak lanjut" }]}>
        <p className="text-muted">
          {filter.rtl.length > 0
            ? "Penanggung jawab RTL yang Anda centang"
            : "Penanggung jawab dengan RTL terlambat atau jatuh tempo dalam 14 hari"}
          . {lastUsedAt ? `Terakhir dipakai ${formatMoment(lastUsedAt, zone)}.` : "Belum pernah dipakai."}
        </p>
      </PageHeader>
      {rows.length === 0 ? (
        <EmptyState
          title="Tidak ada yang perlu diingatkan"
          action={
            <Link href={followUpAddress("/tindak-lanjut", {})} prefetch={false} className="button">
              Ke daftar RTL
            </Link>
          }
        >
          Untuk mengingatkan yang lain, centang RTL-nya di daftar, lalu tekan “Ingatkan”.
        </EmptyState>
      ) : (
        <>
          <div className="sticky top-0 z-5 mb-2 flex flex-wrap items-center justify-between gap-x-4 border-b border-line bg-ground py-2">
            <p role="status">
              <b className="text-lg">
                {done} dari {owners}
              </b>{" "}
              diingatkan hari ini
            </p>
            <p className="no-print flex flex-wrap gap-x-4">
              <Link href={`/tindak-lanjut/slip?${query}`} prefetch={false} className="link">
                Cetak slip
              </Link>
              <Link href="/pengaturan/pesan?jenis=tindak-lanjut" prefetch={false} className="link">
                Ubah isi pesan
              </Link>
            </p>
          </div>
          {withoutLink > 0 ? (
            <ActionForm
              action={prepareAction.bind(null, query)}
              submit={`Buat tautan pribadi untuk ${withoutLink} penanggung jawab`}
              tone={nextKey ? "plain" : "main"}
              className="card mb-4 flex flex-col items-start gap-3"
            >
              <p>
                Dengan tautan pribadi, penanggung jawab melapor sendiri tanpa akun: hanya RTL-nya yang terlihat. Tautan
                berakhir bila pejabatnya berganti atau Anda mencabutnya.
              </p>
            </ActionForm>
          ) : (
            <p className="no-print dim mb-2 max-w-prose">
              Tekan WhatsApp: pesannya sudah tertulis, tinggal Anda kirim. Yang dicatat: Anda mengirimnya. Sampai atau
              tidak, hanya WhatsApp yang tahu.
            </p>
          )}
          <ol className="border-t border-line">
            {rows.map((row, index) => (
              <OwnerItem
                key={row.key}
                row={row}
                place={index + 1}
                query={query}
                isNext={row.key === nextKey}
                today={today}
                timeZone={zone}
              />
            ))}
          </ol>
          <Pager
            previous={filter.halaman > 1 ? pageHref(filter.halaman - 1) : null}
            next={hasMore ? pageHref(filter.halaman + 1) : null}
          />
        </>
      )}
    </>
  );
}
