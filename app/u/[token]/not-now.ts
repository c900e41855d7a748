import type { PlainReply } from "@/lib/http/plain-http";
import type { Unread } from "@/lib/http/request-form";
import { privateHeaders as headers, noticePage } from "./page-html";

/** Anyone who opens pages faster than a person does. */
export function tooMany(): PlainReply {
  return {
    status: 429,
    headers: { ...headers, "Retry-After": "60" },
    body: noticePage(
      "Terlalu sering",
      "Terlalu banyak permintaan dari jaringan ini. Tunggu satu menit, lalu buka lagi tautan Anda.",
    ),
  };
}

/** What was sent was not read; the page it came from still has it. */
export function notRead(why: Unread): PlainReply {
  if (why === "too often") return tooMany();
  const [status, title, sentence] =
    why === "under way"
      ? ([
          409,
          "Kiriman sebelumnya masih berjalan",
          "Berkas dari tautan ini masih dikirim, jadi kiriman ini belum tersimpan. Tunggu sampai selesai, atau dua menit bila sambungan tadi terputus. Lalu kembali ke halaman sebelumnya dan kirim lagi.",
        ] as const)
      : ([
          503,
          "Sedang banyak kiriman",
          "Banyak orang sedang mengirim berkas, jadi kiriman ini belum tersimpan. Kembali ke halaman sebelumnya, tunggu sebentar, lalu kirim lagi.",
        ] as const);
  return { status, headers: { ...headers, "Retry-After": "60" }, body: noticePage(title, sentence) };
}
