import type { Metadata } from "next";
import Link from "next/link";
import { EmptyState } from "@/components/empty-state";
import { Pager } from "@/components/pager";
import { isOverdue, ownerWords } from "@/lib/plan/rules";
import { listProgrammeFindings, listProgrammeItems, rollUp } from "@/lib/programmes/roll-up";
import { progressWords } from "@/lib/progress/rules";
import { dayOf, formatDayShort } from "@/lib/time";
import { requireProgramme } from "@/lib/web/programme";
import { type Query, queryChoice, queryPage, queryText, withQuery } from "@/lib/web/query";
import { RollUpTable } from "./roll-up-table";

export const metadata: Metadata = { title: "Temuan & RTL" };

type Props = { params: Promise<{ id: string }>; searchParams: Query };

export default async function RollUpPage({ params, searchParams }: Props) {
  const { actor, programme } = await requireProgramme((await params).id);
  const query = await searchParams;
  const shown = queryChoice(query.tampil, ["temuan", "rtl"]) ?? "temuan";
  const filter = {
    topic: queryText(query.topik) || undefined,
    owner: queryText(query.pemilik) || undefined,
    page: queryPage(query.halaman),
  };
  const now = new Date();
  const [byTopic, byOwner, findings, items] = await Promise.all([
    rollUp(actor, programme.id, "topic", now),
    rollUp(actor, programme.id, "owner", now),
    shown === "temuan" ? listProgrammeFindings(actor, programme.id, filter) : null,
    shown === "rtl" ? listProgrammeItems(actor, programme.id, filter) : null,
  ]);
  const base = `/program/${programme.id}/temuan`;
  const address = (changes: Record<string, string | number | undefined>) =>
    withQuery(base, { tampil: shown, topik: filter.topic, pemilik: filter.owner, ...changes });
  if (byTopic.length === 0)
    return (
      <EmptyState title="Belum ada temuan atau RTL">
        Ditulis di tiap kunjungan, lalu terkumpul di sini menurut topik dan penanggung jawab.
      </EmptyState>
    );
  const today = dayOf(now, actor.organisation.timeZone);
  const hasMore = findings?.hasMore ?? items?.hasMore ?? false;
  return (
    <div className="flex flex-col gap-8">
      <div className="grid items-start gap-8 lg:grid-cols-2">
        <RollUpTable
          title="Menurut topik"
          none="Tanpa topik"
          rows={byTopic}
          addressOf={(name) => withQuery(base, { tampil: shown, topik: name })}
        />
        <RollUpTable
          title="Menurut penanggung jawab"
          none="Belum ditentukan"
          rows={byOwner}
          addressOf={(name) => withQuery(base, { tampil: shown, pemilik: name })}
        />
      </div>
      <section aria-labelledby="rinci">
        <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-1">
          <h2 id="rinci">{shown === "temuan" ? "Temuan" : "RTL"}</h2>
          {(filter.topic || filter.owner) && (
            <p>
              {[filter.topic, filter.owner].filter(Boolean).join(" · ")}{" "}
              <Link href={withQuery(base, { tampil: shown })} prefetch={false} className="link">
                Hapus filter
              </Link>
            </p>
          )}
          <Link
            href={address({ tampil: shown === "temuan" ? "rtl" : "temuan" })}
            prefetch={false}
            className="link no-print inline-flex min-h-11 items-center"
          >
            {shown === "temuan" ? "Lihat RTL" : "Lihat temuan"}
          </Link>
        </div>
        <ul className="border-t border-line">
          {findings?.findings.map((finding) => (
            <Row
              key={finding.id}
              href={`/kegiatan/${finding.meetingId}/temuan`}
              title={finding.statement}
              detail={[finding.topic, finding.visited, formatDayShort(dayOf(finding.startsAt, finding.timeZone))]}
              end={finding.items > 0 ? `${finding.items} RTL` : "belum ada RTL"}
            />
          ))}
          {items?.items.map((item) => (
            <Row
              key={item.id}
              href={`/kegiatan/${item.meetingId}/rtl/${item.id}`}
              title={item.activity}
              detail={[ownerWords(item), item.puskesmas.join(", "), `sampai ${formatDayShort(item.deadline)}`]}
              end={progressWords(item)}
              isLate={isOverdue(item, today)}
            />
          ))}
        </ul>
        {(findings?.findings ?? items?.items ?? []).length === 0 && <p className="text-muted">Tidak ada yang cocok.</p>}
        <Pager
          previous={filter.page > 1 ? address({ halaman: filter.page - 1 }) : null}
          next={hasMore ? address({ halaman: filter.page + 1 }) : null}
        />
      </section>
    </div>
  );
}

type RowProps = { href: string; title: string; detail: readonly (string | null)[]; end: string; isLate?: boolean };

function Row({ href, title, detail, end, isLate = false }: RowProps) {
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1 border-b border-line py-3">
      <div className="min-w-0 flex-1 basis-80">
        <Link href={href} prefetch={false} className="link font-semibold">
          {title}
        </Link>
        <p className="text-sm text-muted">{detail.filter(Boolean).join(" · ")}</p>
      </div>
      <span className={isLate ? "font-semibold text-late" : "text-muted"}>{isLate ? `terlambat, ${end}` : end}</span>
    </li>
  );
}
