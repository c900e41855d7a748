import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Badge } from "@/components/badge";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { Pager } from "@/components/pager";
import { type ListedProgramme, listProgrammes } from "@/lib/programmes/reads";
import { canMakeProgrammes, seesProgrammes } from "@/lib/programmes/rules";
import { formatDayShort } from "@/lib/time";
import { type Query, queryPage, withQuery } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";

export const metadata: Metadata = { title: "Program" };

export default async function ProgrammesPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  if (!seesProgrammes(actor)) notFound();
  const page = queryPage((await searchParams).halaman);
  const { programmes, hasMore } = await listProgrammes(actor, page);
  const create = canMakeProgrammes(actor) ? (
    <Link href="/program/baru" prefetch={false} className="button button-main">
      Buat program
    </Link>
  ) : null;
  return (
    <>
      <PageHeader title="Program" action={create}>
        <p className="text-muted">Pembinaan ke banyak puskesmas: kunjungan, temuan, dan tindak lanjutnya</p>
      </PageHeader>
      {programmes.length === 0 ? (
        <EmptyState title="Belum ada program" action={create}>
          Satu program memuat tujuan, puskesmas yang dikunjungi, fasilitator, dan daftar periksa. Jadwal kunjungannya
          diusulkan otomatis.
        </EmptyState>
      ) : (
        <ul className="border-t border-line">
          {programmes.map((programme) => (
            <ProgrammeRow
              key={programme.id}
              programme={programme}
              isOther={programme.office !== actor.organisation.name}
            />
          ))}
        </ul>
      )}
      <Pager
        previous={page > 1 ? withQuery("/program", { halaman: page - 1 }) : null}
        next={hasMore ? withQuery("/program", { halaman: page + 1 }) : null}
      />
    </>
  );
}

function ProgrammeRow({ programme, isOther }: { programme: ListedProgramme; isOther: boolean }) {
  const { id, name, office, startsOn, endsOn, isClosed, members, held, planned } = programme;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-line py-3">
      <div className="min-w-0">
        <Link href={`/program/${id}`} prefetch={false} className="link font-semibold">
          {name}
        </Link>
        <p className="text-sm text-muted">
          {formatDayShort(startsOn)} s.d. {formatDayShort(endsOn)}
          {isOther && ` · ${office}`}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <span className="tabular-nums">
          <b>{held}</b> dari {members} dikunjungi{planned > 0 && `, ${planned} dijadwalkan`}
        </span>
        {isClosed && <Badge>Ditutup</Badge>}
      </div>
    </li>
  );
}
