import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/page-header";
import { isDinkes } from "@/lib/actor";
import { listSeats } from "@/lib/directory/reads";
import { seatName } from "@/lib/directory/rules";
import { listFollowUps } from "@/lib/follow-up/reads";
import { followUpSchema } from "@/lib/follow-up/schema";
import { listMeetings } from "@/lib/meetings/reads";
import { statusNames } from "@/lib/meetings/rules";
import { dueWords } from "@/lib/plan/rules";
import { dayOf, formatDayShort } from "@/lib/time";
import { say } from "@/lib/web/local-words";
import { type Query, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";

export const metadata: Metadata = { title: "Cari" };

const shownEach = 8;

export default async function SearchPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const words = queryText((await searchParams).q);
  return (
    <>
      <PageHeader title="Cari" />
      <form method="get" className="mb-6 flex gap-2">
        <input
          type="search"
          name="q"
          defaultValue={words}
          aria-label="Cari kegiatan, mitra, RTL"
          placeholder="Kegiatan, mitra, atau RTL"
          className="input max-w-lg"
        />
        <button type="submit" className="button button-main">
          Cari
        </button>
      </form>
      {words ? (
        <Results words={words} actor={actor} />
      ) : (
        <p className="text-muted">{say("Ketik sebagian nama kegiatan, jabatan, pejabat, desa, atau isi RTL.")}</p>
      )}
    </>
  );
}

async function Results({ words, actor }: { words: string; actor: Awaited<ReturnType<typeof requireActor>> }) {
  const followUp = followUpSchema.parse({ status: "semua", cari: words });
  const [{ meetings }, directory, { items, today }] = await Promise.all([
    listMeetings(actor, { words }),
    isDinkes(actor) ? null : listSeats(actor, { q: words }),
    listFollowUps(actor, followUp, new Date()),
  ]);
  const seats = directory?.seats ?? [];
  if (meetings.length + seats.length + items.length === 0) {
    return <p>Tidak ada yang cocok dengan “{words}”. Coba kata yang lebih pendek.</p>;
  }
  const q = encodeURIComponent(words);
  return (
    <div className="flex flex-col gap-8">
      <Group title="Kegiatan" count={meetings.length} more={null}>
        {meetings.slice(0, shownEach).map((meeting) => (
          <Hit key={meeting.id} href={`/kegiatan/${meeting.id}`} text={meeting.title}>
            {formatDayShort(dayOf(meeting.startsAt, meeting.timeZone))} · {statusNames[meeting.status]} ·{" "}
            {meeting.counts.hostName}
          </Hit>
        ))}
      </Group>
      <Group title="Mitra" count={seats.length} more={`/mitra?q=${q}`}>
        {seats.slice(0, shownEach).map((seat) => (
          <Hit
            key={seat.id}
            href={`/mitra/${seat.id}`}
            text={seatName({ title: seat.title, prefix: seat.holder?.prefix })}
          >
            {[seat.holder?.name, seat.institution].filter(Boolean).join(" · ")}
          </Hit>
        ))}
      </Group>
      <Group title="RTL" count={items.length} more={`/tindak-lanjut?status=semua&cari=${q}`}>
        {items.slice(0, shownEach).map((item) => (
          <Hit key={item.id} href={`/kegiatan/${item.meetingId}/rtl/${item.id}`} text={item.activity}>
            {dueWords(item, today)} · {item.responsibleInstitution}
          </Hit>
        ))}
      </Group>
    </div>
  );
}

function Group({
  title,
  count,
  more,
  children,
}: {
  title: string;
  count: number;
  more: string | null;
  children: ReactNode;
}) {
  if (count === 0) return null;
  return (
    <section>
      <h2 className="mb-2">{title}</h2>
      <ul className="border-t border-line">{children}</ul>
      {more && count > shownEach && (
        <p className="mt-2">
          <Link href={more} prefetch={false} className="link">
            Lihat semua
          </Link>
        </p>
      )}
    </section>
  );
}

function Hit({ href, text, children }: { href: string; text: string; children: ReactNode }) {
  return (
    <li className="border-b border-line py-2">
      <Link href={href} prefetch={false} className="link font-semibold">
        {text}
      </Link>
      <p className="text-sm text-muted">{children}</p>
    </li>
  );
}
