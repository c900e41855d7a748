import { TextField } from "@/components/form/field";
import { FileField } from "@/components/form/file-field";
import { acceptedTypes, photoLimit, tooBigPhoto } from "@/lib/documents/rules";

/** Number, date, person in charge and deadline of an answer by letter, and the letter itself. */
export function LetterFields({ contactLabel, isOptional = false }: { contactLabel: string; isOptional?: boolean }) {
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="letterNumber" label="Nomor surat" autoComplete="off" maxLength={120} optional={isOptional} />
        <TextField name="letterDate" label="Tanggal surat" type="date" optional={isOptional} />
        <TextField name="contact" label={contactLabel} optional maxLength={200} />
        <TextField name="dueOn" label="Selesai paling lambat" type="date" optional />
      </div>
      <FileField
        name="file"
        label="Surat (PDF atau foto, boleh kosong)"
        accept={acceptedTypes}
        limit={{ bytes: photoLimit, sentence: tooBigPhoto }}
        hint="PDF sampai 5 MB, atau foto sampai 12 MB."
      />
    </>
  );
}
