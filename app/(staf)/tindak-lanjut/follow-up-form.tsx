import { stateNames } from "@/components/action-plans/states";
import type { listScopeVillages } from "@/lib/action-plans/follow-up";
import type { Scope } from "@/lib/action-plans/rows";
import { type FollowUpFilter, followUpStates } from "@/lib/action-plans/schema";

type Props = { filter: FollowUpFilter; scope: Scope; villages: Awaited<ReturnType<typeof listScopeVillages>> };

/** Filters that live in the address: a plain form by GET. */
export function FollowUpForm({ filter, scope, villages }: Props) {
  const isTwice = (name: string) => villages.filter((village) => village.name === name).length > 1;
  return (
    <form method="get" className="no-print mb-6 grid grid-cols-2 items-end gap-3 lg:flex lg:flex-wrap">
      <label className="col-span-2 block lg:min-w-56 lg:flex-1">
        <span className="mb-1 block text-sm">Cari kegiatan atau penanggung jawab</span>
        <input type="search" name="cari" defaultValue={filter.cari ?? ""} maxLength={100} className="input" />
      </label>
      <Choice
        name="status"
        label="Status"
        value={filter.status}
        options={followUpStates.map((state) => [state, stateNames[state]])}
      />
      {scope.length > 0 && (
        <Choice
          name="puskesmas"
          label="Puskesmas"
          value={filter.puskesmas}
          empty="Semua puskesmas"
          options={scope.map(({ id, name }) => [id, name])}
        />
      )}
      {villages.length > 0 && (
        <Choice
          name="desa"
          label="Desa"
          value={filter.desa}
          empty="Semua desa"
          options={villages.map(({ code, name, parent }) => [
            code,
            isTwice(name) ? `${name} (${parent?.name ?? code})` : name,
          ])}
        />
      )}
      <button type="submit" className="button max-lg:col-start-2">
        Tampilkan
      </button>
    </form>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  value: string | undefined;
  empty?: string;
  options: (readonly [string, string])[];
};

function Choice({ name, label, value, empty, options }: ChoiceProps) {
  return (
    <label className="block min-w-0 lg:w-44">
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
