import Link from "next/link";
import { Badge } from "@/components/badge";
import { Local } from "@/components/local-words";
import { Pager } from "@/components/pager";
import type { PreviewList } from "@/lib/imports/preview";
import { withQuery } from "@/lib/web/query";

const rowsPerPage = 50;
const mostFaults = 200;

type Props = {
  list: PreviewList;
  /** The preview's address. */
  path: string;
  /** Of a list with kinds, the one that is looked at. */
  kind: string;
  page: number;
};

/** One list of the preview: rows to mend, or what becomes of each. */
export function PreviewRows({ list, path, kind, page }: Props) {
  if (list.rows.length === 0) return null;
  return list.isFault ? <Faults list={list} /> : <Outcomes list={list} path={path} kind={kind} page={page} />;
}

function Faults({ list: { id, title, hint, rows, unnamed } }: { list: PreviewList }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="mt-1 mb-2 text-muted">
        {hint}
        {rows.length > mostFaults && ` Yang tampil ${mostFaults} pertama dari ${rows.length.toLocaleString("id-ID")}.`}
      </p>
      <ul className="border-t border-line">
        {rows.slice(0, mostFaults).map(({ row, label, lines }) => (
          <li key={`${row} ${label}`} className="grid gap-x-4 border-b border-line py-3 sm:grid-cols-[6rem_1fr_1.4fr]">
            <p className="font-semibold">Baris {row.toLocaleString("id-ID")}</p>
            <p className="min-w-0 break-words text-muted">{label || unnamed}</p>
            <ul className="min-w-0 break-words text-late">
              {lines.map((line) => (
                <li key={line}>
                  <Local>{line}</Local>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Outcomes({ list, path, kind, page }: Props) {
  const { id, title, kinds = [], rows, total = rows.length } = list;
  const chosen = kinds.find((one) => one.kind === kind)?.kind;
  const matching = chosen ? rows.filter((row) => row.kind === chosen) : rows;
  const shown = matching.slice((page - 1) * rowsPerPage, page * rowsPerPage);
  const href = (number: number) =>
    `${withQuery(path, { lihat: chosen, halaman: number > 1 ? number : undefined })}#${id}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="scroll-mt-20">
        {title}
        {page > 1 && `, halaman ${page}`}
      </h2>
      {total > rows.length && (
        <p className="mt-1 text-muted">
          Yang tampil {rows.length.toLocaleString("id-ID")} pertama dari {total.toLocaleString("id-ID")}.
        </p>
      )}
      <KindTabs list={list} path={path} chosen={chosen} />
      <ul className="mt-3 border-t border-line">
        {shown.map((row) => (
          <Outcome key={`${row.row} ${row.label}`} row={row} kinds={kinds} />
        ))}
      </ul>
      {shown.length === 0 && <p className="py-4 text-muted">Tidak ada baris di halaman ini.</p>}
      <Pager
        previous={page > 1 ? href(page - 1) : null}
        next={page * rowsPerPage < matching.length ? href(page + 1) : null}
      />
    </section>
  );
}

function KindTabs({ list, path, chosen }: { list: PreviewList; path: string; chosen: string | undefined }) {
  const counts = new Map<string, number>();
  for (const { kind = "" } of list.rows) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const present = (list.kinds ?? []).filter(({ kind }) => counts.has(kind));
  if (present.length < 2) return null;
  const tabs: { kind: string | undefined; name: string; count: number }[] = [
    { kind: undefined, name: "Semua", count: list.rows.length },
    ...present.map(({ kind, name }) => ({ kind, name, count: counts.get(kind) ?? 0 })),
  ];
  return (
    <nav aria-label="Tampilkan" className="no-print mt-2 flex flex-wrap gap-2">
      {tabs.map(({ kind, name, count }) => (
        <Link
          key={name}
          href={withQuery(path, { lihat: kind })}
          prefetch={false}
          className={tab}
          aria-current={kind === chosen ? "page" : undefined}
        >
          {name} {count.toLocaleString("id-ID")}
        </Link>
      ))}
    </nav>
  );
}

type OutcomeProps = { row: PreviewList["rows"][number]; kinds: NonNullable<PreviewList["kinds"]> };

function Outcome({ row: { row, label, kind, lines, warnings = [] }, kinds }: OutcomeProps) {
  const badge = kinds.find((one) => one.kind === kind);
  return (
    <li className="grid gap-x-4 gap-y-1 border-b border-line py-2 sm:grid-cols-[6rem_1fr_1.4fr]">
      <p className="text-sm text-muted">Baris {row.toLocaleString("id-ID")}</p>
      <p className="min-w-0 break-words">{label}</p>
      <div className="min-w-0 break-words">
        {badge && <Badge tone={badge.tone}>{badge.name}</Badge>}
        {lines.map((line) => (
          <p key={line} className={badge ? "text-sm" : "whitespace-pre-line"}>
            {line}
          </p>
        ))}
        {warnings.map((warning) => (
          <p key={warning} className="text-sm text-soon">
            {warning}
          </p>
        ))}
      </div>
    </li>
  );
}

const tab =
  "inline-flex min-h-11 items-center rounded border border-edge px-3 no-underline aria-[current=page]:border-accent aria-[current=page]:bg-accent-soft aria-[current=page]:font-semibold aria-[current=page]:text-accent-strong";
