import type { Block, Cell, Column, Text } from "@/lib/papers/model";

/** Labels with what is known of them; what nobody filled in is left out. */
export function known(rows: readonly (readonly [label: string, text: string | null | undefined])[]) {
  return rows.flatMap(([label, text]) => (text ? [{ label, text }] : []));
}

export function factRows(rows: Parameters<typeof known>[0]): Block {
  return { type: "facts", rows: known(rows) };
}

export function paragraphs(texts: readonly string[], align: "left" | "justify" = "justify"): Block[] {
  return texts.map((text) => ({ type: "paragraph", text, align }));
}

export function heading(level: 1 | 2 | 3, text: string): Block {
  return { type: "heading", level, text };
}

export function numbered(items: readonly Text[]): Block[] {
  return items.length === 0 ? [] : [{ type: "list", ordered: true, items: [...items] }];
}

export function bulleted(items: readonly Text[]): Block[] {
  return items.length === 0 ? [] : [{ type: "list", ordered: false, items: [...items] }];
}

export const numberColumn: Column = { head: "No.", width: 6, align: "center", type: "number" };

export function numberCell(number: number): Cell {
  return { text: `${number}`, value: number, align: "center" };
}

/** @param day "2026-06-24", shown as words and kept as a date */
export function dayCell(day: string | null, words: (day: string) => string): Cell {
  return day ? { text: words(day), value: day } : "";
}

const words = new Intl.ListFormat("id", { type: "conjunction" });

export function listed(names: readonly string[]): string {
  return words.format(names);
}

/** "Pembukaan\nlaporan" joined by line ends; empty parts are left out. */
export function lines(parts: readonly (string | null | undefined | false)[]): string {
  return parts.filter(Boolean).join("\n");
}
