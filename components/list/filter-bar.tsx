import type { ReactNode } from "react";
import { Icon } from "@/components/icon";

export type SetFilter = { label: string; without: string };

type Props = {
  /** What the field looks for; without one there is none. */
  search?: { name: string; label: string; value: string | undefined };
  /** What the address keeps beside what the form asks for. */
  kept?: readonly (readonly [string, string])[];
  set: readonly SetFilter[];
  /** The less usual filters, folded. */
  children?: ReactNode;
};

/** Chips and the form beside or below them; on paper there are none. */
export function ListFilters({ children }: { children: ReactNode }) {
  return <div className="list-filters">{children}</div>;
}

/** Filters that live in the address: a plain form by GET. Those that are set are shown, each with the way out of it. */
export function FilterBar({ search, kept = [], set, children }: Props) {
  return (
    <>
      <form method="get" data-filter className="filter-bar">
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {search && (
          <>
            <input
              key={search.value}
              type="search"
              name={search.name}
              aria-label={search.label}
              placeholder={search.label}
              defaultValue={search.value ?? ""}
              maxLength={100}
              className="input min-w-0 flex-1 md:max-w-md"
            />
            <button type="submit" className="button !px-3">
              <Icon name="search" />
              <span className="sr-only">Cari</span>
            </button>
          </>
        )}
        {children && (
          <details data-menu className="filter-panel">
            <summary className="button">Filter{set.length > 0 && ` (${set.length})`}</summary>
            <div>
              {children}
              <button type="submit" className="button">
                Terapkan
              </button>
            </div>
          </details>
        )}
      </form>
      {set.length > 0 && (
        <ul data-in-app data-filter aria-label="Filter yang dipakai" className="set-filters">
          {set.map(({ label, without }) => (
            <li key={label}>
              <a href={without}>
                {label}
                <span className="sr-only">: hapus filter ini</span>
                <Icon name="cross" className="size-4" />
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  value: string | undefined;
  empty?: string;
  options: readonly (readonly [string, string])[];
};

export function FilterChoice({ name, label, value, empty, options }: ChoiceProps) {
  return (
    <label className="block min-w-0">
      <span className="mb-1 block text-sm">{label}</span>
      <select key={value} name={name} defaultValue={value ?? ""} className="input">
        {empty && <option value="">{empty}</option>}
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
