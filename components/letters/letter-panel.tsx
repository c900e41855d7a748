import Link from "next/link";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { LetterFields } from "@/components/letters/letter-fields";
import { VoidLetter } from "@/components/letters/void-letter";
import type { LetterForm } from "@/lib/letters/form";
import type { FormAction } from "@/lib/web/form";

type Props = {
  form: LetterForm;
  id: string;
  today: string;
  paperAddress: string;
  isSaved: boolean;
  save: FormAction;
  giveUp: FormAction;
};

/** A letter's number and all that it says of itself; a clerk who agrees only presses the button. */
export function LetterPanel({ form, id, today, paperAddress, isSaved, save, giveUp }: Props) {
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
      <ActionForm key={form.version} action={save}>
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
