import type { Metadata } from "next";
import { AppLink } from "@/components/app-link";
import { EmptyState } from "@/components/empty-state";
import { ActionForm } from "@/components/form/action-form";
import { PageHeader } from "@/components/page-header";
import { Pager } from "@/components/pager";
import { type ListedNews, listNews } from "@/lib/notifications/reads";
import { eventIdOf } from "@/lib/notifications/schema";
import { listWaiting, type Waiting } from "@/lib/notifications/waiting";
import { formatMoment } from "@/lib/time";
import { type Query, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { markAllReadAction, openAction } from "./actions";

export const metadata: Metadata = { title: "Pemberitahuan" };

/** What waits for me, asked of the data now; and what happened that concerns me, newest first. */
export default async function NotificationsPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const before = eventIdOf(queryText((await searchParams).sebelum)) || undefined;
  const [waiting, { news, hasMore }] = await Promise.all([
    before ? [] : listWaiting(actor, new Date()),
    listNews(actor, { before }),
  ]);
  const newest = news.find(({ readAt }) => !readAt);
  return (
    <>
      <PageHeader title="Pemberitahuan">
        <p className="text-muted">
          <AppLink href="/akun/pemberitahuan" className="link inline-flex min-h-11 items-center">
            Atur pemberitahuan dan email
          </AppLink>
        </p>
      </PageHeader>
      <div className="flex flex-col gap-9">
        {!before && <WaitingList waiting={waiting} />}
        <section aria-labelledby="kabar">
          <div className="mb-2 flex flex-wrap items-center justify-between gap-3">
            <h2 id="kabar">Kabar</h2>
            {newest && (
              <ActionForm
                key={String(newest.eventId)}
                action={markAllReadAction.bind(null, String(newest.eventId))}
                submit="Tandai semua sudah dibaca"
                tone="plain"
                className="no-print"
              />
            )}
          </div>
          {news.length === 0 ? (
            <EmptyState title="Belum ada kabar">
              Laporan, eskalasi, penugasan RTL, pengesahan, dan jawaban undangan yang menyangkut Anda tampak di sini.
            </EmptyState>
          ) : (
            <ol className="border-t border-line">
              {news.map((one) => (
                <NewsRow key={`${one.about}${one.eventId}`} news={one} />
              ))}
            </ol>
          )}
          <Pager
            previous={before ? "/pemberitahuan" : null}
            next={hasMore ? `/pemberitahuan?sebelum=${news.at(-1)?.eventId}` : null}
          />
        </section>
      </div>
    </>
  );
}

function WaitingList({ waiting }: { waiting: readonly Waiting[] }) {
  return (
    <section aria-labelledby="menunggu">
      <h2 id="menunggu" className="mb-2">
        Menunggu Anda
      </h2>
      {waiting.length === 0 ? (
        <p className="text-muted">Tidak ada yang menunggu.</p>
      ) : (
        <ul className="border-t border-line">
          {waiting.map(({ title, reason, href, isLate }) => (
            <li key={`${href}${title}`} className="border-b border-line py-3">
              <AppLink href={href} className="link font-semibold">
                {title}
              </AppLink>
              <p className={isLate ? "text-sm text-late" : "text-sm text-muted"}>{reason}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function NewsRow({ news }: { news: ListedNews }) {
  const { says, where, lines, about, eventId: id, readAt, at, timeZone, href } = news;
  return (
    <li className="border-b border-line py-3">
      {readAt ? (
        <AppLink href={href} className="link">
          {says}
        </AppLink>
      ) : (
        <form action={openAction.bind(null, about, String(id))}>
          <button type="submit" className="link cursor-pointer text-left font-semibold">
            {says}
          </button>
        </form>
      )}
      {lines.map((line) => (
        <p key={line} className="line-clamp-2 text-sm">
          {line}
        </p>
      ))}
      <p className="text-sm text-muted">
        {!readAt && <b className="mr-2 text-soon">Baru</b>}
        <time dateTime={at.toISOString()}>{formatMoment(at, timeZone)}</time>
        {where && ` · ${where}`}
      </p>
    </li>
  );
}
