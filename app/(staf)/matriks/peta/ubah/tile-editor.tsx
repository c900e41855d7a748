"use client";

import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { useHasScript } from "@/components/form/use-has-script";
import { ScrollBox } from "@/components/scroll-box";
import { linesOfName } from "@/lib/area-maps/short-names";
import { mostColumns, mostRows, moveTile, type Tile } from "@/lib/area-maps/tiles";

type Named = Tile & { name: string };
type Place = { column: number; row: number };

const width = 84;
const height = 48;

const steps: Record<string, Place> = {
  ArrowLeft: { column: -1, row: 0 },
  ArrowRight: { column: 1, row: 0 },
  ArrowUp: { column: 0, row: -1 },
  ArrowDown: { column: 0, row: 1 },
};

/** Tiles to drag or to move with the arrow keys; below them the same as fields, which is all there is without script. */
export function TileEditor({ version, tiles: kept }: { version: number; tiles: readonly Named[] }) {
  const [tiles, setTiles] = useState<Tile[]>(() => kept.map(({ id, column, row }) => ({ id, column, row })));
  const [said, setSaid] = useState("");
  const hasScript = useHasScript();
  const names = new Map(kept.map(({ id, name }) => [id, name]));
  const move = (id: string, to: Place) => {
    const next = moveTile(tiles, id, to);
    const place = next.find((tile) => tile.id === id);
    setTiles(next);
    if (place) setSaid(`${names.get(id)}: kolom ${place.column + 1}, baris ${place.row + 1}`);
  };
  const type = (id: string, change: Partial<Place>) =>
    setTiles(tiles.map((tile) => (tile.id === id ? { ...tile, ...change } : tile)));
  return (
    <>
      <input type="hidden" name="version" value={version} />
      {hasScript && (
        <div>
          <p className="mb-2 max-w-prose">
            Seret petak ke tempatnya, atau pilih petak lalu geser dengan tombol panah. Petak yang sudah ada di tempat
            itu bertukar tempat.
          </p>
          <Board tiles={tiles} names={names} move={move} />
          <p role="status" className="mt-1 min-h-6 text-sm text-muted">
            {said}
          </p>
        </div>
      )}
      <details open={!hasScript}>
        <summary className="link inline-flex min-h-11 items-center">Kolom dan baris</summary>
        <ul className="grid gap-x-8 sm:grid-cols-2">
          {tiles.map((tile, index) => (
            <li
              key={tile.id}
              className="grid grid-cols-[minmax(0,1fr)_5rem_5rem] items-end gap-2 border-b border-line py-2"
            >
              <span className="pb-2">{names.get(tile.id)}</span>
              <input type="hidden" name={`tiles.${index}.id`} value={tile.id} />
              <NumberField
                label="Kolom"
                name={`tiles.${index}.column`}
                value={tile.column}
                most={mostColumns}
                of={names.get(tile.id) ?? ""}
                type={(column) => type(tile.id, { column })}
              />
              <NumberField
                label="Baris"
                name={`tiles.${index}.row`}
                value={tile.row}
                most={mostRows}
                of={names.get(tile.id) ?? ""}
                type={(row) => type(tile.id, { row })}
              />
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

type NumberProps = {
  label: string;
  name: string;
  value: number;
  most: number;
  of: string;
  type: (value: number) => void;
};

function NumberField({ label, name, value, most, of, type }: NumberProps) {
  return (
    <label className="text-sm">
      {label}
      <span className="sr-only"> {of}</span>
      <input
        type="number"
        name={name}
        min={1}
        max={most}
        value={value + 1}
        onChange={({ currentTarget }) => type(Math.round(currentTarget.valueAsNumber || 1) - 1)}
        className="input"
      />
    </label>
  );
}

type BoardProps = { tiles: readonly Tile[]; names: Map<string, string>; move: (id: string, to: Place) => void };

function Board({ tiles, names, move }: BoardProps) {
  const board = useRef<SVGSVGElement>(null);
  const [dragged, setDragged] = useState<(Place & { id: string }) | null>(null);
  const columns = Math.min(mostColumns, Math.max(...tiles.map(({ column }) => column)) + 2);
  const rows = Math.min(mostRows, Math.max(...tiles.map(({ row }) => row)) + 2);

  function placeOf({ clientX, clientY }: PointerEvent): Place {
    const box = board.current?.getBoundingClientRect();
    const at = (point: number, from = 0, size = 1, count = 1) =>
      Math.min(count - 1, Math.max(0, Math.floor(((point - from) / size) * count)));
    return {
      column: at(clientX, box?.left, box?.width, columns),
      row: at(clientY, box?.top, box?.height, rows),
    };
  }

  function onKeyDown(event: KeyboardEvent, tile: Tile) {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    move(tile.id, { column: tile.column + step.column, row: tile.row + step.row });
  }

  return (
    <ScrollBox label="Petak yang dapat dipindahkan" className="border border-line">
      <svg
        ref={board}
        viewBox={`0 0 ${columns * width} ${rows * height}`}
        width={columns * width}
        height={rows * height}
        className="max-w-none select-none"
      >
        <title>Petak</title>
        {dragged && (
          <rect
            {...{ x: dragged.column * width, y: dragged.row * height, width, height }}
            className="fill-sunken stroke-accent"
            strokeDasharray="4"
          />
        )}
        {tiles.map((tile) => (
          // biome-ignore lint/a11y/useSemanticElements: a drawing has no button
          <g
            key={tile.id}
            role="button"
            tabIndex={0}
            aria-label={`${names.get(tile.id)}, kolom ${tile.column + 1}, baris ${tile.row + 1}; pindahkan dengan tombol panah`}
            transform={`translate(${tile.column * width} ${tile.row * height})`}
            onKeyDown={(event) => onKeyDown(event, tile)}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
              setDragged({ id: tile.id, ...placeOf(event) });
            }}
            onPointerMove={(event) => dragged?.id === tile.id && setDragged({ id: tile.id, ...placeOf(event) })}
            onPointerUp={(event) => {
              if (dragged?.id === tile.id) move(tile.id, placeOf(event));
              setDragged(null);
            }}
            onPointerCancel={() => setDragged(null)}
            className={`cursor-move touch-none text-[0.75rem] ${dragged?.id === tile.id ? "opacity-60" : ""}`}
          >
            <rect x="2" y="2" width={width - 4} height={height - 4} rx="4" className="fill-surface stroke-edge" />
            {linesOfName(names.get(tile.id) ?? "", 11).map((line, place) => (
              <text key={line} x={width / 2} y={20 + place * 15} textAnchor="middle" className="fill-ink">
                {line}
              </text>
            ))}
          </g>
        ))}
      </svg>
    </ScrollBox>
  );
}
