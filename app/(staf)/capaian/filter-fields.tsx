import type { ReactNode } from "react";

type Option = { value: string; label: string };

/** A form whose choices stand in the address. */
export function FilterForm({ children, submit = "Terapkan" }: { children: ReactNode; submit?: string }) {
  return (
    <form method="get" className="no-print mb-5 flex flex-wrap items-end gap-3">
      {children}
      <button type="submit" className="button">
        {submit}
      </button>
    </form>
  );
}

type SelectProps = { name: string; label: string; value: string; options: readonly Option[]; wide?: boolean };

export function FilterSelect({ name, label, value, options, wide = false }: SelectProps) {
  const id = `pilih-${name}`;
  return (
    <div className={wide ? "w-full sm:w-80" : "min-w-36"}>
      <label htmlFor={id} className="mb-1 block text-sm font-semibold">
        {label}
      </label>
      <select id={id} name={name} key={value} defaultValue={value} className="input">
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

export function FilterYear({ value }: { value: number }) {
  return (
    <div className="w-28">
      <label htmlFor="pilih-tahun" className="mb-1 block text-sm font-semibold">
        Tahun
      </label>
      <input id="pilih-tahun" name="tahun" inputMode="numeric" defaultValue={value} key={value} className="input" />
    </div>
  );
}
