import { measureNames, measures } from "@/lib/matrix/filter";
import { rowNames } from "@/lib/matrix/readings";
import { cellNames, cellSlugs, columnKeys, periods } from "@/lib/matrix/states";
import { periodName } from "@/lib/meetings/rules";
import type { Request } from "./matrix-request";

const sorts = [
  ["", "Paling tertinggal dulu"],
  ["nama", "Nama"],
  ["rtl", "RTL tepat waktu, terendah dulu"],
  ["terlambat", "RTL terlambat, terbanyak dulu"],
  ["umur", "Umur RTL terbuka, tertua dulu"],
  ["hadir", "Kehadiran lintas sektor, terendah dulu"],
  ["aktif", "Terakhir aktif, terlama dulu"],
] as const;

type Props = { request: Request; clusters: readonly { id: string; name: string }[] };

/** Filters that live in the address: a plain form by GET. */
export function MatrixFilterForm({ request: { office, filter, year, matrix }, clusters }: Props) {
  const isPuskesmas = office.level === "puskesmas";
  const columns = periods.map((period, place) => [columnKeys[place] ?? "", periodName({ ...period, year })] as const);
  const states = Object.entries(cellSlugs).map(([slug, state]) => [slug, cellNames[state]] as const);
  return (
    <form method="get" action="/matriks" className="no-print mb-5 flex flex-wrap items-end gap-3">
      {filter.tahun && <input type="hidden" name="tahun" value={filter.tahun} />}
      {isPuskesmas ? (
        filter.wilayah && <input type="hidden" name="wilayah" value={filter.wilayah} />
      ) : (
        <>
          <Choice
            name="wilayah"
            label={rowNames[office.level]}
            value={filter.wilayah}
            options={[
              [filter.wilayah ?? "", "Semua"],
              ...matrix.rows
                .toSorted((one, other) => one.name.localeCompare(other.name, "id"))
                .map(({ id, name }) => [id, name] as const),
            ]}
          />
          <Choice
            name="ukuran"
            label="Yang dihitung"
            value={filter.ukuran}
            options={measures.map((measure) => [measure, measureNames[measure]] as const)}
          />
        </>
      )}
      {clusters.length > 0 && (
        <Choice
          name="klaster"
          label="Klaster binaan"
          value={filter.klaster}
          options={[["", "Semua"], ...clusters.map(({ id, name }) => [id, name] as const)]}
        />
      )}
      <Choice name="urut" label="Urutan" value={filter.urut} options={[...sorts, ...columns]} />
      <Choice name="keadaan" label="Status" value={filter.keadaan} options={[["", "Semua"], ...states]} />
      <Choice name="periode" label="Pada periode" value={filter.periode} options={[["", "Mana saja"], ...columns]} />
      <button type="submit" className="button">
        Terapkan
      </button>
    </form>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  value: string | undefined;
  options: readonly (readonly [string, string])[];
};

function Choice({ name, label, value = "", options }: ChoiceProps) {
  return (
    <label className="min-w-36 flex-1 text-sm sm:max-w-52">
      {label}
      <select key={value} name={name} defaultValue={value} className="input">
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
