"use client";

import Link from "next/link";
import { ScrollBox } from "@/components/scroll-box";

export type ShownCell = { text: string; look: string; title: string; href?: string };
export type ShownRow = { id: string; name: string; href: string; cells: ShownCell[]; figures: string[] };
export type Head = { text: string; title?: string; href: string; isSorted: boolean };

type Props = { caption: string; heads: readonly Head[]; rows: readonly ShownRow[]; months: number };

const first = "sticky left-0 z-10 max-w-32 min-w-24 bg-ground sm:max-w-52";

/** A client component, so that the page carries its many cells once as HTML and once as short data. */
export function MatrixTable({ caption, heads, rows, months }: Props) {
  const [name, ...others] = heads;
  const edge = (place: number) => (place === months || place === months + 4 ? "border-l border-l-line" : "");
  return (
    <ScrollBox label={caption}>
      <table className="table matrix">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {name && (
              <th scope="col" className={first}>
                {headLink(name)}
              </th>
            )}
            {others.map((head, place) => (
              <th key={head.text} scope="col" className={edge(place)} aria-sort={head.isSorted ? "other" : undefined}>
                {headLink(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className={first}>
                <Link href={row.href} prefetch={false} className="link">
                  {row.name}
                </Link>
              </th>
              {row.cells.map((cell, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <td key={place} className={edge(place)}>
                  {cell.href ? (
                    <a href={cell.href} title={cell.title} className={cell.look}>
                      {cell.text}
                    </a>
                  ) : (
                    <span title={cell.title} className={cell.look}>
                      {cell.text}
                    </span>
                  )}
                </td>
              ))}
              {row.figures.map((figure, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <td key={place} className={`number ${edge(place + row.cells.length)}`}>
                  {figure}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function headLink({ text, title, href, isSorted }: Head) {
  return (
    <Link href={href} prefetch={false} title={title} className="text-ink underline-offset-2 hover:underline">
      {text}
      {isSorted && <span aria-hidden="true"> ↓</span>}
    </Link>
  );
}
