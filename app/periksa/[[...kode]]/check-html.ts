import { documentOf } from "@/app/u/[token]/page-html";
import { escapeHtml } from "@/lib/http/escape-html";
import { shownCheckCode } from "@/lib/papers/check-code";
import type { CheckedPaper } from "@/lib/papers/issued";
import { dayOf, formatClock, formatDay, zoneLabel } from "@/lib/time";

const number = new Intl.NumberFormat("id-ID");

/** Where a code is typed in. @param problem what was wrong with the one before */
export function askCodePage(problem: string | null): string {
  return documentOf(
    "Periksa berkas",
    `<p class="by">Lokmin</p><h1>Periksa berkas PDF</h1>${problem ? `<p class="note bad" role="alert">${problem}</p>` : ""}
<form action="/periksa" method="get"><label>Kode pada kaki halaman<input name="kode" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="40" placeholder="7KQM-4XWT" required></label><button>Periksa</button></form>`,
  );
}

export function checkedPage(paper: CheckedPaper): string {
  const { timeZone } = paper;
  const moment = (at: Date) =>
    `${formatDay(dayOf(at, timeZone))} pukul ${formatClock(at, timeZone)} ${zoneLabel(timeZone)}`;
  const rows = [
    ["Kode", shownCheckCode(paper.code)],
    ["Surat", paper.paper],
    ["Kantor", paper.office],
    ...(paper.number ? [["Nomor", paper.number]] : []),
    ["Dibuat", moment(paper.createdAt)],
    ["Ukuran", `${number.format(paper.size)} byte`],
    ["SHA-256", paper.sha256],
  ];
  return documentOf(
    "Periksa berkas",
    `<p class="by">Lokmin</p><h1>Berkas dengan kode ini dibuat oleh ${escapeHtml(paper.office)}</h1>
<dl>${rows.map(([name = "", text = ""]) => `<dt>${name}</dt><dd>${escapeHtml(text)}</dd>`).join("")}</dl>
${paper.replacedAt ? `<p class="note new">Sesudah berkas ini, kantor membuat berkas baru dari surat yang sama pada ${moment(paper.replacedAt)}. Tanyakan mana yang berlaku.</p>` : ""}
<h2>Yang dapat Anda pastikan di sini</h2>
<p>PDF yang SHA-256-nya sama dengan yang di atas adalah berkas yang dibuat Lokmin saat itu, tidak diubah satu huruf pun. Cara menghitungnya:</p>
<ul><li>Windows: <b>certutil -hashfile berkas.pdf SHA256</b></li><li>Linux: <b>sha256sum berkas.pdf</b>; macOS: <b>shasum -a 256 berkas.pdf</b></li></ul>
<p>Cetakan dan pindaian tidak dapat dicocokkan dengan cara ini: bandingkan dengan berkas aslinya di kantor.</p>
<h2>Yang tidak dijamin</h2>
<p>Tanda tangan di dalamnya bukan tanda tangan elektronik tersertifikasi. Halaman ini tidak menyatakan siapa yang menandatangani, dan tidak menggantikan surat yang ditandatangani dan dicap.</p>
${paper.documentId ? `<p><a class="act" href="/berkas/${paper.documentId}">Buka berkasnya (untuk petugas, perlu masuk)</a></p>` : ""}`,
  );
}
