import type { ImportWords } from "@/lib/imports/preview";

/** The first step of an import: a file to fill in, and what belongs in its columns. */
export function FirstStep({ heading, text, links, columns }: ImportWords["first"]) {
  return (
    <section aria-labelledby="templat">
      <h2 id="templat">{heading}</h2>
      <p className="mt-1 mb-3">{text}</p>
      <div className="flex flex-wrap gap-3">
        {links.map(({ href, label }) => (
          <a key={href} href={href} className="button">
            {label}
          </a>
        ))}
      </div>
      {columns && (
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
      )}
    </section>
  );
}
