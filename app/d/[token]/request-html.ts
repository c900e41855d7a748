import { escapeHtml } from "@/lib/http/escape-html";
import type { OwnRecord } from "@/lib/staff/own-record";
import { formatMoment } from "@/lib/time";

export type Typed = Record<string, string>;

export type RequestForm = { token: string; typed: Typed; errors: Record<string, string>; isSent: boolean };

const kindWords = { CORRECTION: "Betulkan data saya", ERASURE: "Hapus data saya yang boleh dihapus" } as const;

/** What the law gives him (UU 27/2022): a copy, and asking that his data is corrected or erased. */
export function requestPart(record: OwnRecord, { token, typed, errors, isSent }: RequestForm): string {
  const error = (name: string) => (errors[name] ? `<span class="err">${escapeHtml(errors[name])}</span>` : "");
  const value = (name: string) => escapeHtml(typed[name] ?? "");
  const kinds = (["CORRECTION", "ERASURE"] as const).map(
    (kind) =>
      `<label class="pick"><input type="radio" name="kind" value="${kind}"${typed.kind === kind ? " checked" : ""}>${kindWords[kind]}</label>`,
  );
  return `<h2 id="permintaan">Permintaan atas data Anda</h2>
${isSent ? `<p class="note" role="status">Permintaan Anda terkirim kepada ${escapeHtml(record.keeper)}. Jawabannya muncul di halaman ini.</p>` : ""}
<p><a class="act" href="/d/${token}/salinan" download>Unduh salinan data Anda</a> <a class="act" href="/d/${token}/salinan?bentuk=json" download>Untuk program lain (JSON)</a></p>
${record.requests.length > 0 ? `<ul class="rows">${record.requests.map((request) => requestLine(request, record.timeZone)).join("")}</ul>` : ""}
<details${Object.keys(errors).length > 0 ? " open" : ""}><summary>Minta pembetulan atau penghapusan</summary><form method="post" action="/d/${token}">
<input type="hidden" name="id" value="${value("id")}">
<fieldset><legend>Permintaan${error("kind")}</legend>${kinds.join("")}</fieldset>
<label>Yang keliru dan seharusnya, atau yang ingin dihapus${error("text")}<textarea name="text" rows="4" maxlength="1000">${value("text")}</textarea></label>
<p class="dim">Yang dapat dihapus: nomor HP, email, tanggal lahir, dan tautan ini. Nama, NIP, masa kerja, STR dan SIP, pelatihan, dan sertifikat wajib disimpan kantor sebagai bukti ketenagaan (Permenkes 75/2014) dan akreditasi; kekeliruannya dibetulkan.</p>
<button>Kirim permintaan</button></form></details>`;
}

function requestLine(request: OwnRecord["requests"][number], timeZone: string): string {
  const { kind, text, askedAt, answeredAt, answer } = request;
  const state = answeredAt
    ? `Dijawab ${formatMoment(answeredAt, timeZone)}: ${answer ?? ""}`
    : `Menunggu jawaban sejak ${formatMoment(askedAt, timeZone)}`;
  return `<li><b>${kindWords[kind]}</b><br>${escapeHtml(text)}<br><span class="dim">${escapeHtml(state)}</span></li>`;
}
