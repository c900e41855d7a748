import { SelectionBar } from "@/components/list/selection-bar";
import type { FollowUpFilter } from "@/lib/follow-up/schema";
import { narrowingOf } from "./filter-address";

/** What is done with the rows that are ticked: a plain form by GET, each button opens another page with them. */
export function ListTools({ filter }: { filter: FollowUpFilter }) {
  const kept = [...narrowingOf(filter), ...(filter.status === "belum" ? [] : [["status", filter.status] as const])];
  return (
    <SelectionBar>
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" formAction="/tindak-lanjut/kirim" className="button">
        Ingatkan
      </button>
      <button type="submit" formAction="/tindak-lanjut/alihkan" className="button">
        Alihkan
      </button>
      <button type="submit" className="button">
        Unduh Excel
      </button>
    </SelectionBar>
  );
}
