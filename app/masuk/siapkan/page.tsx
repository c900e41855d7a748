import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AppSetUp } from "@/components/second-factor/app-set-up";
import { BeginApp } from "@/components/second-factor/begin-app";
import { findStartedApp } from "@/lib/second-factor/reads";
import { localAddress } from "@/lib/web/local-address";
import { type Query, queryText, withQuery } from "@/lib/web/query";
import { requirePending } from "@/lib/web/second-step";
import { SignInFrame } from "../frame";
import { beginAppAction, confirmAppAction } from "./actions";

export const metadata: Metadata = { title: "Siapkan verifikasi dua langkah" };

/** Where a user of whom a second factor is asked sets up his first one, before he gets anywhere. */
export default async function FirstFactorPage({ searchParams }: { searchParams: Query }) {
  const next = localAddress(queryText((await searchParams).lanjut)) ?? "/beranda";
  const pending = await requirePending();
  if (pending.hasApp || pending.hasPasskey) redirect(withQuery("/masuk/langkah-kedua", { lanjut: next }));
  const app = await findStartedApp(pending);
  return (
    <SignInFrame title="Siapkan verifikasi dua langkah">
      <p>
        Admin di {pending.organisation.name} masuk dengan kata sandi dan satu langkah lagi, supaya kata sandi yang bocor
        saja tidak cukup. Siapkan sekali; sesudah itu Anda masuk.
      </p>
      {app ? (
        <AppSetUp app={app} confirm={confirmAppAction.bind(null, next)} />
      ) : (
        <BeginApp begin={beginAppAction.bind(null, next)} />
      )}
    </SignInFrame>
  );
}
