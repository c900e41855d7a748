"use client";

import { useTypedList } from "@/components/form/form-context";
import { useLocalWords } from "@/components/local-words";

type Village = { code: string; name: string; others: readonly string[] };
type Group = { code: string; name: string; villages: readonly Village[] };

/** The desa of each kecamatan to tick, with the other puskesmas that have them already. */
export function VillageGroups({ groups, initial }: { groups: readonly Group[]; initial: readonly string[] }) {
  const say = useLocalWords();
  const checked = new Set(useTypedList("villageCodes[]", initial));
  const whole = new Set(useTypedList("wholeDistricts[]", []));
  return groups.map((group) => (
    <fieldset key={group.code} className="card">
      <legend className="px-1 font-semibold">
        {say("Kecamatan")} {group.name} <span className="font-normal text-muted">({group.code})</span>
      </legend>
      <label className="mb-2 flex min-h-11 items-center gap-3 border-b border-line py-1">
        <input
          type="checkbox"
          name="wholeDistricts[]"
          value={group.code}
          defaultChecked={whole.has(group.code)}
          className="size-5 shrink-0 accent-accent"
        />
        Semua {group.villages.length} {say("desa dan kelurahan")}
      </label>
      <div className="grid gap-x-4 sm:grid-cols-2 lg:grid-cols-3">
        {group.villages.map((village) => (
          <label key={village.code} className="flex min-h-11 items-center gap-3 py-1">
            <input
              type="checkbox"
              name="villageCodes[]"
              value={village.code}
              defaultChecked={checked.has(village.code)}
              className="size-5 shrink-0 accent-accent"
            />
            <span>
              {village.name} <span className="text-sm text-muted">{village.code}</span>
              {village.others.length > 0 && (
                <span className="block text-sm text-soon">juga {village.others.join(", ")}</span>
              )}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  ));
}
