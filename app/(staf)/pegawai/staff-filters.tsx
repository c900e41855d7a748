import type { StaffFilter } from "@/lib/staff/reads";
import { professionOptions, statusOptions } from "./staff-words";

type Props = { filter: StaffFilter; offices: readonly { id: string; name: string }[] };

export function StaffFilters({ filter, offices }: Props) {
  return (
    <form className="no-print mb-5 flex flex-wrap items-end gap-3">
      {filter.isFormer && <input type="hidden" name="pernah" value="1" />}
      <label className="block min-w-0 grow">
        <span className="mb-1 block text-sm">{filter.isFormer ? "Cari nama" : "Cari nama atau NIP"}</span>
        <input type="search" name="q" defaultValue={filter.q} className="input" />
      </label>
      <Choice
        name="profesi"
        label="Profesi"
        all="Semua profesi"
        chosen={filter.profession}
        options={professionOptions}
      />
      <Choice name="status" label="Status" all="Semua status" chosen={filter.status} options={statusOptions} />
      {offices.length > 0 && (
        <Choice
          name="instansi"
          label="Instansi"
          all="Semua instansi"
          chosen={filter.organisationId}
          options={offices.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <button type="submit" className="button">
        Terapkan
      </button>
    </form>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  all: string;
  chosen: string | undefined;
  options: readonly { value: string; label: string }[];
};

function Choice({ name, label, all, chosen, options }: ChoiceProps) {
  return (
    <label className="block min-w-0 sm:w-52">
      <span className="mb-1 block text-sm">{label}</span>
      <select key={chosen} name={name} defaultValue={chosen ?? ""} className="input">
        <option value="">{all}</option>
        {options.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
