import type { ListedItem } from "@/lib/plan/item-query";
import type { DueFrom } from "@/lib/plan/rules";
import { ProgressBar } from "../progress/progress-bar";
import { ItemDetails } from "./item-details";
import { DueBadge, ShortFlags } from "./item-parts";

type Props = {
  items: readonly ListedItem[];
  today: DueFrom;
  caption: string;
  /** Over several meetings: from which one a row is. */
  showMeeting?: boolean;
  /** Over several puskesmas: whose it is. */
  showPuskesmas?: boolean;
  /** Rows can be ticked: the list is in a form that says what is done with them. */
  canChoose?: boolean;
};

/**
 * Rows of action plans, a line each on a desk and two on a phone; the rest unfolds, and is open on paper. Few words of
 * style in them, since a Dinkes reads forty rows at once over a slow line.
 */
export function ItemList({ items, today, caption, canChoose, ...shown }: Props) {
  return (
    <ul data-in-app aria-label={caption} className="item-rows">
      {items.map((item) => (
        <li key={item.id}>
          {canChoose && (
            <label className="pick no-print">
              <input
                type="checkbox"
                data-row
                name="rtl"
                value={item.id}
                aria-label={`Pilih RTL ${item.number}, ${item.activity}`}
              />
            </label>
          )}
          <p className="row-title">
            <a href={`/kegiatan/${item.meetingId}/rtl/${item.id}`} className="link">
              {item.number}. {item.activity}
            </a>
            <ShortFlags item={item} />
          </p>
          <DueBadge item={item} today={today} />
          <span className="row-owner">{item.responsibleInstitution}</span>
          <ProgressBar {...item} />
          <details className="row-more">
            <summary aria-label={`Rincian RTL ${item.number}, ${item.activity}`} />
            <ItemDetails item={item} {...shown} />
          </details>
        </li>
      ))}
    </ul>
  );
}
