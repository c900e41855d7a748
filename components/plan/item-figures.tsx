import Link from "next/link";
import type { ItemCounts } from "@/lib/follow-up/reads";
import type { FollowUpState } from "@/lib/follow-up/schema";
import { stateNames } from "./states";

type Props = { counts: ItemCounts; current?: FollowUpState; hrefOf?: (state: FollowUpState) => string };

const wholeList = (state: FollowUpState) => `/tindak-lanjut?status=${state}`;

/** The figures, each leading to the rows it counts; what waits for a check shows when there is any. */
export function ItemFigures({ counts, current, hrefOf = wholeList }: Props) {
  const figures = [
    { state: "terlambat", count: counts.overdue, tone: counts.overdue > 0 ? "text-late" : "" },
    {
      state: "segera",
      count: counts.dueSoon,
      tone: counts.dueSoon > 0 ? "text-soon" : "",
    },
    { state: "belum", count: counts.open, tone: "" },
    { state: "selesai", count: counts.done, tone: "text-done" },
    ...(counts.waiting > 0 ? [{ state: "periksa" as const, count: counts.waiting, tone: "text-accent" }] : []),
  ] as const;
  return (
    <ul className="grid grid-cols-2 gap-3 md:grid-flow-col md:auto-cols-fr md:grid-cols-none">
      {figures.map(({ state, count, tone }) => (
        <li key={state}>
          <Link
            href={hrefOf(state)}
            prefetch={false}
            aria-current={state === current ? "true" : undefined}
            className="card flex h-full flex-col no-underline hover:bg-sunken aria-[current=true]:border-accent aria-[current=true]:bg-accent-soft"
          >
            <span className={`text-3xl font-semibold ${tone}`}>{count.toLocaleString("id-ID")}</span>
            <span>{stateNames[state]}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
