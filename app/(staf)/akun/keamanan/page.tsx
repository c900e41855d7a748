import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/page-header";
import { SavedNotice } from "@/components/saved-notice";
import { listFactors } from "@/lib/second-factor/reads";
import { passkeySite } from "@/lib/second-factor/site";
import { type Query, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { SessionList } from "../session-list";
import { FactorList } from "./factor-list";

export const metadata: Metadata = { title: "Verifikasi dua langkah" };

const notices = new Map([
  ["aplikasi", "Aplikasi autentikator tersimpan."],
  ["sandi", "Kunci sandi tersimpan."],
  ["hapus", "Sudah dihapus."],
]);

export default async function SecurityPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const notice = notices.get(queryText((await searchParams).tersimpan));
  const { apps, passkeys, codesLeft, isRequired } = await listFactors(actor);
  const isOn = apps.length + passkeys.length > 0;
  return (
    <>
      <PageHeader title="Verifikasi dua langkah" crumbs={[{ href: "/akun", label: "Akun saya" }]}>
        <p className="mt-2 max-w-prose">
          {isOn
            ? "Menyala. Selain kata sandi, Lokmin meminta satu langkah lagi saat Anda masuk."
            : isRequired
              ? "Kantor Anda mewajibkannya: saat masuk berikutnya Anda diminta menyiapkannya."
              : "Belum menyala. Dengan langkah kedua, kata sandi yang bocor saja tidak cukup untuk masuk sebagai Anda."}
        </p>
      </PageHeader>
      {notice && <SavedNotice>{notice}</SavedNotice>}
      <div className="flex max-w-2xl flex-col gap-8">
        <FactorList
          kind="app"
          title="Aplikasi autentikator"
          text="Membuat kode 6 angka di HP, juga tanpa sinyal."
          factors={apps}
          timeZone={actor.organisation.timeZone}
          isLast={apps.length + passkeys.length === 1}
          add={{ href: "/akun/keamanan/aplikasi", text: "Tambah aplikasi autentikator" }}
        />
        <FactorList
          kind="passkey"
          title="Kunci sandi (passkey)"
          text={
            passkeySite()
              ? "Tersimpan di HP atau komputer, dibuka dengan sidik jari, wajah, atau PIN. Dapat juga dipakai masuk tanpa kata sandi."
              : "Baru dapat dipakai bila Lokmin dibuka dengan nama dan HTTPS; tanyakan kepada pengelola Lokmin."
          }
          factors={passkeys}
          timeZone={actor.organisation.timeZone}
          isLast={apps.length + passkeys.length === 1}
          add={passkeySite() && { href: "/akun/keamanan/kunci", text: "Tambah kunci sandi" }}
        />
        {isOn && (
          <section aria-labelledby="pemulihan">
            <h2 id="pemulihan">Kode pemulihan</h2>
            <p className={codesLeft === 0 ? "mt-1 font-semibold" : "mt-1 text-muted"}>
              {codesLeft === 0
                ? "Belum ada kode pemulihan. Tanpa kode itu, bila HP hilang Anda harus meminta admin lain."
                : `${codesLeft} kode belum dipakai. Kode baru mengakhiri yang lama.`}
            </p>
            <p>
              <Link href="/akun/keamanan/kode" prefetch={false} className="link inline-flex min-h-11 items-center">
                Buat kode pemulihan
              </Link>
            </p>
          </section>
        )}
        <SessionList />
      </div>
    </>
  );
}
