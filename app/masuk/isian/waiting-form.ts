import { escapeHtml } from "@/lib/http/escape-html";
import { header, type PlainReply, type PlainRequest } from "@/lib/http/plain-http";
import { findWaitingForm, type WaitingForm } from "@/lib/http/waiting-forms";
import { findSession } from "@/lib/sessions/reads";
import { waitingCookie, waitingPath } from "@/lib/web/late-form";
import { cookieIn, sessionCookie } from "@/lib/web/session-cookie";
import { fillOnlyField } from "@/lib/web/writer-field";

const headers = {
  "Content-Type": "text/html; charset=utf-8",
  "Cache-Control": "no-store",
  "Referrer-Policy": "same-origin",
  "Content-Security-Policy":
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
};

const leadTo = (address: string): PlainReply => ({
  status: 303,
  headers: { Location: address, "Cache-Control": "no-store" },
  body: "",
});

/** What somebody sent after his session had ended, once he has signed in again: he looks at it and sends it himself. */
export async function answerWaitingForm(request: PlainRequest): Promise<PlainReply> {
  if (request.method !== "GET" && request.method !== "HEAD")
    return { status: 405, headers: { ...headers, Allow: "GET" }, body: "" };
  const cookies = header(request, "cookie");
  const session = await findSession(cookieIn(cookies, sessionCookie()));
  if (!session) return leadTo(`/masuk?lanjut=${waitingPath}`);
  const form = await findWaitingForm(cookieIn(cookies, waitingCookie()), session.actor.userId);
  return form ? { status: 200, headers, body: pageOf(form) } : leadTo("/beranda");
}

/** Values a person wrote or chose in words; ids and the framework's own are sent along unseen. */
function isReadable([name, value]: [string, string]): boolean {
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
  return !name.startsWith("$") && name !== "shown" && !isId && value.trim() !== "";
}

const mostShown = 60;

function pageOf({ fields, path, hadFile }: WaitingForm): string {
  const readable = fields.filter(isReadable);
  const shown = readable.slice(0, mostShown).map(([, value]) => `<li>${escapeHtml(value)}</li>`);
  if (readable.length > mostShown) shown.push(`<li>… dan ${readable.length - mostShown} isian lain</li>`);
  const fill = `<button type="submit" name="${fillOnlyField}" value="1">Buka formulirnya lagi, terisi</button> `;
  const sent = fields.map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  const address = escapeHtml(path);
  const file = hadFile ? "<p>Berkas yang Anda pilih tidak ikut disimpan: pilih lagi sesudah ini.</p>" : "";
  return `<!doctype html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Isian belum tersimpan · Lokmin</title><link rel="icon" href="/lokmin.svg"><link rel="stylesheet" href="/gagal.css"></head><body><main><p>Lokmin</p><h1>Isian Anda belum tersimpan</h1><p>Sesi Anda sudah berakhir ketika isian ini dikirim. Buka formulirnya untuk memeriksa, atau kirim seperti tertulis di bawah.</p>${file}<form method="post" action="${address}" enctype="multipart/form-data">${sent.join("")}${shown.length > 0 ? fill : ""}<button type="submit">Kirim isian ini</button></form><ul>${shown.join("")}</ul><p><a href="${address}">Jangan kirim, buka halamannya</a></p></main></body></html>`;
}
