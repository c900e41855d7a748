import type { Metadata } from "next";
import { PageHeader } from "@/components/page-header";
import { AppSetUp } from "@/components/second-factor/app-set-up";
import { BeginApp } from "@/components/second-factor/begin-app";
import { findStartedApp } from "@/lib/second-factor/reads";
import { type Query, queryText } from "@/lib/web/query";
import { requireConfirmedAt } from "@/lib/web/second-step";
import { beginAppAction, confirmAppAction } from "../actions";

export const metadata: Metadata = { title: "Aplikasi autentikator" };

export default async function AuthenticatorPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireConfirmedAt("/akun/keamanan/aplikasi");
  const app = await findStartedApp(actor, queryText((await searchParams).aplikasi));
  return (
    <>
      <PageHeader
        title="Tambah aplikasi autentikator"
        crumbs={[
          { href: "/akun", label: "Akun saya" },
          { href: "/akun/keamanan", label: "Verifikasi dua langkah" },
        ]}
      />
      <div className="flex max-w-xl flex-col gap-6">
        {app && <AppSetUp app={app} confirm={confirmAppAction} />}
        {app ? (
          <details>
            <summary className="link inline-flex min-h-11 cursor-pointer items-center">Mulai lagi dari awal</summary>
            <BeginApp begin={beginAppAction} tone="plain" />
          </details>
        ) : (
          <BeginApp begin={beginAppAction} />
        )}
      </div>
    </>
  );
}
