import { statuses } from "@/lib/pws/achievement";
import { statusLetters, statusMeanings } from "@/lib/pws/readings";
import { statusCells } from "./status-tones";

/** What letters, arrows and tints mean. */
export function StatusLegend() {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm" aria-label="Arti tanda">
      {statuses.map((status) => (
        <li key={status} className="flex items-center gap-1.5">
          <span className={`inline-block min-w-6 rounded px-1 text-center font-semibold ${statusCells[status]}`}>
            {statusLetters[status]}
          </span>
          {status}: {statusMeanings[status]}
        </li>
      ))}
      <li>↑ naik, ↓ turun, → tetap dibanding bulan sebelumnya</li>
    </ul>
  );
}
