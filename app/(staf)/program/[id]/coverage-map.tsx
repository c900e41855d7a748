import { bandFills, noFigure } from "@/components/matrix/band-looks";
import { TileMap } from "@/components/matrix/tile-map";
import type { Band } from "@/lib/area-maps/figures";
import { linesOfName, shortName } from "@/lib/area-maps/short-names";
import type { Tile } from "@/lib/area-maps/tiles";
import type { Covered } from "@/lib/programmes/reads";
import { type CoverageState, coverageNames } from "@/lib/programmes/rules";
import { formatDayShort } from "@/lib/time";

const looks: Record<CoverageState, { sign: string; band: Band | null }> = {
  held: { sign: "✓", band: "A" },
  running: { sign: "•", band: "B" },
  planned: { sign: "○", band: "C" },
  missed: { sign: "!", band: "D" },
  open: { sign: "–", band: null },
};

const states = ["held", "running", "planned", "missed", "open"] as const;

type Props = { programmeId: string; rows: readonly Covered[]; tiles: readonly Tile[] };

/** One tile for each who is to be visited, in the places that the office gave them: visited, set, missed or open. */
export function CoverageMap({ programmeId, rows, tiles }: Props) {
  const placed = new Map(tiles.map((tile) => [tile.id, tile]));
  const isWide = Math.max(...tiles.map(({ column }) => column)) < 10;
  const size = isWide ? { width: 116, height: 74 } : { width: 66, height: 50 };
  const shown = rows.flatMap((row) => {
    const tile = placed.get(row.id);
    if (!tile) return [];
    const { sign, band } = looks[row.state];
    const visit = row.visits.findLast(({ status }) => status !== "CANCELLED");
    const when = visit ? formatDayShort(visit.day).replace(/ \d{4}$/, "") : "";
    return {
      ...tile,
      lines: linesOfName(shortName(row), isWide ? 14 : 8),
      title: [`${row.name}: ${coverageNames[row.state]}`, when].filter(Boolean).join(", "),
      words: `${sign} ${when}`.trim(),
      band,
      href: visit ? `/kegiatan/${visit.meetingId}` : `/program/${programmeId}/kunjungan`,
    };
  });
  return (
    <section aria-labelledby="peta" className="flex flex-col gap-3">
      <h2 id="peta">Mana yang sudah dikunjungi?</h2>
      <TileMap label="Peta kunjungan program" tiles={shown} size={size} />
      <Legend />
    </section>
  );
}

function Legend() {
  return (
    <ul aria-label="Arti tanda" className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {states.map((state) => {
        const { sign, band } = looks[state];
        const look = band ? bandFills[band] : noFigure;
        return (
          <li key={state} className="inline-flex items-center gap-1.5">
            <svg viewBox="0 0 24 20" width="24" height="20" aria-hidden="true">
              <rect width="24" height="20" rx="3" className={`${look.area} stroke-edge`} />
              <text x="12" y="15" textAnchor="middle" fontSize="14" fontWeight="650" className={look.words}>
                {sign}
              </text>
            </svg>
            {coverageNames[state]}
          </li>
        );
      })}
    </ul>
  );
}
