import type { Metadata } from "next";
import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/field";
import { SubmitButton } from "@/components/form/submit-button";
import { PageHeader } from "@/components/page-header";
import { AppCodeField, RecoveryCodeField } from "@/components/second-factor/code-fields";
import { RecoveryFold } from "@/components/second-factor/recovery-fold";
import { PasskeyButton } from "@/components/second-factor/use-passkey-button";
import { listFactors } from "@/lib/second-factor/reads";
import { localAddress } from "@/lib/web/local-address";
import { type Query, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { beginPasskeyConfirmAction, confirmCodeAction, confirmPasswordAction, passkeyConfirmAction } from "./actions";

export const metadata: Metadata = { title: "Konfirmasi" };

export default async function ConfirmPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const next = localAddress(queryText((await searchParams).lanjut)) ?? "/akun";
  const { apps, passkeys } = await listFactors(actor);
  const isOn = apps.length + passkeys.length > 0;
  const byCode = confirmCodeAction.bind(null, next);
  return (
    <>
      <PageHeader title="Apakah ini Anda?" crumbs={[{ href: "/akun", label: "Akun saya" }]}>
        <p className="mt-2 max-w-prose">
          Sebelum akun dan akses diubah, {isOn ? "tunjukkan langkah kedua Anda" : "ketik kata sandi Anda"} sekali lagi.
          Berlaku sepuluh menit.
        </p>
      </PageHeader>
      <div className="flex max-w-md flex-col gap-6">
        {!isOn && (
          <ActionForm action={confirmPasswordAction.bind(null, next)} submit="Lanjutkan">
            <input type="hidden" name="username" autoComplete="username" value={actor.email} readOnly />
            <TextField name="password" label="Kata sandi" type="password" autoComplete="current-password" />
          </ActionForm>
        )}
        {passkeys.length > 0 && (
          <PasskeyButton
            begin={beginPasskeyConfirmAction}
            finish={passkeyConfirmAction.bind(null, next)}
            words="Pakai kunci sandi"
            tone={apps.length > 0 ? "plain" : "main"}
          />
        )}
        {apps.length > 0 && (
          <ActionForm action={byCode} submit="Lanjutkan">
            <AppCodeField />
          </ActionForm>
        )}
        {isOn && (
          <ActionForm action={byCode} className="flex flex-col gap-3">
            <RecoveryFold>
              <RecoveryCodeField />
              <SubmitButton tone="plain">Pakai kode pemulihan</SubmitButton>
            </RecoveryFold>
          </ActionForm>
        )}
      </div>
    </>
  );
}
