import { escapeHtml } from "@/lib/http/escape-html";
import type { OpinionAsked } from "@/lib/training-evaluations/opinions";
import { fewestShown, questions, scale, scaleWords } from "@/lib/training-evaluations/questions";
import { documentOf } from "./page-html";

type Typed = { typed?: Record<string, string>; errors?: Record<string, string> };

const notes = {
  sent: `<p class="note" role="status">Terima kasih, evaluasi Anda sudah kami terima. Anda dapat menutup halaman ini.</p>`,
  early: `<p class="note">Evaluasi pelatihan dibuka mulai sesi terakhir. Buka lagi tautan ini nanti.</p>`,
  closed: `<p class="note">Evaluasi pelatihan ini sudah ditutup.</p>`,
};

/** What a participant thinks of the training, in one form without script. */
export function opinionPage({ title, host, state }: OpinionAsked, shown: Typed = {}): string {
  return documentOf(
    "Evaluasi pelatihan",
    `<p class="by">${escapeHtml(host)}</p><h1>Evaluasi pelatihan</h1><p class="to"><b>${escapeHtml(title)}</b></p>${
      state === "open" ? form(shown) : notes[state]
    }`,
  );
}

function form({ typed = {}, errors = {} }: Typed): string {
  const hasErrors = Object.keys(errors).length > 0;
  return `${hasErrors ? `<p class="note bad" role="alert">Evaluasi belum terkirim. Lengkapi isian yang ditandai.</p>` : ""}
<p>Nama Anda tidak disimpan bersama jawaban. Penyelenggara hanya melihat hasil gabungan, sesudah paling sedikit ${fewestShown} orang mengisi. Jawaban dikirim sekali dan tidak dapat diubah.</p>
<p class="dim">${scaleWords}</p>
<form method="post">${questions.map(({ key, text }) => question(key, text, typed, errors)).join("")}
${area("mostUseful", "Yang paling bermanfaat", typed, errors)}${area("suggestion", "Saran", typed, errors)}
<button>Kirim evaluasi</button></form>`;
}

function question(key: string, text: string, typed: Record<string, string>, errors: Record<string, string>): string {
  const error = errors[key] ? `<span class="err">${escapeHtml(errors[key])}</span>` : "";
  const steps = scale.map(
    (step) =>
      `<label><input type="radio" name="${key}" value="${step}"${typed[key] === String(step) ? " checked" : ""}>${step}</label>`,
  );
  return `<fieldset><legend>${text}</legend>${error}<div class="scale">${steps.join("")}</div></fieldset>`;
}

function area(name: string, label: string, typed: Record<string, string>, errors: Record<string, string>): string {
  const error = errors[name] ? `<span class="err">${escapeHtml(errors[name])}</span>` : "";
  return `<label>${label} <span class="dim">(boleh kosong)</span>${error}<textarea name="${name}" rows="3" maxlength="1000">${escapeHtml(typed[name] ?? "")}</textarea></label>`;
}
