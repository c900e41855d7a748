import { Badge } from "@/components/badge";
import type { ComparedField, ComparedRow, ComparedSection, Piece } from "@/lib/reviews/compare";

type Props = { sections: readonly ComparedSection[]; before: number; after: number };

const stateWords = {
  added: { tone: "done", icon: "plus", words: "Baru" },
  removed: { tone: "soon", icon: "cross", words: "Tidak ada lagi" },
  changed: { tone: "plain", icon: "swap", words: "Berubah" },
} as const;

/** Two revisions side by side, what is the same left out; one below the other on a phone. */
export function ReportComparison({ sections, before, after }: Props) {
  const changed = sections.filter(({ rows }) => rows.length > 0);
  if (changed.length === 0)
    return (
      <p>
        Isi revisi {after} sama dengan revisi {before}.
      </p>
    );
  return (
    <div className="flex flex-col gap-8">
      <p className="text-sm text-muted">
        Yang dicoret hanya ada di revisi {before}, yang bergaris bawah hanya ada di revisi {after}.
      </p>
      {changed.map((section) => (
        <section key={section.key} aria-labelledby={`banding-${section.key}`}>
          <h2 id={`banding-${section.key}`} className="mb-1">
            {section.title}
          </h2>
          {section.same > 0 && <p className="mb-2 text-sm text-muted">{section.same} baris lain tidak berubah.</p>}
          <ul className="flex flex-col gap-3">
            {section.rows.map((row) => (
              <li key={row.id} className="card">
                <ChangedRow row={row} before={before} after={after} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function ChangedRow({ row, before, after }: { row: ComparedRow; before: number; after: number }) {
  const { tone, icon, words } = stateWords[row.state];
  return (
    <>
      <h3 className="mb-2 flex flex-wrap items-center gap-2">
        {row.title}
        <Badge tone={tone} icon={icon}>
          {words}
        </Badge>
      </h3>
      <dl className="flex flex-col gap-3">
        {row.fields.map((field) => (
          <div key={field.label}>
            <dt className="text-sm text-muted">{field.label}</dt>
            <dd className={row.state === "changed" ? "grid gap-2 md:grid-cols-2" : ""}>
              {row.state !== "added" && <Side field={field} of="before" number={before} />}
              {row.state !== "removed" && <Side field={field} of="after" number={after} />}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Side({ field, of, number }: { field: ComparedField; of: "before" | "after"; number: number }) {
  const pieces = field[of];
  return (
    <div className="rounded bg-sunken px-3 py-2">
      <p className="text-xs text-muted">Revisi {number}</p>
      <p className="whitespace-pre-line">
        {pieces.length === 0 ? <span className="text-muted">(kosong)</span> : pieces.map(wordsOf(of))}
      </p>
    </div>
  );
}

function wordsOf(of: "before" | "after") {
  const Tag = of === "before" ? "del" : "ins";
  const look = of === "before" ? "bg-late-soft text-late" : "bg-done-soft text-done";
  return ({ text, isChanged }: Piece, index: number) =>
    isChanged ? (
      <Tag key={index} className={look}>
        {text}
      </Tag>
    ) : (
      text
    );
}
