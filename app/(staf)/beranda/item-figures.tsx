import Link from "next/link";

type Figures = { overdue: number; dueSoon: number; open: number; done: number };

/** The action items as four figures, each opening its list. */
export function ItemFigures({ figures }: { figures: Figures }) {
  const shown = [
    {
      label: "terlambat",
      count: figures.overdue,
      filter: "terlambat",
      tone: figures.overdue > 0 ? "text-late" : "text-ink",
    },
    {
      label: "jatuh tempo 14 hari",
      count: figures.dueSoon,
      filter: "segera",
      tone: figures.dueSoon > 0 ? "text-soon" : "text-ink",
    },
    { label: "belum selesai", count: figures.open, filter: "belum", tone: "text-ink" },
    { label: "selesai", count: figures.done, filter: "selesai", tone: "text-done" },
  ];
  return (
    <ul className="grid grid-cols-2 gap-3 sm:grid-cols-4">
      {shown.map((figure) => (
        <li key={figure.filter}>
          <Link
            href={`/tindak-lanjut?status=${figure.filter}`}
            prefetch={false}
            className="card block h-full no-underline hover:bg-sunken"
          >
            <span className={`block text-3xl font-bold ${figure.tone}`}>{figure.count}</span>
            <span className="text-sm">{figure.label}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
