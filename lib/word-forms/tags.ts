import type { KnownFields } from "@/lib/papers/examples";
import { aroundOf, faultWords, nearestName } from "@/lib/papers/wording";
import type { PartText } from "@/lib/word-forms/paragraphs";
import { eOfficeNames } from "@/lib/word-forms/rules";

type Open = { name: string; around: string };

const isEOfficeName = (name: string) => eOfficeNames.some((one) => one === name);

/** Every placeholder of a form that is not known, misspelt or left open, as sentences that name its place. */
export function formFaults(texts: readonly PartText[], known: KnownFields, isForEOffice: boolean): string[] {
  return texts.flatMap(({ part, paragraphs }) => faultsOfPart(paragraphs, known, isForEOffice).map(placed(part)));
}

const placed = (part: string) => (sentence: string) => (part ? `Di ${part}: ${sentence}` : sentence);

function faultsOfPart(paragraphs: readonly string[], known: KnownFields, isForEOffice: boolean): string[] {
  const open: Open[] = [];
  const faults = paragraphs.flatMap((text) => {
    const found: { at: number; says: string }[] = [];
    for (const match of text.matchAll(/(\$?)\{([^{}]*)\}/g)) {
      const [whole, dollar = "", inside = ""] = match;
      const around = aroundOf(text, match.index, whole.length);
      const says = dollar
        ? faultOfDollar(inside.trim(), around, known, isForEOffice)
        : faultOfTag(inside.trim(), around, known, open);
      if (says) found.push({ at: match.index, says });
    }
    return [...found, ...looseBraces(text)].sort((one, other) => one.at - other.at).map(({ says }) => says);
  });
  const unclosed = open.map(
    ({ name, around }) => `Perulangan {#${name}} tidak ditutup, pada “${around}”. Tulis {/${name}} sesudah isinya.`,
  );
  return [...faults, ...unclosed];
}

function looseBraces(text: string): { at: number; says: string }[] {
  const rest = text.replace(/\{[^{}]*\}/g, (whole) => " ".repeat(whole.length));
  return [...rest.matchAll(/[{}]/g)].map(({ 0: brace, index }) => ({
    at: index,
    says: faultWords({
      problem: brace === "{" ? "unclosed" : "unopened",
      name: brace === "{" ? (text.slice(index + 1).match(/^[#/]?[\w-]+/)?.[0] ?? "") : "",
      around: aroundOf(text, index, 1),
    }),
  }));
}

function faultOfDollar(name: string, around: string, known: KnownFields, isForEOffice: boolean): string | null {
  if (isEOfficeName(name))
    return isForEOffice
      ? null
      : `\${${name}} diisi oleh SRIKANDI, pada “${around}”. Tandai “Word untuk SRIKANDI”, atau pakai isian dari daftar.`;
  if (known.values.includes(name)) return `Hapus tanda $ di depan {${name}}, pada “${around}”.`;
  const meant = nearestName(name, [...eOfficeNames]);
  return `\${${name}} tidak dikenal, pada “${around}”. ${meant ? `Maksud Anda \${${meant}}?` : "Pilih isian dari daftar yang dikenal."}`;
}

function faultOfTag(name: string, around: string, known: KnownFields, open: Open[]): string | null {
  if (name.startsWith("#") || name.startsWith("^")) {
    const list = name.slice(1).trim();
    const outer = open.at(-1);
    open.push({ name: list, around });
    // The rows of a list hold no lists: one within another is every row as often as the other has rows.
    if (outer) return `{${name}} ada di dalam {#${outer.name}}, pada “${around}”. Tulis {/${outer.name}} di depannya.`;
    if (known.lists[list]) return null;
    const meant = nearestName(list, Object.keys(known.lists));
    return `Daftar {${name}} tidak dikenal, pada “${around}”. ${meant ? `Maksud Anda {#${meant}}?` : listsWords(known)}`;
  }
  if (name.startsWith("/")) return faultOfClosing(name.slice(1).trim(), around, open);
  const columns = open.flatMap((loop) => known.lists[loop.name] ?? []);
  const isUnseen = open.some((loop) => known.lists[loop.name]?.length === 0) && /^[a-z_]{1,40}$/.test(name);
  if (known.values.includes(name) || columns.includes(name) || isUnseen) return null;
  if (isEOfficeName(name)) return `Tulis tanda $ di depannya: \${${name}}, pada “${around}”.`;
  const meant = nearestName(name, [...columns, ...known.values]);
  return faultWords({ problem: "unknown", name, around, ...(meant && { meant }) });
}

function faultOfClosing(name: string, around: string, open: Open[]): string | null {
  const last = open.at(-1);
  if (!last) return `{/${name}} tanpa {#${name}} di depannya, pada “${around}”.`;
  open.pop();
  return name === "" || last.name === name
    ? null
    : `{/${name}} menutup perulangan {#${last.name}}, pada “${around}”. Tulis {/${last.name}}.`;
}

function listsWords({ lists }: KnownFields): string {
  const names = Object.keys(lists).map((name) => `{#${name}}`);
  return names.length > 0 ? `Yang dikenal: ${names.join(", ")}.` : "Dokumen ini tidak punya daftar.";
}
