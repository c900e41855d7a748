import type { Metadata } from "next";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/field";
import { take } from "@/lib/http/rate-limits";
import { tokenIn } from "@/lib/secrets";
import { findLink } from "@/lib/users/links";
import { clientAddress } from "@/lib/web/session";
import { savePasswordAction } from "./actions";

export const metadata: Metadata = { title: "Buat kata sandi" };

/** Opening the page uses nothing up: chat previews and mail scanners open links too. */
export default async function SignInLinkPage({ params }: { params: Promise<{ token: string }> }) {
  const token = tokenIn(decodeURIComponent((await params).token)) ?? "";
  const user = await findLink(token);
  if (!user) {
    if (!(await take("wrongSignInLink", await clientAddress())))
      return <Notice title="Terlalu banyak percobaan">Tunggu 15 menit, lalu buka lagi tautan Anda.</Notice>;
    return (
      <Notice title="Tautan ini tidak dapat dipakai">
        Tautan masuk hanya dapat dipakai satu kali dan berlaku tiga hari. Minta tautan baru kepada admin puskesmas atau
        Dinas Kesehatan Anda.
      </Notice>
    );
  }
  return (
    <Frame title="Buat kata sandi">
      <p>
        {user.name}, {user.organisation}
        <br />
        <span className="text-muted">Alamat email untuk masuk: {user.email}</span>
      </p>
      <ActionForm action={savePasswordAction.bind(null, token)} submit="Simpan kata sandi">
        <input type="hidden" name="username" autoComplete="username" value={user.email} readOnly />
        <TextField
          name="newPassword"
          label="Kata sandi baru"
          hint="Sekurangnya 10 huruf atau angka; beberapa kata mudah diingat dan sulit ditebak"
          type="password"
          autoComplete="new-password"
        />
        <TextField name="repeatPassword" label="Ulangi kata sandi baru" type="password" autoComplete="new-password" />
      </ActionForm>
    </Frame>
  );
}

function Notice({ title, children }: { title: string; children: string }) {
  return (
    <Frame title={title}>
      <p>{children}</p>
    </Frame>
  );
}

function Frame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center gap-6 px-4 py-10">
      <div>
        <p className="text-lg font-bold text-accent">Lokmin</p>
        <h1>{title}</h1>
      </div>
      {children}
    </main>
  );
}
