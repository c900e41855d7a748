import { ActionForm } from "@/components/form/action-form";
import type { FormAction } from "@/lib/web/form";

export type MappingRow = { key: string; code: string; meaning: string; remove: FormAction };

export function MappingList({ rows, empty }: { rows: readonly MappingRow[]; empty: string }) {
  if (rows.length === 0) return <p className="text-muted">{empty}</p>;
  return (
    <ul className="border-t border-line">
      {rows.map(({ key, code, meaning, remove }) => (
        <li key={key} className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-2">
          <div className="min-w-0">
            <code className="text-sm break-all">{code}</code>
            <span className="block font-semibold">{meaning}</span>
          </div>
          <details>
            <summary className="min-h-11 content-center text-accent">Hapus</summary>
            <ActionForm
              action={remove}
              submit={`Hapus pemetaan ${code}`}
              tone="plain"
              className="flex flex-col gap-2"
            />
          </details>
        </li>
      ))}
    </ul>
  );
}
