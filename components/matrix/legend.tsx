import { cellLetters, cellNames, cellStates } from "@/lib/matrix/states";
import { cellLooks, lateLook, shareLook } from "./cell-looks";

const box = "inline-block min-w-7 rounded px-1 text-center font-semibold";

/** What letters and tints mean. */
export function StateLegend() {
  return (
    <ul aria-label="Arti huruf" className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {cellStates.toReversed().map((state) => (
        <li key={state} className="inline-flex items-center gap-1.5">
          <span aria-hidden="true" className={`${box} ${cellLooks[state]}`}>
            {cellLetters[state]}
          </span>
          <span className="sr-only">{cellLetters[state]}:</span>
          {cellNames[state]}
        </li>
      ))}
      <li className="inline-flex items-center gap-1.5">
        <span className={`${box} ${lateLook}`}>!</span>laporan terlambat
      </li>
    </ul>
  );
}

const shares = [
  { share: 1, words: "semua" },
  { share: 0.9, words: "80 % ke atas" },
  { share: 0.6, words: "50 sampai 79 %" },
  { share: 0, words: "di bawah 50 %" },
  { share: null, words: "belum waktunya" },
];

export function ShareLegend() {
  return (
    <ul aria-label="Arti warna" className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {shares.map(({ share, words }) => (
        <li key={words} className="inline-flex items-center gap-1.5">
          <span aria-hidden="true" className={`${box} ${shareLook(share)}`}>
            {share === null ? "–" : Math.round(share * 100)}
          </span>
          {words}
        </li>
      ))}
    </ul>
  );
}
