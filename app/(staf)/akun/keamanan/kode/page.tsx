import type { Metadata } from "next";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { PageHeader } from "@/components/page-header";
import { listFactors } from "@/lib/second-factor/reads";
import { localAddress } from "@/lib/web/local-address";
import { type Query, queryText } from "@/lib/web/query";
import { requireConfirmedAt } from "@/lib/web/second-step";
import { makeCodesAction } from "../actions";
import { CodesGiven } from "./codes-given";

export const metadata: Metadata = { title: "Kode pemulihan" };

export default async function RecoveryCodesPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireConfirmedAt("/akun/keamanan/kode");
  const query = await searchParams;
  const next = localAddress(queryText(query.lanjut)) ?? (query.lanjut === undefined ? "/akun/keamanan" : "/beranda");
  const { codesLeft } = await listFactors(actor);
  return (
    <>
      <PageHeader
        title="Kode pemulihan"
        crumbs={[
          { href: "/akun", label: "Akun saya" },
          { href: "/akun/keamanan", label: "Verifikasi dua langkah" },
        ]}
      >
        <p className="mt-2 max-w-prose">
          Sepuluh kode pengganti langkah kedua, bila HP hilang atau rusak. Cetak atau tulis, lalu simpan di tempat yang
          terkunci; jangan di komputer ini.
        </p>
      </PageHeader>
      <div className="max-w-xl">
        <ActionForm action={makeCodesAction}>
          <CodesGiven owner={`${actor.name}, ${actor.email}`} next={next}>
            {codesLeft > 0 && <p>{codesLeft} kode yang lama berakhir begitu yang baru dibuat.</p>}
            <div className="flex flex-wrap items-center gap-3">
              <SubmitButton>Buat sepuluh kode</SubmitButton>
              <a href={next} className="link inline-flex min-h-11 items-center">
                {next === "/akun/keamanan" ? "Batal" : "Nanti saja"}
              </a>
            </div>
          </CodesGiven>
        </ActionForm>
      </div>
    </>
  );
}
