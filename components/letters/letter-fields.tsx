import { SelectField, TextArea, TextField } from "@/components/form/field";
import { HiddenField } from "@/components/form/hidden-field";
import { holderPrefixes, prefixNames } from "@/lib/directory/rules";
import type { LetterForm } from "@/lib/letters/form";
import { urgencies, urgencyNames } from "@/lib/letters/rules";

type Props = { form: LetterForm; id: string; today: string };

/** What a paper says of itself as a letter, as it is proposed: a clerk who agrees only presses the button. */
export function LetterFields({ form, id, today }: Props) {
  const { facts, version, letterheads, letterheadId, note } = form;
  return (
    <>
      <HiddenField name="id" initial={id} />
      <HiddenField name="version" initial={version} />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          name="number"
          label="Nomor surat"
          optional={!facts.number}
          maxLength={80}
          initial={facts.number}
          hint={numberHint(form)}
        />
        <TextField name="day" type="date" label="Tanggal surat" initial={facts.day ?? today} />
        {letterheads.length > 1 && (
          <SelectField
            name="letterheadId"
            label="Kop surat"
            initial={letterheadId}
            options={letterheads.map((one) => ({ value: one.id, label: one.name }))}
          />
        )}
        {letterheads.length === 1 && <input type="hidden" name="letterheadId" value={letterheads[0]?.id} />}
        <TextField name="place" label="Tempat surat dibuat" maxLength={80} initial={facts.place} />
        <SelectField
          name="urgency"
          label="Sifat"
          initial={facts.urgency}
          options={urgencies.map((urgency) => ({ value: urgency, label: urgencyNames[urgency] }))}
        />
        <TextField name="attachment" label="Lampiran" optional maxLength={80} initial={facts.attachment} />
      </div>
      <TextField name="subject" label="Hal" maxLength={300} initial={facts.subject} />
      <TextField
        name="addressees"
        label="Tujuan di agenda surat"
        maxLength={500}
        initial={facts.addressees}
        hint="Ringkasan untuk agenda surat keluar; daftar lengkapnya ada di surat."
      />
      <SignatoryFields signatory={facts.signatory} />
      <TextArea
        name="copies"
        label="Tembusan"
        optional
        rows={3}
        initial={facts.copies.join("\n")}
        hint="Satu baris satu tujuan; angkanya ditulis sendiri."
      />
      <TextField name="note" label="Keterangan di agenda surat" optional maxLength={300} initial={note} />
    </>
  );
}

function numberHint({ facts, isCounted, letterheads, ownNext }: LetterForm): string {
  if (isCounted) return "Diberikan penghitung, jadi tidak diubah. Batalkan nomornya bila salah terbit.";
  if (facts.number) return "Diketik sendiri; boleh dibetulkan.";
  const next = letterheads.length > 0 ? letterheads : [{ name: "", next: ownNext }];
  const told = next.map(({ name, next: number }) =>
    [next.length > 1 ? `${name}:` : "", number ?? "ketik nomornya, pola belum dibuat"].filter(Boolean).join(" "),
  );
  return `Kosongkan untuk memakai nomor berikutnya: ${told.join("; ")}`;
}

function SignatoryFields({ signatory }: { signatory: LetterForm["facts"]["signatory"] }) {
  return (
    <fieldset className="card grid gap-5 sm:grid-cols-2">
      <legend className="px-1 font-semibold">Penanda tangan</legend>
      <SelectField
        name="signatoryPrefix"
        label="Awalan"
        initial={signatory.prefix}
        empty="Pejabat definitif"
        options={holderPrefixes.map((prefix) => ({ value: prefix, label: prefixNames[prefix] }))}
      />
      <TextField name="signatorySeat" label="Jabatan" maxLength={160} initial={signatory.seat} />
      <TextField name="signatoryName" label="Nama dan gelar" maxLength={160} initial={signatory.name} />
      <TextField name="signatoryRank" label="Pangkat" optional maxLength={80} initial={signatory.rank} />
      <TextField
        name="signatoryNumber"
        label="NIP atau NRP"
        optional
        maxLength={60}
        initial={signatory.number}
        hint="Ditulis seperti akan tercetak: NIP 19830826 200904 1 002"
      />
      <details className="sm:col-span-2" open={Boolean(signatory.onBehalfOf ?? signatory.through)}>
        <summary className="link inline-flex min-h-11 cursor-pointer items-center">
          Ditandatangani atas nama (a.n., u.b.)
        </summary>
        <div className="mt-3 grid gap-5 sm:grid-cols-2">
          <TextField
            name="onBehalfOf"
            label="Atas nama (a.n.)"
            optional
            maxLength={160}
            initial={signatory.onBehalfOf}
            hint="Jabatan yang diwakili, misalnya Kepala Dinas Kesehatan"
          />
          <TextField
            name="through"
            label="Untuk beliau (u.b.)"
            optional
            maxLength={160}
            initial={signatory.through}
            hint="Jabatan di antara keduanya, misalnya Sekretaris"
          />
        </div>
      </details>
    </fieldset>
  );
}
