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

type Props = { filter: ReportFilter; view: OfficeView };

export function ReportFilterForm({ filter, view }: Props) {
  return (
    <form method="get" className="no-print mb-6 grid grid-cols-1 items-end gap-3 sm:flex sm:flex-wrap">
      <label className="block sm:w-56">
        <span className="mb-1 block text-sm">Status</span>
        <select key={filter.keadaan} name="keadaan" defaultValue={filter.keadaan} className="input">
          {reportStates.map((state) => (
            <option key={state} value={state}>
              {stateWords[state]}
            </option>
          ))}
        </select>
      </label>
      <OfficeChoice view={view} />
      <PuskesmasChoice members={view.puskesmas} chosen={filter.puskesmas} />
      <button type="submit" className="button">
        Terapkan
      </button>
    </form>
  );
}
