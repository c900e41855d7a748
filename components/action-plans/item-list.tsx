import Link from "next/link";
import { Icon } from "@/components/icon";
import type { ListedItem } from "@/lib/action-plans/rows";
import { targetWords } from "@/lib/action-plans/rules";
import { dayOf, formatDayShort } from "@/lib/time";
import { Due, ItemFlags, ItemOwner, villageWords } from "./item-parts";
import { ProgressBar } from "./progress-bar";

type Props = {
  items: readonly ListedItem[];
  today: string;
  caption: string;
  /** Over several meetings: from which one a row is. */
  showMeeting?: boolean;
  /** Over several puskesmas: whose it is. */
  showPuskesmas?: boolean;
};

const itemHref = (item: { meetingId: string; id: string }) => `/kegiatan/${item.meetingId}/rtl/${item.id}`;

/** Rows of action plans: a table on a desk, cards on a phone. */
export function ItemList(props: Props) {
  return (
    <>
      <ItemTable {...props} />
      <ul className="flex flex-col gap-3 md:hidden print:hidden">
        {props.items.map((item) => (
          <ItemCard key={item.id} {...props} item={item} />
        ))}
      </ul>
    </>
  );
}

function ItemTable({ items, today, caption, ...shown }: Props) {
  return (
    <div className="hidden overflow-x-auto md:block print:block">
      <table className="table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Batas waktu</th>
            <th scope="col">Kegiatan</th>
            <th scope="col">Penanggung jawab</th>
            <th scope="col">Desa dan target</th>
            <th scope="col">Kemajuan</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <td>
                <Due item={item} today={today} />
              </td>
              <td className="w-1/3 min-w-56">
                <Title item={item} />
                <Origin item={item} {...shown} />
                <div className="mt-1">
                  <ItemFlags item={item} />
                </div>
              </td>
              <td className="min-w-40">
                <ItemOwner item={item} />
              </td>
              <td className="min-w-40">
                <p>{villageWords(item.villages)}</p>
                <p className="text-muted">{target(item)}</p>
              </td>
              <td className="min-w-36">
                <ProgressBar status={item.status} percent={item.percent} />
                <LastReport item={item} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ItemCard({
  item,
  today,
  showMeeting,
  showPuskesmas,
}: Omit<Props, "items" | "caption"> & { item: ListedItem }) {
  const villages = villageWords(item.villages);
  const measured = target(item);
  return (
    <li className="card flex flex-col gap-2">
      <Due item={item} today={today} />
      <div>
        <Title item={item} />
        <div className="text-sm">
          <Origin item={item} showMeeting={showMeeting} showPuskesmas={showPuskesmas} />
        </div>
        <div className="mt-1">
          <ItemFlags item={item} />
        </div>
      </div>
      <div className="text-sm">
        <p>
          <ItemOwner item={item} />
        </p>
        {villages && <p>Desa: {villages}</p>}
        {measured && <p>Target: {measured}</p>}
      </div>
      <div>
        <ProgressBar status={item.status} percent={item.percent} />
        <LastReport item={item} />
      </div>
    </li>
  );
}

function Title({ item }: { item: ListedItem }) {
  return (
    <p className="flex flex-wrap gap-x-2">
      <Link href={itemHref(item)} prefetch={false} className="link font-semibold">
        {item.number}. {item.activity}
      </Link>
      {item.comments > 0 && (
        <span className="inline-flex items-center gap-1 text-sm whitespace-nowrap text-muted">
          <Icon name="comment" className="size-4" />
          {item.comments} komentar
        </span>
      )}
    </p>
  );
}

function Origin({
  item,
  showMeeting,
  showPuskesmas,
}: {
  item: ListedItem;
  showMeeting?: boolean | undefined;
  showPuskesmas?: boolean | undefined;
}) {
  if (!showMeeting) return <Answered item={item} />;
  return (
    <p className="text-muted">
      {item.meetingTitle}, {formatDayShort(dayOf(item.startsAt, item.timeZone))}
      {showPuskesmas && <span className="block">{item.puskesmas.join(", ")}</span>}
    </p>
  );
}

/** "Menjawab masalah 2: …" and why it came to be. */
function Answered({ item }: { item: ListedItem }) {
  if (!item.problem && !item.cause) return null;
  const label = item.problemNumber === null ? "Masalah" : `Menjawab masalah ${item.problemNumber}`;
  return (
    <div className="text-muted">
      {item.problem && (
        <p>
          {label}: {item.problem}
        </p>
      )}
      {item.cause && <p className="line-clamp-3 print:line-clamp-none">Penyebab: {item.cause}</p>}
    </div>
  );
}

/** "Cakupan IDL: 77,5 → 95 %". */
function target(item: ListedItem): string {
  return [item.indicator, targetWords(item)].filter(Boolean).join(": ");
}

function LastReport({ item }: { item: ListedItem }) {
  if (!item.lastReportedAt) return <p className="text-sm text-muted">Belum ada laporan</p>;
  return (
    <p className="text-sm text-muted">
      {formatDayShort(dayOf(item.lastReportedAt, item.timeZone))}
      {item.lastNote && <span className="line-clamp-2">{item.lastNote}</span>}
    </p>
  );
}
