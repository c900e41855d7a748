import { monthNames } from "@/lib/time";
import { FilterForm, FilterSelect, FilterYear } from "../filter-fields";

type Props = {
  indicators: readonly { id: string; name: string }[];
  indicatorId: string;
  month: number;
  year: number;
  puskesmasId: string;
  others: readonly { id: string; name: string }[];
};

/** One month of all indicators, or one indicator over the year: choosing an indicator wins. */
export function ViewFilter({ indicators, indicatorId, month, year, puskesmasId, others }: Props) {
  return (
    <FilterForm>
      {others.length > 0 && (
        <FilterSelect
          name="puskesmas"
          label="Puskesmas"
          value={puskesmasId}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
          wide
        />
      )}
      <FilterSelect
        name="indikator"
        label="Indikator"
        value={indicatorId}
        options={[
          { value: "", label: "Semua, satu bulan" },
          ...indicators.map(({ id, name }) => ({ value: id, label: `${name}, setahun` })),
        ]}
        wide
      />
      <FilterSelect
        name="bulan"
        label="Bulan"
        value={String(month)}
        options={monthNames.map((label, index) => ({ value: String(index + 1), label }))}
      />
      <FilterYear value={year} />
    </FilterForm>
  );
}
