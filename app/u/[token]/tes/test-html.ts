import { documentOf, privateHeaders, styleHash } from "@/app/u/[token]/page-html";
import { escapeHtml } from "@/lib/http/escape-html";
import { formatMoment } from "@/lib/time";
import { fieldOf, longestText, optionFieldOf } from "@/lib/training-tests/given";
import { testNames, testSlugs } from "@/lib/training-tests/names";
import type { ParticipantLink, Sheet, SheetQuestion, TestOnLink } from "@/lib/training-tests/on-link";
import { isAnswered, participantName } from "@/lib/training-tests/on-link";
import { questionsPerPage } from "@/lib/training-tests/rules";
import type { TestKind } from "@/prisma/generated/enums";
import { script, scriptHash } from "./script";

export const testHeaders = {
  ...privateHeaders,
  "Content-Security-Policy": `default-src 'none'; style-src 'sha256-${styleHash}'; script-src 'sha256-${scriptHash}'; connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
};

export type Place = { token: string; link: ParticipantLink };

const head = ({ link }: Place, title: string) =>
  `<p class="by">${escapeHtml(link.meeting.title)}</p><h1>${title}</h1><p class="to"><b>${escapeHtml(participantName(link))}</b></p>`;

const states: Record<TestOnLink["openness"], string> = {
  open: "dapat dikerjakan sekarang",
  "not yet": "belum dibuka",
  closed: "sudah ditutup",
  "out of time": "waktu Anda sudah habis",
  "handed in": "sudah dikumpulkan",
};

/** All tests of a participant. */
export function listPage(place: Place, tests: readonly TestOnLink[]): string {
  const rows = tests.map(
    ({ kind, openness, questions, minutes }) =>
      `<li><a class="act" href="/u/${place.token}/tes/${testSlugs[kind]}">${testNames[kind]}</a><br><span class="dim">${questions} soal${minutes ? `, ${minutes} menit` : ""} · ${states[openness]}</span></li>`,
  );
  const list = rows.length > 0 ? `<ul class="rows">${rows.join("")}</ul>` : `<p>Belum ada tes yang dibuka.</p>`;
  return documentOf("Tes pelatihan", `${head(place, "Tes pelatihan")}${list}${back(place)}`);
}

const back = ({ token }: Place) => `<p><a class="act" href="/u/${token}">Ke undangan</a></p>`;

/** Before it is begun. */
export function startPage(place: Place, kind: TestKind, { questions, minutes, openness }: Sheet): string {
  const name = testNames[kind];
  const time = minutes
    ? `Waktu ${minutes} menit sejak Anda menekan Mulai.`
    : "Tanpa batas waktu sampai panitia menutupnya.";
  const start =
    openness === "open"
      ? `<p>${questions.length} soal. ${time} Jawaban tersimpan setiap kali Anda pindah halaman; bila sambungan terputus, buka lagi tautan ini dan teruskan.</p><form method="post"><input type="hidden" name="do" value="mulai"><button>Mulai ${name.toLowerCase()}</button></form>`
      : `<p class="note">${name} ${states[openness]}.</p>`;
  return documentOf(name, `${head(place, name)}${start}${back(place)}`);
}

export type Said = "saved" | "late" | "empty" | null;

const notes: Record<NonNullable<Said>, string> = {
  saved: `<p class="note" role="status">Jawaban tersimpan.</p>`,
  late: `<p class="note bad" role="alert"><b>Tes sudah ditutup, jadi jawaban tadi belum dihitung.</b> Jawaban itu tetap disimpan terpisah. Beri tahu panitia: mereka dapat membuka lagi tes ini untuk Anda, dan jawaban tadi ikut masuk.</p>`,
  empty: `<p class="note bad" role="alert">Tidak ada yang diterima. Muat ulang halaman ini, lalu coba lagi.</p>`,
};

/** One page of questions. */
export function sheetPage(place: Place, kind: TestKind, sheet: Sheet, page: number, said: Said): string {
  const pages = Math.ceil(sheet.questions.length / questionsPerPage);
  const first = (page - 1) * questionsPerPage;
  const shown = sheet.questions.slice(first, first + questionsPerPage);
  const { until } = sheet;
  const time = until ? `<p>Kerjakan sampai <b>${formatMoment(until, place.link.meeting.timeZone)}</b>.</p>` : "";
  const action = `/u/${place.token}/tes/${testSlugs[kind]}?hal=${page}`;
  const next =
    page < pages
      ? `<button name="do" value="lanjut">Simpan, ke halaman ${page + 1} dari ${pages}</button>`
      : `<button name="do" value="periksa">Simpan, lalu periksa</button>`;
  const earlier = page > 1 ? `<p><button name="do" value="kembali">Simpan, ke halaman ${page - 1}</button></p>` : "";
  return documentOf(
    testNames[kind],
    `${head(place, testNames[kind])}${time}${said ? notes[said] : ""}<p class="dim">Halaman ${page} dari ${pages} · terjawab ${sheet.answered} dari ${sheet.questions.length} <span id="s" role="status"></span></p>
<form id="f" method="post" action="${action}"><input type="hidden" name="on" value="${shown.map(({ position }) => position).join(",")}">${shown.map((question, index) => questionHtml(place, question, first + index + 1)).join("")}${next}${earlier}</form>${script}`,
  );
}

function questionHtml(place: Place, question: SheetQuestion, number: number): string {
  const { kind, text, pictureId, position, said } = question;
  const picture = pictureId
    ? `<p><img src="/u/${place.token}/tes/gambar/${pictureId}" alt="Gambar soal ${number}" width="100%" loading="lazy"></p>`
    : "";
  const legend = `<legend>${number}. ${escapeHtml(text).replaceAll("\n", "<br>")}</legend>${picture}`;
  if (kind === "SHORT_TEXT")
    return `<fieldset class="box">${legend}<label>Jawaban Anda<input name="${fieldOf(position)}" autocomplete="off" maxlength="${longestText}" value="${escapeHtml(said ?? "")}"></label></fieldset>`;
  const hint =
    kind === "MULTIPLE"
      ? `<p class="dim">Boleh lebih dari satu.</p>`
      : kind === "ORDER"
        ? `<p class="dim">Beri nomor urut, 1 yang pertama.</p>`
        : "";
  return `<fieldset class="box">${legend}${hint}${question.options.map((option) => optionHtml(question, option)).join("")}</fieldset>`;
}

function optionHtml(
  { kind, position, chosen, options }: SheetQuestion,
  { place, words }: SheetQuestion["options"][number],
) {
  const label = escapeHtml(words);
  if (kind === "ORDER") {
    const ranks = options.map((_, index) => index + 1);
    const choices = ranks.map((rank) => `<option${chosen[place] === rank ? " selected" : ""}>${rank}</option>`);
    return `<label>${label}<select name="${optionFieldOf(position, place)}"><option value="">–</option>${choices.join("")}</select></label>`;
  }
  const checked = chosen.includes(place) ? " checked" : "";
  return kind === "MULTIPLE"
    ? `<label class="pick"><input type="checkbox" name="${optionFieldOf(position, place)}" value="1"${checked}>${label}</label>`
    : `<label class="pick"><input type="radio" name="${fieldOf(position)}" value="${place}"${checked}>${label}</label>`;
}

/** What was answered, before it is handed in. */
export function checkPage(place: Place, kind: TestKind, sheet: Sheet, said: Said): string {
  const base = `/u/${place.token}/tes/${testSlugs[kind]}`;
  const open = sheet.questions.flatMap((question, index) =>
    isAnswered(question.kind, { chosen: question.chosen, text: question.said }) ? [] : [index + 1],
  );
  const list =
    open.length > 0
      ? `<p class="note new">Belum dijawab: ${open.map((number) => `<a href="${base}?hal=${Math.ceil(number / questionsPerPage)}">soal ${number}</a>`).join(", ")}.</p>`
      : `<p class="note">Semua ${sheet.questions.length} soal sudah dijawab.</p>`;
  return documentOf(
    testNames[kind],
    `${head(place, testNames[kind])}${said ? notes[said] : ""}${list}<form method="post" action="${base}"><input type="hidden" name="do" value="kumpulkan"><button>Kumpulkan ${testNames[kind].toLowerCase()}</button></form><p class="dim">Sesudah dikumpulkan, jawaban tidak dapat diubah.</p><p><a class="act" href="${base}?hal=1">Kembali ke soal</a></p>`,
  );
}

/** After it was handed in, or when it is over. */
export function endPage(place: Place, kind: TestKind, sheet: Sheet, said: Said): string {
  const { handedInAt, openness, answered, questions } = sheet;
  const zone = place.link.meeting.timeZone;
  const note = handedInAt
    ? `<p class="note" role="status"><b>Terima kasih, ${testNames[kind].toLowerCase()} Anda sudah dikumpulkan</b><br><span class="dim">${formatMoment(handedInAt, zone)}, ${answered} dari ${questions.length} soal dijawab</span></p>`
    : `<p class="note bad"><b>${testNames[kind]} ${states[openness]}.</b> ${answered} dari ${questions.length} jawaban Anda sudah tersimpan dan tidak hilang. Bila perlu waktu lagi, minta panitia membukanya untuk Anda.</p>`;
  return documentOf(testNames[kind], `${head(place, testNames[kind])}${said ? notes[said] : ""}${note}${back(place)}`);
}
