import { CopyLinks } from "@/components/copy-links";
import { ActionForm } from "@/components/form/action-form";
import { TextArea, TextField } from "@/components/form/field";
import type { StaffRequest } from "@/lib/privacy/staff-requests";
import { formatMoment } from "@/lib/time";
import { answerRequestAction, eraseDataAction } from "./data-actions";

type Props = { staffId: string; requests: readonly StaffRequest[]; timeZone: string };

/** What the law lets a health worker ask for (UU 27/2022), and what he asked for through his link. */
export function OwnData({ staffId, requests, timeZone }: Props) {
  return (
    <section aria-labelledby="permintaan" className="no-print">
      <h2 id="permintaan">Permintaan orang ini atas datanya</h2>
      {requests.map(({ id, kind, text, askedAt }) => (
        <div key={id} className="mt-3 max-w-2xl border-l-4 border-soon pl-4">
          <p className="font-semibold">{kind === "ERASURE" ? "Penghapusan" : "Pembetulan"}</p>
          <p className="whitespace-pre-line">{text}</p>
          <p className="mb-3 text-sm text-muted">Dikirim {formatMoment(askedAt, timeZone)} lewat tautannya</p>
          <ActionForm action={answerRequestAction.bind(null, staffId, id)} submit="Kirim jawaban" tone="plain">
            <TextArea
              name="answer"
              label="Jawaban"
              hint="Yang sudah dibetulkan atau dihapus, atau mengapa tidak. Ia membacanya di halamannya selama tautannya berlaku."
            />
          </ActionForm>
        </div>
      ))}
      <CopyLinks href={`/pegawai/${staffId}/salinan`} words="Unduh salinan datanya" />
      <details>
        <summary className="link inline-flex min-h-11 items-center">Hapus data pribadinya …</summary>
        <p className="mt-2 max-w-prose">
          Nomor HP, email, tanggal lahir, dan tautannya hilang dan tidak dapat dikembalikan. Nama, NIP, masa kerja, STR
          dan SIP, pelatihan, dan sertifikat tetap, sebab kantor wajib menyimpannya sebagai bukti ketenagaan (Permenkes
          75/2014) dan akreditasi; kekeliruannya dibetulkan lewat “Ubah data”. Jawab dulu permintaannya, atau beri tahu
          dia langsung.
        </p>
        <ActionForm
          action={eraseDataAction.bind(null, staffId)}
          submit="Hapus data pribadinya"
          tone="danger"
          className="mt-2 flex max-w-2xl flex-col items-start gap-4"
        >
          <TextField
            name="reason"
            label="Alasan"
            hint="Misalnya: diminta yang bersangkutan lewat tautannya. Tercatat di riwayat."
            maxLength={300}
            className="w-full"
          />
        </ActionForm>
      </details>
    </section>
  );
}
