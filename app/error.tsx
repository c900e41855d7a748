"use client";

import { PutBack } from "@/components/form/put-back";
import { storageFullDigest, unavailableDigest } from "@/lib/unavailable";

/** Shown where Next's client meets a failed answer; a whole document that failed is lib/http/failure-page.ts. */
export default function ErrorPage({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const isFull = error.digest?.startsWith(storageFullDigest) ?? false;
  const isBusy = error.digest?.startsWith(unavailableDigest) ?? false;
  return (
    <main className="mx-auto flex max-w-xl flex-col gap-4 px-4 py-12">
      <PutBack />
      <h1>{isFull ? "Penyimpanan server penuh" : isBusy ? "Lokmin sedang sibuk" : "Maaf, ini gagal"}</h1>
      <p>
        {isFull
          ? "Disk server penuh, jadi yang Anda kirim belum tersimpan; isian Anda masih ada, dan data yang sudah ada tetap utuh. Minta pengelola Lokmin mengosongkan ruang, lalu coba lagi; "
          : isBusy
            ? "Basis data sedang sibuk atau berhenti sebentar. Yang Anda kirim terakhir mungkin belum tersimpan; isian Anda masih ada. Tunggu sebentar, lalu coba lagi; "
            : "Kesalahan ada pada kami, bukan pada Anda. Isian Anda masih ada. Coba sekali lagi, atau muat ulang halaman ini; "}
        bila masih gagal, sampaikan nomor di bawah kepada pengelola Lokmin.
      </p>
      <p>
        <button type="button" onClick={() => retry()} className="button button-main">
          Coba lagi
        </button>
      </p>
      {error.digest && (
        <p>
          Kode kesalahan: <code>{error.digest}</code>
        </p>
      )}
    </main>
  );
}
