import { OfficeChoice } from "@/components/office-choice";
import type { OfficeView } from "@/lib/organisations/office-view";
import { professionNames } from "@/lib/staff/professions";
import { professions } from "@/lib/trainings/participant-schema";

type Props = { query: { profesi: readonly string[]; puskesmas: string; nama: string }; view: OfficeView };

/** Filters that live in the address: a plain form by GET. */
export function StaffFilterForm({ query, view }: Props) {
  return (
    <form method="get" className="mb-5 flex flex-col gap-3">
      <fieldset>
        <legend className="mb-1 font-semibold">Profesi</legend>
        <div className="flex flex-wrap gap-2">
          {professions.map((profession) => (
            <label
              key={profession}
              className="flex min-h-11 items-center gap-2 rounded border border-edge px-3 has-checked:border-accent has-checked:bg-accent-soft"
            >
              <input
                type="checkbox"
                name="profesi"
                value={profession}
                defaultChecked={query.profesi.includes(profession)}
                className="size-5 shrink-0 accent-accent"
              />
              {professionNames[profession]}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="flex flex-wrap items-end gap-3">
        <OfficeChoice view={view} className="min-w-36 flex-1 text-sm sm:max-w-64" />
        {view.members.length > 0 && (
          <label className="min-w-36 flex-1 text-sm sm:max-w-64">
            Puskesmas
            <select key={view.puskesmasId} name="puskesmas" defaultValue={view.puskesmasId ?? ""} className="input">
              <option value="">semua</option>
              {view.members.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <label className="min-w-36 flex-1 text-sm sm:max-w-64">
          Nama
          <input name="nama" defaultValue={query.nama} className="input" />
        </label>
        <button type="submit" className="button">
          Terapkan
        </button>
      </div>
    </form>
  );
}
