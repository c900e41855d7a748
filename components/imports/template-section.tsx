import type { ReactNode } from "react";

type Props = {
  /** The import's address: the templates lie at "/templat" below it. */
  path: string;
  columns: readonly { key: string; header: string; help: string }[];
  /** What one row is, and that what is there already can be exported, changed and imported again. */
  children: ReactNode;
};

/** The first step of an import: a template to fill in, and what belongs in its columns. */
export function TemplateSection({ path, columns, children }: Props) {
  return (
    <section aria-labelledby="templat">
      <h2 id="templat">1. Isi templat</h2>
      <p className="mt-1 mb-3">{children}</p>
      <div className="flex flex-wrap gap-3">
        <a href={`${path}/templat?bentuk=xlsx`} className="button">
          Unduh templat Excel
        </a>
        <a href={`${path}/templat?bentuk=csv`} className="button">
          Unduh templat CSV
        </a>
      </div>
      <details className="mt-3">
        <summary className="link py-2">Apa isi setiap kolom</summary>
        <dl className="mt-2 flex flex-col gap-2 sm:grid sm:grid-cols-[10rem_1fr] sm:gap-x-4">
          {columns.map(({ key, header, help }) => (
            <div key={key} className="sm:contents">
              <dt className="font-semibold">{header}</dt>
              <dd className="text-muted">{help}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}
