import { FilterBar, FilterChoice, ListFilters } from "@/components/list/filter-bar";
import { FilterChips } from "@/components/list/filter-chips";
import { OfficeChoice } from "@/components/office-choice";
import type { BesideList } from "@/lib/meetings/meeting-page";
import { kindNames, statusNames } from "@/lib/meetings/rules";
import type { OfficeView } from "@/lib/organisations/office-view";
import { formatDayLong } from "@/lib/time";
import { withQuery } from "@/lib/web/query";
import type { MeetingStatus } from "@/prisma/generated/enums";

export type MeetingQuery = {
  tahun: string;
  jenis: string;
  keadaan: string;
  puskesmas: string;
  dinkes: string;
  hari: string;
  bulan: string;
};

type Props = { query: MeetingQuery; view: OfficeView; states: BesideList["states"] | undefined; thisYear: number };

const states = [
  "SCHEDULED",
  "IN_PROGRESS",
  "CLOSED",
  "DRAFT",
  "POSTPONED",
  "CANCELLED",
] as const satisfies MeetingStatus[];

/** States as chips; kind, year and office folded. All of it lives in the address. */
export function MeetingFilters({ query, view, states: counts, thisYear }: Props) {
  const address = (changed: Partial<MeetingQuery>) => withQuery("/kegiatan", { ...query, ...changed });
  const shown = states.filter((state) => state === query.keadaan || !counts || counts[state]);
  const all = counts && Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <ListFilters>
      <FilterChips
        label="Status kegiatan"
        chips={[
          {
            label: "Semua",
            href: address({ keadaan: "" }),
            isHere: !shown.some((state) => state === query.keadaan),
            count: all,
          },
          ...shown.map((state) => ({
            label: statusNames[state],
            href: address({ keadaan: state }),
            isHere: state === query.keadaan,
            count: counts?.[state] ?? (counts ? 0 : undefined),
          })),
        ]}
      />
      <FilterBar
        kept={query.keadaan ? [["keadaan", query.keadaan]] : []}
        set={setFilters(query, view).map(({ name, label }) => ({ label, without: address({ [name]: "" }) }))}
      >
        <FilterChoice
          name="jenis"
          label="Jenis"
          value={query.jenis}
          empty="Semua jenis"
          options={Object.entries(kindNames)}
        />
        <label className="block min-w-0">
          <span className="mb-1 block text-sm">Tahun</span>
          <input
            key={query.tahun}
            name="tahun"
            inputMode="numeric"
            defaultValue={query.tahun}
            placeholder={`semua, misalnya ${thisYear}`}
            className="input"
          />
        </label>
        <OfficeChoice view={view} className="block min-w-0" />
        {view.members.length > 0 && (
          <FilterChoice
            name="puskesmas"
            label="Puskesmas"
            value={query.puskesmas}
            empty="Semua puskesmas"
            options={view.members.map(({ id, name }) => [id, name])}
          />
        )}
      </FilterBar>
    </ListFilters>
  );
}

function setFilters(query: MeetingQuery, view: OfficeView): { name: keyof MeetingQuery; label: string }[] {
  const kind = Object.entries(kindNames).find(([key]) => key === query.jenis);
  const found = (offices: readonly { id: string; name: string }[], id: string | undefined) =>
    offices.find((office) => office.id === id)?.name;
  const set: { name: keyof MeetingQuery; label: string | undefined }[] = [
    { name: "hari", label: query.hari && formatDayLong(query.hari) },
    { name: "jenis", label: kind?.[1] },
    { name: "tahun", label: query.tahun },
    { name: "dinkes", label: found(view.offices, view.officeId) },
    { name: "puskesmas", label: found(view.members, view.puskesmasId) },
  ];
  return set.flatMap(({ name, label }) => (label ? [{ name, label }] : []));
}
