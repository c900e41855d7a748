import { OfficeChoice } from "@/components/office-choice";
import { yearsToChoose } from "@/lib/attendance/statistics";
import { sectorNames, sectors } from "@/lib/directory/rules";
import { kindNames } from "@/lib/meetings/rules";
import type { OfficeView } from "@/lib/organisations/office-view";
import { say } from "@/lib/web/local-words";
import type { MeetingKind, Sector } from "@/prisma/generated/enums";

type Props = {
  filter: {
    kind: MeetingKind | undefined;
    year: number | undefined;
    sector: Sector | undefined;
    puskesmasId: string | undefined;
  };
  view: OfficeView;
  now: Date;
};

/** Filters that live in the address: a plain form by GET. */
export function TurnoutFilterForm({ filter, view, now }: Props) {
  const years = yearsToChoose(now.toISOString()).map((year) => [String(year), `Tahun ${year}`] as const);
  return (
    <form method="get" className="no-print mb-6 flex flex-wrap items-end gap-3">
      <Choice
        name="jenis"
        label="Jenis kegiatan"
        value={filter.kind ?? "semua"}
        options={[...Object.entries(kindNames), ["semua", "Semua kegiatan"]]}
      />
      <Choice
        name="tahun"
        label="Waktu"
        value={String(filter.year ?? "")}
        options={[["", "8 triwulan terakhir"], ...years]}
      />
      <Choice
        name="sektor"
        label="Sektor"
        value={filter.sector ?? ""}
        options={[["", "Semua sektor"], ...sectors.map((sector) => [sector, say(sectorNames[sector])] as const)]}
      />
      <OfficeChoice view={view} className="min-w-36 flex-1 text-sm sm:max-w-64" />
      {view.puskesmas.length > 0 && (
        <Choice
          name="puskesmas"
          label="Puskesmas"
          value={filter.puskesmasId ?? ""}
          options={[["", "Semua puskesmas"], ...view.puskesmas.map(({ id, name }) => [id, name] as const)]}
        />
      )}
      <button type="submit" className="button">
        Terapkan
      </button>
    </form>
  );
}

type ChoiceProps = { name: string; label: string; value: string; options: readonly (readonly [string, string])[] };

function Choice({ name, label, value, options }: ChoiceProps) {
  return (
    <label className="min-w-36 flex-1 text-sm sm:max-w-64">
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
