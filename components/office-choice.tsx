import type { OfficeView } from "@/lib/organisations/office-view";

type Props = { view: Pick<OfficeView, "offices" | "officeId">; className?: string };

/** Of an office with many puskesmas: the kabupaten first, then the puskesmas. */
export function OfficeChoice({ view: { offices, officeId }, className = "block min-w-0 sm:w-64" }: Props) {
  if (offices.length === 0) return null;
  return (
    <label className={className}>
      <span className="mb-1 block text-sm">Dinas Kesehatan</span>
      <select key={officeId} name="dinkes" defaultValue={officeId ?? ""} className="input">
        <option value="">Semua, pilih untuk menyebut puskesmas</option>
        {offices.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
