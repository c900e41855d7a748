import { randomUUID } from "node:crypto";
import { FileField } from "@/components/form/file-field";
import { ProgressForm } from "@/components/form/progress-form";
import type { FormAction } from "@/lib/web/form";

type Props = {
  action: FormAction;
  /** The import's address: files go to "/unggah" below it. */
  path: string;
  work: string;
  label: string;
  limit: { bytes: number; sentence: string };
  /** "2 MB dan 5.000 baris". */
  most: string;
  /** In the place of "XLSX atau CSV". */
  also?: { name: string; accept: string };
};

/** The second step of every import: a file is sent to be looked through, and nothing is saved yet. */
export function UploadSection({ action, path, work, label, limit, most, also }: Props) {
  return (
    <section aria-labelledby="unggah">
      <h2 id="unggah" className="mb-3">
        2. Unggah untuk diperiksa
      </h2>
      <div className="card">
        <ProgressForm action={action} to={`${path}/unggah`} work={work} submit="Unggah dan periksa">
          <input type="hidden" name="id" value={randomUUID()} />
          <FileField
            name="file"
            label={label}
            accept={also?.accept ?? ".xlsx,.csv,.txt"}
            limit={limit}
            hint={`${also?.name ?? "XLSX atau CSV"}, paling besar ${most}. Belum ada yang disimpan sampai Anda menyetujuinya di halaman berikut.`}
          />
        </ProgressForm>
      </div>
    </section>
  );
}
