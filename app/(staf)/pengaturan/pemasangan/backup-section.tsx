import { Badge } from "@/components/badge";
import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/field";
import { TickField } from "@/components/form/tick-field";
import { Refresher } from "@/components/refresher";
import type { findBackups } from "@/lib/backups/reads";
import { ageWords } from "@/lib/backups/rules";
import { askForBackupAction, setBackupsAction } from "./actions";
import { BackupList } from "./backup-list";

type Props = Awaited<ReturnType<typeof findBackups>> & { now: Date; timeZone: string };

export function BackupSection({
  folder,
  isSealed,
  isDaily,
  kept,
  lastAt,
  warning,
  backups,
  asked,
  now,
  timeZone,
}: Props) {
  return (
    <section aria-labelledby="cadangan">
      <h2 id="cadangan" className="mb-2">
        Cadangan
      </h2>
      <p className="max-w-prose">
        {lastAt ? `Cadangan terakhir dibuat ${ageWords(lastAt, now)} yang lalu. ` : "Belum ada cadangan. "}
        {warning && <Badge tone="late">sudah terlalu lama</Badge>}
      </p>
      <p className="mt-2 max-w-prose">
        Satu berkas berisi semua data dan berkas. <code>npm run cadangan -- BERKAS</code> membuatnya kapan saja,{" "}
        <code>npm run pulihkan -- BERKAS</code> memulihkannya. Simpan salinannya juga di luar komputer ini.
      </p>
      <p className="mt-2 max-w-prose">
        Cadangan harian disimpan di <code className="break-all">{folder}</code>.{" "}
        {!isSealed &&
          "Cadangan itu tidak disandikan, jadi kunci tautan tidak ikut: bila dipulihkan di komputer lain, tautan perlu dibuat baru dan aplikasi autentikator tidak berlaku lagi. Isi LOKMIN_BACKUP_PASSPHRASE agar disandikan dan kuncinya ikut."}
      </p>
      {asked ? (
        <p className="mt-2">
          Cadangan sedang dibuat: {asked.done} %.{" "}
          <a href="/pengaturan/pemasangan" className="link">
            <Refresher />
          </a>
        </p>
      ) : (
        <ActionForm action={askForBackupAction} submit="Buat cadangan sekarang" tone="plain" className="mt-3" />
      )}
      <ActionForm action={setBackupsAction} submit="Simpan setelan" className="mt-4 flex max-w-xl flex-col gap-4">
        <TickField name="isDaily" label="Buat cadangan setiap hari" initial={isDaily} />
        <TextField
          name="kept"
          label="Berapa cadangan harian disimpan"
          hint="1 sampai 60; yang lebih lama dihapus sesudah yang baru selesai diperiksa."
          inputMode="numeric"
          maxLength={2}
          initial={kept}
        />
      </ActionForm>
      <BackupList backups={backups} timeZone={timeZone} />
    </section>
  );
}
