import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AddPasskey } from "@/components/second-factor/add-passkey";
import { AppSetUp } from "@/components/second-factor/app-set-up";
import { BeginApp } from "@/components/second-factor/begin-app";
import { findStartedApp } from "@/lib/second-factor/reads";
import { passkeySite } from "@/lib/second-factor/site";
import { deviceName } from "@/lib/sessions/rules";
import { localAddress } from "@/lib/web/local-address";
import { type Query, queryText, withQuery } from "@/lib/web/query";
import { clientBrowser, requirePending } from "@/lib/web/second-step";
import { SignInFrame } from "../frame";
import { addPasskeyAction, beginAppAction, beginPasskeyAction, confirmAppAction } from "./actions";

export const metadata: Metadata = { title: "Siapkan verifikasi dua langkah" };

/** Where a user of whom a second factor is asked sets up his first one, before he gets anywhere. */
export default async function FirstFactorPage({ searchParams }: { searchParams: Query }) {
  const query = await searchParams;
  const next = localAddress(queryText(query.lanjut)) ?? "/beranda";
  const pending = await requirePending();
  if (pending.hasApp || pending.hasPasskey) redirect(withQuery("/masuk/langkah-kedua", { lanjut: next }));
  const app = await findStartedApp(pending, queryText(query.aplikasi));
  return (
    <SignInFrame title="Siapkan verifikasi dua langkah">
      <p>
        Admin di {pending.organisation.name} masuk dengan kata sandi dan satu langkah lagi, supaya kata sandi yang bocor
        saja tidak cukup. Siapkan sekali; sesudah itu Anda masuk.
      </p>
      <h2>Dengan aplikasi autentikator</h2>
      {app ? (
        <AppSetUp app={app} confirm={confirmAppAction.bind(null, next)} />
      ) : (
        <BeginApp begin={beginAppAction.bind(null, next)} />
      )}
      {passkeySite() && !app && (
        <section aria-labelledby="kunci" className="flex flex-col gap-3">
          <h2 id="kunci">Atau dengan kunci sandi</h2>
          <p className="text-muted">Kunci di HP atau komputer ini, dibuka dengan sidik jari, wajah, atau PIN-nya.</p>
          <AddPasskey
            begin={beginPasskeyAction}
            finish={addPasskeyAction.bind(null, next)}
            device={deviceName((await clientBrowser()).userAgent)}
          />
        </section>
      )}
      <p className="text-sm text-muted">
        Tidak memakai HP? Aplikasi autentikator ada juga untuk komputer, misalnya KeePassXC. Bila tetap tidak bisa,
        minta admin yang mewajibkannya melonggarkannya di Pengaturan, Verifikasi dua langkah.
      </p>
      <p>
        <a href="/masuk" className="link inline-flex min-h-11 items-center">
          Masuk sebagai orang lain
        </a>
      </p>
    </SignInFrame>
  );
}
