import { FilterBar, ListFilters } from "@/components/list/filter-bar";
import { FilterChips } from "@/components/list/filter-chips";
import { OfficeChoice } from "@/components/office-choice";
import { PuskesmasChoice } from "@/components/puskesmas-choice";
import type { OfficeView } from "@/lib/organisations/office-view";
import { type ReportFilter, type ReportFilterState, reportStates } from "@/lib/reviews/schema";

export const stateWords: Record<ReportFilterState, string> = {
  menunggu: "Menunggu ditinjau",
  ditinjau: "Sudah ditinjau",
  dikembalikan: "Dikembalikan",
  semua: "Semua laporan",
};

type Props = {
  filter: ReportFilter;
  view: OfficeView;
  /** How many wait for the own office. */
  waiting: number | undefined;
  hrefOf: (changed: { keadaan?: string; puskesmas?: string; dinkes?: string }) => string;
};

export function ReportFilters({ filter, view, waiting, hrefOf }: Props) {
  const office = view.offices.find(({ id }) => id === view.officeId);
  const puskesmas = view.puskesmas.find(({ id }) => id === filter.puskesmas);
  const isNarrowed = Boolean(office ?? puskesmas);
  return (
    <ListFilters>
      <FilterChips
        label="Status laporan"
        chips={reportStates.map((state) => ({
          label: stateWords[state],
          href: hrefOf({ keadaan: state }),
          isHere: state === filter.keadaan,
          count: state === "menunggu" && !isNarrowed ? waiting : undefined,
        }))}
      />
      {(view.offices.length > 0 || view.puskesmas.length > 0) && (
        <FilterBar
          kept={[["keadaan", filter.keadaan]]}
          set={[
            ...(office ? [{ label: office.name, without: hrefOf({ dinkes: "", puskesmas: "" }) }] : []),
            ...(puskesmas ? [{ label: puskesmas.name, without: hrefOf({ puskesmas: "" }) }] : []),
          ]}
        >
          <OfficeChoice view={view} className="block min-w-0" />
          <PuskesmasChoice members={view.puskesmas} chosen={filter.puskesmas} />
        </FilterBar>
      )}
    </ListFilters>
  );
}
