import { bandFills, noFigure } from "@/components/matrix/band-looks";
import { bandNames, bands } from "@/lib/area-maps/figures";

export function BandLegend() {
  const entries = [
    ...bands.map((band) => ({ sign: band, words: bandNames[band], look: bandFills[band] })),
    { sign: "–", words: "belum ada angkanya", look: noFigure },
  ];
  return (
    <ul aria-label="Arti huruf" className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {entries.map(({ sign, words, look }) => (
        <li key={sign} className="inline-flex items-center gap-1.5">
          <svg viewBox="0 0 24 20" width="24" height="20" aria-hidden="true">
            <rect width="24" height="20" rx="3" className={`${look.area} stroke-edge`} />
            <text x="12" y="15" textAnchor="middle" fontSize="14" fontWeight="650" className={look.words}>
              {sign}
            </text>
          </svg>
          <span className="sr-only">{sign}:</span>
          {words}
        </li>
      ))}
    </ul>
  );
}
