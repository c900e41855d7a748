import type { Metadata } from "next";
import Link from "next/link";
import { EmptyState } from "@/components/empty-state";
import { BorderMap } from "@/components/matrix/border-map";
import { TileMap } from "@/components/matrix/tile-map";
import { type MapFigure, mapFigure, mapFigureNames, mapFigures, mapQuestions } from "@/lib/area-maps/figures";
import { findAreaMap, findTiles } from "@/lib/area-maps/reads";
import { canArrangeMap } from "@/lib/area-maps/rules";
import { percentWords, rowNames } from "@/lib/matrix/readings";
import type { MatrixRow } from "@/lib/matrix/rows";
import { type Query, queryChoice } from "@/lib/web/query";
import { MatrixFrame } from "../matrix-frame";
import { readRequest } from "../matrix-request";
import { BandLegend } from "./band-legend";
import { FigureForm } from "./figure-form";
import { FigureTable } from "./figure-table";
import { shownAreas, shownTiles, tileSize } from "./shown-map";

export const metadata: Metadata = { title: "Peta Lokmin" };

/** One tile for each row of the matrix, coloured by a figure; the office's own borders where it has them. */
export default async function MapPage({ searchParams }: { searchParams: Query }) {
  const query = await searchParams;
  const request = await readRequest(query);
  const { office, matrix, year, actor } = request;
  const figure = queryChoice(query.angka, mapFigures) ?? "terlaksana";
  const { rows } = matrix;
  const [{ tiles }, areaMap] = await Promise.all([findTiles(office, rows), findAreaMap(office)]);
  const shown = { rows, figure, level: office.level, year };
  const label = `${mapFigureNames[figure]} ${year} per ${rowNames[office.level].toLowerCase()}`;
  const isOwn = office.id === actor.organisation.id;
  return (
    <MatrixFrame request={request} title={`Peta Lokmin ${year}`} here="/matriks/peta">
      {rows.length === 0 ? (
        <EmptyState title="Belum ada puskesmas">Tambahkan puskesmas binaan di menu Puskesmas.</EmptyState>
      ) : (
        <div className="flex flex-col gap-5">
          <FigureForm request={request} figure={figure} />
          <div>
            <h2 className="mb-1">{mapQuestions[figure]}</h2>
            <p className="max-w-prose">{answerOf(rows, figure)}</p>
          </div>
          {areaMap && <BorderMap label={label} {...areaMap.drawing} areas={shownAreas(areaMap.drawing, shown)} />}
          <TileMap label={label} tiles={shownTiles(tiles, shown)} size={tileSize(tiles)} />
          <BandLegend />
          <FigureTable {...shown} />
          {isOwn && canArrangeMap(actor) && (
            <p className="no-print">
              <Link href="/matriks/peta/ubah" prefetch={false} className="button">
                Tata peta
              </Link>
            </p>
          )}
        </div>
      )}
    </MatrixFrame>
  );
}

function answerOf(rows: readonly MatrixRow[], figure: MapFigure): string {
  const told = rows
    .flatMap((row) => {
      const part = mapFigure([row], figure);
      return part === null ? [] : [{ name: row.name, part }];
    })
    .sort((one, other) => one.part - other.part);
  const [least] = told;
  if (!least) return "Belum ada yang sudah waktunya.";
  const all = percentWords(mapFigure(rows, figure));
  if (least.part >= 0.995) return `Seluruhnya ${all}.`;
  const lowest = told.slice(0, 3).map(({ name, part }) => `${name} (${percentWords(part)})`);
  return `Seluruhnya ${all}. Terendah: ${lowest.join(", ")}.`;
}
