import Link from "next/link";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { LetterFields } from "@/components/letters/letter-fields";
import { VoidLetter } from "@/components/letters/void-letter";
import { Local } from "@/components/local-words";
import type { LetterForm } from "@/lib/letters/form";
import type { FormAction } from "@/lib/web/form";

type Props = {
  form: LetterForm;
  id: string;
  today: string;
  paperAddress: string;
  /** Where it may be proposed on another letterhead; null where there is no choice. */
  formAddress: string | null;
  isSaved: boolean;
  save: FormAction;
  giveUp: FormAction;
};

/** A letter's number and all that it says of itself; a clerk who agrees only presses the button. */
export function LetterPanel({ form, id, today, paperAddress, formAddress, isSaved, save, giveUp }: Props) {
  const { number } = form.facts;
  return (
    <div className="max-w-3xl">
      <p className="mb-5 text-muted">
        {number ? `Tercatat di agenda surat keluar dengan nomor ${number}.` : "Belum bernomor."}{" "}
        <Link href={paperAddress} prefetch={false} className="link">
          Lihat suratnya
        </Link>
      </p>
      {isSaved && (
        <p role="status" className="mb-5 rounded border-l-4 border-done bg-done-soft px-4 py-3">
          {number ? `Surat tersimpan dengan nomor ${number}.` : "Draf surat tersimpan."}
        </p>
      )}
      {formAddress && !number && <OfCamat form={form} address={formAddress} />}
      <ActionForm key={`${form.version}-${form.letterheadId}`} action={save}>
        <LetterFields form={form} id={id} today={today} />
        <div className="flex flex-wrap gap-3">
          {number ? (
            <SubmitButton>Simpan perubahan</SubmitButton>
          ) : (
            <>
              <SubmitButton name="intent" value="terbitkan">
                Terbitkan nomor
              </SubmitButton>
              <SubmitButton tone="plain" name="intent" value="draf">
                Simpan draf
              </SubmitButton>
            </>
          )}
        </div>
      </ActionForm>
      {number && form.id && <VoidLetter number={number} version={form.version} action={giveUp} />}
    </div>
  );
}

/** A joint letter: on the kecamatan's letterhead, with its number, signed by the camat. */
function OfCamat({ form: { letterheads, letterheadId }, address }: { form: LetterForm; address: string }) {
  const offered = letterheads.filter(({ isOfCamat, id }) => isOfCamat && id !== letterheadId);
  if (offered.length === 0) return null;
  return (
    <p className="mb-5 flex flex-wrap gap-x-5">
      {offered.map(({ id, name }) => (
        <Link
          key={id}
          href={`${address}?kop=${id}`}
          prefetch={false}
          className="link inline-flex min-h-11 items-center"
        >
          Pakai kop {name}, <Local>ditandatangani Camat</Local>
        </Link>
      ))}
    </p>
  );
}
