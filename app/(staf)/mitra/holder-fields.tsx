import { SelectField, TextField } from "@/components/form/field";
import { formatNip, formatPhone, holderPrefixes, prefixNames } from "@/lib/directory/rules";

type Holder = {
  prefix: string | null;
  name: string;
  ownPost: string | null;
  phone: string | null;
  email: string | null;
  rank: string | null;
  nip: string | null;
};

type Props = {
  holder?: Holder;
  /** The day the term began, "2026-06-24"; null: not known. */
  since?: string | null;
  /** A seat may be entered before anybody holds it. */
  mayBeVacant?: boolean;
};

/** Who holds a seat. */
export function HolderFields({ holder, since, mayBeVacant = false }: Props) {
  return (
    <>
      <TextField
        name="name"
        label="Nama pejabat"
        hint="Lengkap dengan gelar, seperti pada undangan"
        optional={mayBeVacant}
        initial={holder?.name}
        autoComplete="off"
      />
      <TextField
        name="phone"
        label="Nomor HP"
        optional
        hint="Untuk mengirim undangan lewat WhatsApp, misalnya 0840-0000-0123"
        initial={holder?.phone ? formatPhone(holder.phone) : null}
        inputMode="tel"
        autoComplete="off"
        className="sm:max-w-xs"
      />
      <TextField
        name="email"
        label="Alamat email"
        optional
        initial={holder?.email}
        type="email"
        autoComplete="off"
        className="sm:max-w-md"
      />
      <SelectField
        name="prefix"
        label="Plt., Plh., atau Pj."
        optional
        initial={holder?.prefix}
        empty="Pejabat definitif"
        options={holderPrefixes.map((value) => ({ value, label: prefixNames[value] }))}
        className="sm:max-w-xs"
      />
      <TextField
        name="ownPost"
        label="Jabatan asli selama Plt., Plh., atau Pj."
        optional
        hint="Misalnya Kepala Bidang Anggaran, BPKAD"
        initial={holder?.ownPost}
        autoComplete="off"
      />
      <TextField
        name="rank"
        label="Pangkat, golongan"
        optional
        hint="Untuk tanda tangan surat, misalnya Pembina, IV/a"
        initial={holder?.rank}
        autoComplete="off"
        className="sm:max-w-md"
      />
      <TextField
        name="nip"
        label="NIP"
        optional
        initial={holder?.nip ? formatNip(holder.nip) : null}
        inputMode="numeric"
        autoComplete="off"
        className="sm:max-w-xs"
      />
      <TextField
        name="since"
        label="Menjabat sejak"
        optional
        hint="Kosongkan bila tidak diketahui"
        initial={since}
        type="date"
        className="sm:max-w-xs"
      />
    </>
  );
}
