import Link from "next/link";
import { Badge, type Tone } from "@/components/badge";
import { Pager } from "@/components/pager";
import { type Effect, effects, type Plan } from "@/lib/directory/import-plan";
import { withQuery } from "@/lib/web/query";

const words: Record<Effect, { name: string; tone: Tone }> = {
  baru: { name: "Baru", tone: "accent" },
  ganti: { name: "Ganti pejabat", tone: "soon" },
  kosong: { name: "Menjadi lowong", tone: "soon" },
  perbarui: { name: "Diperbarui", tone: "plain" },
  tetap: { name: "Tidak berubah", tone: "plain" },
};

const rowsPerPage = 50;

type Props = { id: string; plan: Plan; effect: Effect | undefined; page: number };

/** What each row that is ready will do. */
export function ReadyRows({ id, plan, effect, page }: Props) {
  if (plan.ready.length === 0) return null;
  const rows = effect ? plan.ready.filter((row) => row.effect === effect) : plan.ready;
  const shown = rows.slice((page - 1) * rowsPerPage, page * rowsPerPage);
  const href = (lihat: Effect | undefined, halaman = 1) =>
    withQuery(`/mitra/impor/${id}`, { lihat, halaman: halaman > 1 ? halaman : undefined });
  const kinds = effects.filter((kind) => plan.counts[kind] > 0);
  return (
    <section aria-labelledby="siap">
      <h2 id="siap">Siap diimpor</h2>
      {kinds.length > 1 && (
        <nav aria-label="Tampilkan" className="no-print mt-2 flex flex-wrap gap-2">
          <Link href={href(undefined)} prefetch={false} className={tab} aria-current={effect ? undefined : "page"}>
            Semua {plan.ready.length.toLocaleString("id-ID")}
          </Link>
          {kinds.map((kind) => (
            <Link
              key={kind}
              href={href(kind)}
              prefetch={false}
              className={tab}
              aria-current={kind === effect ? "page" : undefined}
            >
              {words[kind].name} {plan.counts[kind].toLocaleString("id-ID")}
            </Link>
          ))}
        </nav>
      )}
      <ul className="mt-3 border-t border-line">
        {shown.map(({ row, label, effect: does, changes }) => (
          <li key={row} className="grid gap-x-4 gap-y-1 border-b border-line py-2 sm:grid-cols-[6rem_1fr_1.4fr]">
            <p className="text-sm text-muted">Baris {row.toLocaleString("id-ID")}</p>
            <p className="min-w-0 break-words">{label}</p>
            <div className="min-w-0 break-words">
              <Badge tone={words[does].tone}>{words[does].name}</Badge>
              {changes.map((change) => (
                <p key={change} className="text-sm">
                  {change}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p className="py-4 text-muted">Tidak ada baris di halaman ini.</p>}
      <Pager
        previous={page > 1 ? href(effect, page - 1) : null}
        next={page * rowsPerPage < rows.length ? href(effect, page + 1) : null}
      />
    </section>
  );
}

const tab =
  "inline-flex min-h-11 items-center rounded border border-edge px-3 no-underline aria-[current=page]:border-accent aria-[current=page]:bg-accent-soft aria-[current=page]:font-semibold aria-[current=page]:text-accent-strong";
