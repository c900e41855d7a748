import type { Metadata } from "next";
import { PageHeader } from "@/components/page-header";
import { AddPasskey } from "@/components/second-factor/add-passkey";
import { passkeySite } from "@/lib/second-factor/site";
import { deviceName } from "@/lib/sessions/rules";
import { clientBrowser, noPasskeys, requireConfirmedAt } from "@/lib/web/second-step";
import { addPasskeyAction, beginPasskeyAction } from "../actions";

export const metadata: Metadata = { title: "Kunci sandi" };

export default async function PasskeyPage() {
  await requireConfirmedAt("/akun/keamanan/kunci");
  const { userAgent } = await clientBrowser();
  return (
    <>
      <PageHeader
        title="Tambah kunci sandi"
        crumbs={[
          { href: "/akun", label: "Akun saya" },
          { href: "/akun/keamanan", label: "Verifikasi dua langkah" },
        ]}
      >
        <p className="mt-2 max-w-prose">
          Kunci sandi (passkey) tersimpan di HP atau komputer Anda sendiri dan dibuka dengan sidik jari, wajah, atau
          PIN. Jangan simpan di komputer yang dipakai bersama.
        </p>
      </PageHeader>
      <div className="max-w-xl">
        {passkeySite() ? (
          <AddPasskey begin={beginPasskeyAction} finish={addPasskeyAction} device={deviceName(userAgent)} />
        ) : (
          <p>{noPasskeys}</p>
        )}
      </div>
    </>
  );
}
