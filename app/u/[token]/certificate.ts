import { findOwnCertificate, readOwnCertificate } from "@/lib/certificates/by-link";
import { contentDisposition } from "@/lib/http/download";
import { escapeHtml } from "@/lib/http/escape-html";
import type { PlainReply } from "@/lib/http/plain-http";
import { dateToDay, formatDayLong } from "@/lib/time";
import { privateHeaders as headers, noticePage } from "./page-html";

/** What a participant's page says of his certificate; nothing where he has none. */
export async function certificateNote(token: string, tokenHash: string): Promise<string> {
  const own = await findOwnCertificate(tokenHash);
  if (!own) return "";
  const { number, expiresOn, withdrawReason, hasFile } = own;
  if (withdrawReason)
    return `<p class="note bad"><b>Sertifikat Anda nomor ${escapeHtml(number)} ditarik.</b> ${escapeHtml(withdrawReason)}</p>`;
  const until = expiresOn ? `, berlaku sampai ${formatDayLong(dateToDay(expiresOn))}` : "";
  const file = hasFile
    ? `<a class="act" href="/u/${token}/sertifikat">Unduh sertifikat (PDF)</a>`
    : "PDF-nya sedang dibuat. Buka lagi halaman ini beberapa menit lagi.";
  return `<p class="note"><b>Sertifikat Anda sudah terbit</b>, nomor ${escapeHtml(number)}${until}.<br>${file}</p>`;
}

export async function certificateFile(tokenHash: string): Promise<PlainReply> {
  const file = await readOwnCertificate(tokenHash);
  if (!file)
    return {
      status: 404,
      headers,
      body: noticePage(
        "Sertifikat belum ada",
        "Sertifikat Anda belum terbit, sedang dibuat, atau sudah ditarik. Buka lagi tautan Anda untuk melihat keadaannya.",
      ),
    };
  return {
    status: 200,
    headers: {
      ...headers,
      "Content-Type": "application/pdf",
      "Content-Disposition": contentDisposition("attachment", file.name),
    },
    body: "",
    file: file.bytes,
  };
}
