import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { PutBack } from "@/components/form/put-back";
import { PasskeyButton } from "@/components/second-factor/use-passkey-button";
import { isWaitingForSetup } from "@/lib/organisations/setup";
import { passkeySite } from "@/lib/second-factor/site";
import { whyNoSignIn } from "@/lib/web/address";
import { waitingPath } from "@/lib/web/late-form";
import { localAddress } from "@/lib/web/local-address";
import { type Query, queryText } from "@/lib/web/query";
import { currentActor } from "@/lib/web/session";
import { sessionCookie, typedEmailCookie } from "@/lib/web/session-cookie";
import type { SignInFailure } from "@/lib/web/sign-in-attempt";
import { beginPasskeySignInAction, passkeySignInAction } from "./actions";

export const metadata: Metadata = { title: "Masuk" };

const sentences = new Map<string, string>(
  Object.entries({
    CredentialsSignin: "Alamat email atau kata sandi tidak cocok. Periksa keduanya, lalu coba lagi.",
    TerlaluSering: "Terlalu banyak percobaan yang gagal. Tunggu 15 menit, lalu coba lagi.",
    LangkahLewat: "Waktu untuk langkah kedua sudah habis. Masuk lagi dengan alamat email dan kata sandi Anda.",
    Gangguan:
      "Lokmin sedang terganggu, bukan kata sandi Anda. Tunggu sebentar, lalu coba lagi; bila masih begitu, beri tahu pengelola Lokmin.",
  } satisfies Record<SignInFailure | "LangkahLewat", string>),
);

export default async function SignInPage({ searchParams }: { searchParams: Query }) {
  const query = await searchParams;
  const next = localAddress(queryText(query.lanjut)) ?? "/beranda";
  if (await currentActor()) redirect(next);
  const error = queryText(query.error);
  const isPasswordNew = query.baru !== undefined && !error;
  const isOutEverywhere = query.keluar !== undefined && !error;
  const jar = await cookies();
  const email = jar.get(typedEmailCookie())?.value ?? "";
  const isOver = jar.has(sessionCookie()) && query.lanjut !== undefined && !error && next !== waitingPath;
  const trouble = await whyNoSignIn();
  const isEmpty = await isWaitingForSetup();
  const sentence = error ? (sentences.get(error) ?? "Masuk tidak berhasil. Coba sekali lagi.") : null;
  return (
    <main className="mx-auto flex min-h-dvh max-w-sm flex-col justify-center gap-6 px-4 py-10">
      <div>
        <PutBack />
        <p className="text-lg font-bold text-accent">Lokmin</p>
        <h1>Masuk</h1>
      </div>
      {isPasswordNew && (
        <div role="status" className="rounded border-l-4 border-done bg-done-soft px-4 py-3 font-semibold">
          Kata sandi tersimpan. Masuk dengan kata sandi yang baru.
        </div>
      )}
      {isOutEverywhere && (
        <div role="status" className="rounded border-l-4 border-done bg-done-soft px-4 py-3 font-semibold">
          Anda sudah keluar dari semua perangkat.
        </div>
      )}
      {next === waitingPath && !error && (
        <div role="status" className="rounded border-l-4 border-soon bg-soon-soft px-4 py-3 font-semibold">
          Sesi Anda sudah berakhir. Isian yang baru Anda kirim disimpan 15 menit: masuk, lalu kirim lagi.
        </div>
      )}
      {isOver && (
        <div role="status" className="rounded border-l-4 border-soon bg-soon-soft px-4 py-3 font-semibold">
          Sesi Anda sudah berakhir. Masuk lagi untuk kembali ke halaman tadi. Bila ada isian yang belum tersimpan, isian
          itu masih ada.
        </div>
      )}
      {trouble && (
        <div role="alert" className="rounded border-l-4 border-soon bg-soon-soft px-4 py-3 font-semibold">
          {trouble}
        </div>
      )}
      {isEmpty && (
        <div role="status" className="rounded border-l-4 border-soon bg-soon-soft px-4 py-3 font-semibold">
          Belum ada pengguna. Buka tautan /pasang/… yang tercetak di jendela tempat Lokmin dijalankan.
        </div>
      )}
      {sentence && (
        <div role="alert" className="rounded border-l-4 border-late bg-late-soft px-4 py-3 font-semibold">
          {sentence}
        </div>
      )}
      <form method="post" action="/api/auth/callback/credentials" className="flex flex-col gap-4">
        <input type="hidden" name="callbackUrl" value={next} />
        <div>
          <label htmlFor="email" className="mb-1 block font-semibold">
            Alamat email
          </label>
          <input
            id="email"
            name="email"
            type="email"
            defaultValue={email}
            autoComplete="username"
            required
            className="input"
          />
        </div>
        <div>
          <label htmlFor="password" className="mb-1 block font-semibold">
            Kata sandi
          </label>
          <input
            id="password"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            className="input"
          />
        </div>
        <button type="submit" className="button button-main">
          Masuk
        </button>
      </form>
      {passkeySite() && (
        <PasskeyButton
          begin={beginPasskeySignInAction}
          finish={passkeySignInAction.bind(null, next)}
          words="Masuk dengan kunci sandi"
        />
      )}
      <p className="text-sm text-muted">
        Lupa kata sandi? Minta tautan masuk baru kepada admin puskesmas atau Dinas Kesehatan Anda.
      </p>
      <p className="text-sm">
        <a href="/privasi" className="link inline-flex min-h-11 items-center">
          Data Anda di Lokmin
        </a>
      </p>
    </main>
  );
}
