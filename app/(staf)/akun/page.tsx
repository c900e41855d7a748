import type { Metadata } from "next";
import Link from "next/link";
import { CopyLinks } from "@/components/copy-links";
import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/field";
import { TickField } from "@/components/form/tick-field";
import { PageHeader } from "@/components/page-header";
import { listTokens } from "@/lib/api-tokens/reads";
import { tokenState } from "@/lib/api-tokens/rules";
import { listFactors } from "@/lib/second-factor/reads";
import { findAccount } from "@/lib/users/account";
import { roleHints, roleNames } from "@/lib/users/rules";
import { requireActor } from "@/lib/web/session";
import { changePasswordAction } from "./actions";
import { GivenLinks } from "./given-links";
import { SessionList } from "./session-list";

export const metadata: Metadata = { title: "Akun saya" };

export default async function AccountPage() {
  const actor = await requireActor();
  const [{ position }, { apps, passkeys }, allTokens] = await Promise.all([
    findAccount(actor),
    listFactors(actor),
    listTokens(actor),
  ]);
  const now = new Date();
  const tokens = allTokens.filter((token) => tokenState(token, now) === "used");
  const isOn = apps.length + passkeys.length > 0;
  return (
    <>
      <PageHeader title="Akun saya" />
      <dl className="mb-8 grid gap-x-6 gap-y-1 sm:grid-cols-[auto_1fr]">
        <dt className="text-muted">Nama</dt>
        <dd className="mb-2 font-semibold sm:mb-0">{actor.name}</dd>
        {position && (
          <>
            <dt className="text-muted">Jabatan</dt>
            <dd className="mb-2 sm:mb-0">{position}</dd>
          </>
        )}
        <dt className="text-muted">Alamat email</dt>
        <dd className="mb-2 sm:mb-0">{actor.email}</dd>
        <dt className="text-muted">Peran</dt>
        <dd className="mb-2 sm:mb-0">
          {roleNames[actor.role]}: {roleHints[actor.role]}
        </dd>
        <dt className="text-muted">Instansi</dt>
        <dd>
          <Link href={`/organisasi/${actor.organisation.id}`} prefetch={false} className="link">
            {actor.organisation.name}
          </Link>
        </dd>
      </dl>
      <GivenLinks actor={actor} now={now} className="mb-8 max-w-2xl" />
      <p className="mb-8">
        <Link href="/akun/pemberitahuan" prefetch={false} className="link inline-flex min-h-11 items-center">
          Pemberitahuan dan email
        </Link>
      </p>
      <section aria-labelledby="dua-langkah" className="mb-8 max-w-2xl">
        <h2 id="dua-langkah">Verifikasi dua langkah</h2>
        <p className="mt-1 text-muted">
          {isOn ? "Menyala. " : "Belum menyala: kata sandi yang bocor saja cukup untuk masuk sebagai Anda. "}
          <Link href="/akun/keamanan" prefetch={false} className="link">
            {isOn ? "Lihat dan ubah" : "Siapkan"}
          </Link>
        </p>
      </section>
      <SessionList />
      <section aria-labelledby="token-api" className="mt-8 max-w-2xl">
        <h2 id="token-api">Token API</h2>
        <p className="mt-1 text-muted">
          Untuk program yang membaca data Lokmin atas nama Anda, misalnya dasbor atau lembar kerja.{" "}
          <Link href="/akun/token" prefetch={false} className="link">
            Buat dan cabut token
          </Link>
        </p>
      </section>
      <section aria-labelledby="data-saya" className="mt-8 max-w-2xl">
        <h2 id="data-saya">Data Anda</h2>
        <p className="mt-1 text-muted">
          Apa yang disimpan tentang Anda dan berapa lama:{" "}
          <a href="/privasi#pengguna" className="link">
            Data Anda di Lokmin
          </a>
        </p>
        <CopyLinks href="/akun/salinan" words="Unduh salinan data saya" />
      </section>
      <section aria-labelledby="sandi" className="mt-8 max-w-md">
        <h2 id="sandi">Ganti kata sandi</h2>
        <p className="mt-1 mb-4 text-muted">
          Setelah diganti, Anda keluar dari semua perangkat dan masuk lagi dengan kata sandi yang baru.
        </p>
        <ActionForm action={changePasswordAction} submit="Ganti kata sandi">
          <input type="hidden" name="username" autoComplete="username" value={actor.email} readOnly />
          <TextField name="oldPassword" label="Kata sandi sekarang" type="password" autoComplete="current-password" />
          <TextField
            name="newPassword"
            label="Kata sandi baru"
            hint="Sekurangnya 10 huruf atau angka"
            type="password"
            autoComplete="new-password"
          />
          <TextField name="repeatPassword" label="Ulangi kata sandi baru" type="password" autoComplete="new-password" />
          {tokens.length > 0 && (
            <TickField
              name="revokesTokens"
              label={`Cabut juga token API (${tokens.map(({ name }) => name).join(", ")}). Tanpa ini token tetap berlaku, sebab hanya membaca dan tidak memakai kata sandi; cabut bila akun Anda mungkin dipakai orang lain.`}
              initial={false}
            />
          )}
        </ActionForm>
      </section>
    </>
  );
}
