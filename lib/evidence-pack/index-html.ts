import type { Contents, ContentsPart } from "@/lib/evidence-pack/contents";
import { elements, partStateNames } from "@/lib/evidence-pack/rules";
import { formatMoment } from "@/lib/time";

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
const addressOf = (path: string) => path.split("/").map(encodeURIComponent).join("/");

const style =
  "body{font:16px/1.5 sans-serif;max-width:60rem;margin:0 auto;padding:1rem}table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.3rem .5rem;text-align:left;vertical-align:top}li{margin:.2rem 0}";

/** The first page of a pack, to read in a browser once the ZIP is unpacked. */
export function indexHtml(contents: Contents): string {
  const { place, asOf } = contents;
  const title = `Berkas akreditasi ${place.name} tahun ${place.year}`;
  return `<!doctype html>
<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escaped(title)}</title><style>${style}</style></head>
<body><h1>${escaped(title)}</h1>
${asOf ? `<p>Dibuat dari keadaan ${escaped(formatMoment(asOf, place.timeZone))}.</p>` : ""}
<h2>Yang masih kurang</h2>
${gapsOf(contents)}
${elements.map(({ ep, text }) => section(ep, text, contents.parts)).join("\n")}
</body></html>
`;
}

function gapsOf({ gaps }: Contents): string {
  if (gaps.length === 0) return "<p>Tidak ada.</p>";
  return `<ul>${gaps.map(({ ep, meeting, text }) => `<li>${escaped(`EP ${ep}: ${meeting ? `${meeting}, ` : ""}${text}`)}</li>`).join("")}</ul>`;
}

function section(ep: string, text: string, parts: readonly ContentsPart[]): string {
  const rows = parts.filter((part) => part.ep === ep).map(row);
  const table = `<table><thead><tr><th scope="col">Kegiatan</th><th scope="col">Bukti</th><th scope="col">Status</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
  return `<h2>EP ${escaped(ep)}</h2><p>${escaped(text)}</p>${rows.length > 0 ? table : "<p>Belum ada.</p>"}`;
}

function row({ meeting, title, path, state }: ContentsPart): string {
  const named = state === "MADE" ? `<a href="${addressOf(path)}">${escaped(title)}</a>` : escaped(title);
  return `<tr><td>${escaped(meeting)}</td><td>${named}</td><td>${partStateNames[state]}</td></tr>`;
}
