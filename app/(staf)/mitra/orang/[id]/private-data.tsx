import { CopyLinks } from "@/components/copy-links";
import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/field";
import type { FoundPerson } from "@/lib/persons/reads";
import { eraseAction } from "../actions";

/** What the law lets a person ask for (UU 27/2022): a copy of his data, and that it is erased. */
export function PrivateData({ person }: { person: FoundPerson }) {
  return (
    <details className="no-print">
      <summary className="link inline-flex min-h-11 items-center">Permintaan orang ini atas datanya</summary>
      <CopyLinks href={`/mitra/orang/${person.id}/salinan`} words="Unduh salinan datanya" />
      <p className="mt-4 max-w-prose">
        Menghapus: nama dalam catatan ini, nomor HP, email, NIP, pembeda, tautan, email dan kata sandi akunnya yang
        nonaktif, dan tanda tangan pada kegiatan yang belum disahkan hilang dan tidak dapat dikembalikan. Namanya pada
        daftar hadir, notulen, RTL, dan surat tetap, sebab kantor wajib menyimpannya sebagai bukti kegiatan dan
        akreditasi.
      </p>
      <ActionForm
        action={eraseAction.bind(null, person.id)}
        submit="Hapus data pribadinya"
        tone="danger"
        className="mt-2 flex max-w-2xl flex-col gap-4"
      >
        <TextField
          name="reason"
          label="Alasan"
          hint="Misalnya: diminta yang bersangkutan lewat surat tanggal 3 Maret 2027. Tercatat di riwayat."
          maxLength={300}
        />
      </ActionForm>
    </details>
  );
}
