import type { ReactNode } from "react";
import type { Row, Section } from "@/lib/reviews/sections";

type Props = {
  sections: readonly Section[];
  /** What belongs under a row: the comments of an RTL. */
  below?: (section: Section, row: Row) => ReactNode;
};

/** A report as it was sent, section by section. */
export function ReportSections({ sections, below }: Props) {
  return (
    <div className="flex flex-col gap-8">
      {sections.map((section) => (
        <section key={section.key} aria-labelledby={`bagian-${section.key}`}>
          <h2 id={`bagian-${section.key}`} className="mb-2">
            {section.title}
          </h2>
          {section.rows.length === 0 ? (
            <p className="text-muted">Tidak ada.</p>
          ) : (
            <ul className="border-t border-line">
              {section.rows.map((row) => (
                <li key={row.id} id={`baris-${row.id}`} className="scroll-mt-4 border-b border-line py-3">
                  <ReportRow section={section} row={row} />
                  {below?.(section, row)}
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  );
}

const inOneLine: Section["key"][] = ["evidence", "documents"];
const withoutTitle: Section["key"][] = ["head", "attendance"];
function ReportRow({ section: { key }, row }: { section: Section; row: Row }) {
  const isLine = inOneLine.includes(key);
  return (
    <div className={isLine ? "sm:grid sm:grid-cols-2 sm:gap-x-6" : ""}>
      {!withoutTitle.includes(key) && (
        <h3 className={isLine ? "font-normal" : "mb-1"}>
          {row.href ? (
            <a href={row.href} className="link">
              {row.title}
            </a>
          ) : (
            row.title
          )}
        </h3>
      )}
      <dl className={key === "attendance" ? "flex flex-wrap gap-x-6 gap-y-1" : "grid gap-1"}>
        {row.fields.map(({ label, text }) => (
          <ReportField
            key={label}
            label={label}
            text={text}
            isColumn={key === "attendance"}
            isLine={isLine}
            isPlain={isLine || label === "Catatan"}
          />
        ))}
      </dl>
    </div>
  );
}

/** Plain: the words need no label that is seen. */
type FieldProps = { label: string; text: string; isColumn: boolean; isLine: boolean; isPlain: boolean };

function ReportField({ label, text, isColumn, isLine, isPlain }: FieldProps) {
  return (
    <div className={isColumn || isPlain ? "" : "sm:grid sm:grid-cols-[10rem_minmax(0,1fr)] sm:gap-x-3"}>
      <dt className={isPlain ? "sr-only" : "text-sm text-muted"}>{label}</dt>
      <dd className={isLine ? "text-sm text-muted" : "whitespace-pre-line"}>{text}</dd>
    </div>
  );
}
