import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/page-header";
import { encryptionWords, probeEncryption } from "@/lib/email/encryption";
import { mailServerName, mailSettings } from "@/lib/email/settings";
import { canWriteTemplates } from "@/lib/messages/rules";
import { requireActor } from "@/lib/web/session";

export const metadata: Metadata = { title: "Email" };

/** Whether e-mail can be sent, and how the operator of the server makes it so. */
export default async function EmailSettingsPage() {
  if (!canWriteTemplates(await requireActor())) notFound();
  const settings = mailSettings();
  return (
    <>
      <PageHeader title="Email" crumbs={[{ href: "/pengaturan", label: "Pengaturan" }]} />
      {settings ? (
        <dl className="card grid max-w-prose gap-3">
          <div>
            <dt className="text-sm text-muted">Server email</dt>
            <dd className="break-all">{mailServerName(settings)}</dd>
          </div>
          <div>
            <dt className="text-sm text-muted">Pengirim</dt>
            <dd className="break-all">{settings.from}</dd>
          </div>
          <div>
            <dt className="text-sm text-muted">Sambungan</dt>
            <dd>{encryptionWords[await probeEncryption(settings, 3000)]}</dd>
          </div>
          <p>
            Tombol “Kirim email” muncul di daftar kirim untuk undangan yang punya alamat email. Berkas kalender ikut
            terlampir.
          </p>
        </dl>
      ) : (
        <div className="max-w-prose">
          <p className="mb-3">
            Email belum disiapkan, jadi tombolnya tidak ditampilkan. Undangan tetap dapat dikirim lewat WhatsApp,
            disalin, atau dicetak sebagai slip.
          </p>
          <h2 className="mb-2">Untuk pengelola server</h2>
          <p className="mb-2">Isi dua variabel lingkungan ini, lalu jalankan ulang Lokmin:</p>
          <pre className="card text-sm break-all whitespace-pre-wrap">
            {`SMTP_URL=smtps://nama:kata-sandi@server.email:465\nSMTP_FROM="UPTD Puskesmas <undangan@puskesmas.example>"`}
          </pre>
          <p className="mt-2 text-muted">
            Tanda @ atau : di dalam nama dan kata sandi ditulis sebagai %40 dan %3A. Untuk port 587 pakai smtp://.
          </p>
        </div>
      )}
    </>
  );
}
