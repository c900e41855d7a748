import { documentOf } from "@/app/u/[token]/page-html";
import { formatPhone } from "@/lib/directory/rules";
import { contentDisposition } from "@/lib/http/download";
import { escapeHtml } from "@/lib/http/escape-html";
import { formatDayLong, formatMoment, isDay } from "@/lib/time";
import { copyLabels, copyWords } from "./copy-words";

type Fact = [label: string, value: string];

export type Copy = { title: string; office: string; timeZone: string; data: object };

/** A copy of somebody's data as a file: a page that he reads and prints, or JSON for another program. */
export function copyFile(copy: Copy, wants: string): { body: string; headers: Record<string, string> } {
  const isJson = wants === "json";
  return {
    body: isJson ? `${JSON.stringify(copy.data, null, 2)}\n` : copyPage(copy),
    headers: {
      "Content-Type": isJson ? "application/json; charset=utf-8" : "text/html; charset=utf-8",
      "Content-Disposition": contentDisposition("attachment", `salinan-data.${isJson ? "json" : "html"}`),
      "Cache-Control": "no-store",
    },
  };
}

function copyPage({ title, office, timeZone, data }: Copy): string {
  const plain: unknown = JSON.parse(JSON.stringify(data));
  const parts = entriesOf(plain).map(([key, value]) => part(key, value, timeZone));
  return documentOf(
    "Salinan data",
    `<p class="by">${escapeHtml(office)}</p><h1>${escapeHtml(title)}</h1>
<p>Dibuat ${formatMoment(new Date(), timeZone)}. Hanya untuk orang yang datanya ada di sini.</p>${parts.join("")}`,
    "",
  );
}

function part(key: string, value: unknown, timeZone: string): string {
  const rows = (Array.isArray(value) ? value : [value]).map((row) => factsOf("", row, timeZone));
  const shown = rows.filter((facts) => facts.length > 0).map((facts) => `<li>${list(facts)}</li>`);
  const body = shown.length > 0 ? `<ul class="rows">${shown.join("")}</ul>` : `<p class="dim">Tidak ada.</p>`;
  return `<h2>${labelOf("", key)}</h2>${body}`;
}

function list(facts: Fact[]): string {
  return facts.map(([label, value]) => `${label}: <b>${escapeHtml(value)}</b>`).join("<br>");
}

/** Ids lead nowhere outside Lokmin; what is empty is left out. */
function factsOf(within: string, value: unknown, timeZone: string): Fact[] {
  return entriesOf(value).flatMap(([key, one]): Fact[] => {
    if (one === null || one === "" || isInternal(key)) return [];
    const label = labelOf(within, key);
    if (Array.isArray(one)) {
      const lines = one.map((row) => factsOf(key, row, timeZone).map(([, words]) => words)).filter((row) => row.length);
      return lines.length > 0 ? [[label, lines.map((row) => row.join(", ")).join("; ")]] : [];
    }
    return typeof one === "object" ? factsOf(key, one, timeZone) : [[label, wordsOf(key, one, timeZone)]];
  });
}

const isInternal = (key: string) => /^id$|Id$|^version$|^timeZone$/.test(key);

const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === "object" && value !== null ? Object.entries(value) : [];

const labelOf = (within: string, key: string) => copyLabels[`${within} ${key}`] ?? copyLabels[key] ?? key;

function wordsOf(key: string, value: unknown, timeZone: string): string {
  if (typeof value === "boolean") return value ? "ya" : "tidak";
  const text = String(value);
  if (key === "phone") return formatPhone(text);
  if (isDay(text)) return formatDayLong(text);
  if (/^\d{4}-\d\d-\d\dT00:00:00\.000Z$/.test(text)) return formatDayLong(text.slice(0, 10));
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) return formatMoment(new Date(text), timeZone);
  return copyWords[key]?.[text] ?? text;
}
