import { statuses } from "@/lib/pws/achievement";
import { statusBrief, statusMeanings } from "@/lib/pws/readings";
import { StatusMark } from "./status-mark";

const looks = { page: "gap-x-4 gap-y-1 text-sm", projector: "gap-x-[2vw] text-[0.75em] leading-snug" };

/** What letters, shapes and arrows mean. */
export function StatusLegend({ size = "page" }: { size?: keyof typeof looks }) {
  return (
    <ul className={`flex flex-wrap ${looks[size]}`} aria-label="Arti tanda">
      {statuses.map((status) => (
        <li key={status} className="flex items-center gap-1.5">
          <StatusMark status={status} />
          {status}: {(size === "page" ? statusMeanings : statusBrief)[status]}
        </li>
      ))}
      <li>{size === "page" ? "↑ naik, ↓ turun, → tetap dibanding bulan sebelumnya" : "↑ naik, ↓ turun, → tetap"}</li>
    </ul>
  );
}
