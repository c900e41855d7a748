import Link from "next/link";
import { ActionForm } from "@/components/form/action-form";
import { SelectField, TextArea, TextField } from "@/components/form/field";
import { FileField } from "@/components/form/file-field";
import { HiddenField } from "@/components/form/hidden-field";
import { TickField } from "@/components/form/tick-field";
import { acceptedLogos, logoLimit, tooBigLogo } from "@/lib/letterheads/rules";
import type { LetterheadForm } from "@/lib/letterheads/set-up";
import { say } from "@/lib/web/local-words";
import { saveLetterheadAction } from "../actions";
import { LetterheadPreview } from "./letterhead-preview";

type Props = { id: string; form: LetterheadForm; office: string };

/** A letterhead and the page that it will print; without script the page is that of what was saved. */
export function LetterheadEditor({ id, form, office }: Props) {
  const { letterhead, districts } = form;
  return (
    <ActionForm
      action={saveLetterheadAction}
      submit="Simpan kop"
      aside={
        <Link href="/pengaturan/kop" prefetch={false} className="link inline-flex min-h-11 items-center">
          Kembali ke daftar kop
        </Link>
      }
    >
      <HiddenField name="id" initial={id} />
      <HiddenField name="version" initial={form.version} />
      <div className="grid gap-5 lg:grid-cols-2">
        <TextField
          name="name"
          label="Nama kop"
          maxLength={80}
          initial={form.name}
          hint={say("Untuk memilihnya, misalnya Puskesmas Sragi atau Kecamatan Sragi")}
        />
        {districts.length > 0 && (
          <SelectField
            name="areaCode"
            label="Kantor"
            initial={form.areaCode}
            empty={office}
            options={districts.map(({ code, name }) => ({ value: code, label: `${say("Kecamatan")} ${name}` }))}
            hint={say("Surat bersama yang ditandatangani Camat memakai kop dan nomor kecamatan.")}
          />
        )}
        <TextArea
          name="lines"
          label="Baris kop"
          rows={4}
          initial={letterhead.lines.join("\n")}
          hint="Dari kantor tertinggi sampai kantor sendiri; baris terakhir tercetak paling besar."
        />
        <TextArea
          name="contact"
          label="Alamat dan kontak"
          optional
          rows={4}
          initial={letterhead.contact.join("\n")}
          hint="Alamat, telepon, email, kode pos: paling banyak empat baris."
        />
        <Logo side="left" label="Logo kiri" has={letterhead.left !== null} remove="removeLeft" />
        <Logo side="right" label="Logo kanan" has={letterhead.right !== null} remove="removeRight" />
        {districts.length > 0 && (
          <TextField
            name="numberPattern"
            label={say("Pola nomor kecamatan")}
            optional
            maxLength={80}
            initial={form.numberPattern}
            hint={say("Hanya untuk kop kecamatan; bila kosong, nomornya diketik sesuai agenda kecamatan.")}
          />
        )}
        <TickField name="isDefault" label="Usulkan kop ini untuk surat baru" initial={form.isDefault} />
      </div>
      <LetterheadPreview saved={letterhead} size={form.size} office={office} />
    </ActionForm>
  );
}

function Logo({ side, label, has, remove }: { side: string; label: string; has: boolean; remove: string }) {
  return (
    <div>
      <FileField
        name={side}
        label={has ? `Ganti ${label.toLowerCase()}` : label}
        accept={acceptedLogos}
        limit={{ bytes: logoLimit, sentence: tooBigLogo }}
        hint="PNG, JPEG, WebP, atau SVG, paling besar 2 MB; boleh kosong."
      />
      {has && <TickField name={remove} label={`Hapus ${label.toLowerCase()}`} initial={false} />}
    </div>
  );
}
