import { type MapFigure, mapFigureNames, mapFigures } from "@/lib/area-maps/figures";
import type { Request } from "../matrix-request";

export function FigureForm({ request: { filter }, figure }: { request: Request; figure: MapFigure }) {
  const { tahun, wilayah, klaster } = filter;
  return (
    <form method="get" action="/matriks/peta" className="no-print flex flex-wrap items-end gap-3">
      {tahun && <input type="hidden" name="tahun" value={tahun} />}
      {wilayah && <input type="hidden" name="wilayah" value={wilayah} />}
      {klaster && <input type="hidden" name="klaster" value={klaster} />}
      <label className="min-w-36 flex-1 text-sm sm:max-w-64">
        Diwarnai menurut
        <select key={figure} name="angka" defaultValue={figure} className="input">
          {mapFigures.map((known) => (
            <option key={known} value={known}>
              {mapFigureNames[known]}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button">
        Terapkan
      </button>
    </form>
  );
}
