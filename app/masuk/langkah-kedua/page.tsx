import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { AppCodeField, RecoveryCodeField } from "@/components/second-factor/code-fields";
import { RecoveryFold } from "@/components/second-factor/recovery-fold";
import { PasskeyButton } from "@/components/second-factor/use-passkey-button";
import { localAddress } from "@/lib/web/local-address";
import { type Query, queryText, withQuery } from "@/lib/web/query";
import { requirePending } from "@/lib/web/second-step";
import { SignInFrame } from "../frame";
import { beginSecondPasskeyAction, enterCodeAction, secondPasskeyAction } from "./actions";

export const metadata: Metadata = { title: "Langkah kedua" };

/** After the right password: the second factor, without which there is no session. */
export default async function SecondStepPage({ searchParams }: { searchParams: Query }) {
  const next = localAddress(queryText((await searchParams).lanjut)) ?? "/beranda";
  const { name, hasApp, hasPasskey } = await requirePending();
  if (!hasApp && !hasPasskey) redirect(withQuery("/masuk/siapkan", { lanjut: next }));
  const enter = enterCodeAction.bind(null, next);
  return (
    <SignInFrame title="Langkah kedua">
      <p>Kata sandi {name} cocok. Tunjukkan sekarang bahwa ini memang Anda.</p>
      {hasPasskey && (
        <PasskeyButton
          begin={beginSecondPasskeyAction}
          finish={secondPasskeyAction.bind(null, next)}
          words="Pakai kunci sandi"
          tone={hasApp ? "plain" : "main"}
        />
      )}
      {hasPasskey && !hasApp && (
        <noscript>Kunci sandi memerlukan JavaScript. Nyalakan, atau pakai kode pemulihan.</noscript>
      )}
      {hasApp && (
        <ActionForm action={enter} submit="Masuk">
          <AppCodeField />
        </ActionForm>
      )}
      <ActionForm action={enter} className="flex flex-col gap-3">
        <RecoveryFold>
          <RecoveryCodeField />
          <SubmitButton tone="plain">Masuk dengan kode pemulihan</SubmitButton>
          <p className="text-sm text-muted">
            Tidak punya kode pemulihan? Minta admin lain di kantor Anda, atau admin Dinas Kesehatan, memulihkan akun
            Anda.
          </p>
        </RecoveryFold>
      </ActionForm>
      <p>
        <a href="/masuk" className="link inline-flex min-h-11 items-center">
          Masuk sebagai orang lain
        </a>
      </p>
    </SignInFrame>
  );
}
