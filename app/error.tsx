"use client";

import { PutBack } from "@/components/form/put-back";

/** Shown where Next's client meets a failed answer; a whole document that failed is lib/web/failure-page.ts. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main className="mx-auto flex max-w-xl flex-col gap-4 px-4 py-12">
      <PutBack />
      <h1>Maaf, ini gagal</h1>
      <p>
        Kesalahan ada pada kami, bukan pada Anda. Isian Anda masih ada. Coba sekali lagi, atau muat ulang halaman ini;
        bila masih gagal, sampaikan nomor di bawah kepada pengelola Lokmin.
      </p>
      <p>
        <button type="button" onClick={reset} className="button button-main">
          Coba lagi
        </button>
      </p>
      {error.digest && (
        <p>
          Nomor: <code>{error.digest}</code>
        </p>
      )}
    </main>
  );
}
