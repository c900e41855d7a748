import type { Metadata } from "next";
import { AppLink } from "@/components/app-link";
import { PageHeader } from "@/components/page-header";
import type { Actor } from "@/lib/actor";
import { groupNames, type HitGroup } from "@/lib/search/groups";
import { search } from "@/lib/search/reads";
import { say } from "@/lib/web/local-words";
import { type Query, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";

export const metadata: Metadata = { title: "Cari" };

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
          aria-label="Cari kegiatan, orang, RTL, masalah, notulen, indikator"
          placeholder="Kegiatan, orang, HP, RTL, masalah, notulen, …"
          className="input max-w-lg"
        />
        <button type="submit" className="button button-main">
          Cari
        </button>
      </form>
      {words ? (
        <Results words={words} actor={actor} />
      ) : (
        <p className="text-muted">
          {say("Ketik sebagian nama kegiatan, jabatan, nama atau HP orang, desa, isi RTL, masalah, atau notulen.")}
        </p>
      )}
    </>
  );
}

async function Results({ words, actor }: { words: string; actor: Actor }) {
  if (words.trim().length < 2) return <p>Ketik paling sedikit dua huruf.</p>;
  const groups = await search(actor, words, new Date());
  if (groups.length === 0) return <p>Tidak ada yang cocok dengan “{words}”. Coba kata yang lebih pendek.</p>;
  return (
    <div data-in-app className="flex flex-col gap-8">
      {groups.map((group) => (
        <Group key={group.name} {...group} />
      ))}
    </div>
  );
}

function Group({ name, hits, more }: HitGroup) {
  return (
    <section>
      <h2 className="mb-2">{groupNames[name]}</h2>
      <ul className="border-t border-line">
        {hits.map(({ id, href, text, detail }) => (
          <li key={id} className="border-b border-line py-2">
            <a href={href} className="link font-semibold">
              {text}
            </a>
            <p className="text-sm text-muted">{detail}</p>
          </li>
        ))}
      </ul>
      {more && (
        <p className="mt-2">
          <AppLink href={more}>Lihat semua</AppLink>
        </p>
      )}
    </section>
  );
}
