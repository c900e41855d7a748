import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { ActionForm } from "@/components/form/action-form";
import { SelectField, TextField } from "@/components/form/field";
import { PageHeader } from "@/components/page-header";
import { guideEntries } from "@/lib/api/document";
import { listTokens } from "@/lib/api-tokens/reads";
import { tokenDays } from "@/lib/api-tokens/rules";
import { requireActor } from "@/lib/web/session";
import { createTokenAction } from "./actions";
import { ApiGuide } from "./api-guide";
import { TokenList } from "./token-list";

export const metadata: Metadata = { title: "Token API" };

export default async function TokensPage() {
  const actor = await requireActor();
  const tokens = await listTokens(actor);
  return (
    <>
      <PageHeader title="Token API" crumbs={[{ href: "/akun", label: "Akun saya" }]}>
        <p className="mt-2 max-w-prose">
          Token dipakai program untuk membaca data atas nama Anda: persis yang Anda lihat di halaman, tanpa nama orang,
          nomor HP, dan tanda tangan. Token tidak dapat mengubah apa pun, dan berhenti saat akun Anda dinonaktifkan.
        </p>
      </PageHeader>
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <section aria-labelledby="token">
          <h2 id="token" className="mb-2">
            Token Anda
          </h2>
          <TokenList tokens={tokens} timeZone={actor.organisation.timeZone} now={new Date()} />
        </section>
        <section aria-labelledby="baru">
          <h2 id="baru" className="mb-2">
            Token baru
          </h2>
          <ActionForm action={createTokenAction} submit="Buat token">
            <input type="hidden" name="id" value={randomUUID()} />
            <TextField name="name" label="Nama token" hint="Untuk apa, misalnya Dasbor Dinkes" />
            <SelectField
              name="days"
              label="Berlaku"
              initial="90"
              options={tokenDays.map((days) => ({ value: days, label: `${days} hari` }))}
            />
          </ActionForm>
        </section>
      </div>
      <ApiGuide address={process.env.APP_URL ?? ""} entries={guideEntries()} />
    </>
  );
}
