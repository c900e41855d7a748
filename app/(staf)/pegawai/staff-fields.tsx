import { SelectField, TextField } from "@/components/form/field";
import { formatPhone } from "@/lib/directory/rules";
import type { Profession } from "@/prisma/generated/enums";
import { professionOptions } from "./staff-words";

type Facts = {
  name: string;
  nip: string | null;
  profession: Profession;
  professionNote: string | null;
  phone: string | null;
  email: string | null;
  bornOn: string | null;
};

/** Somebody's own facts, as the forms for adding and changing show them. */
export function StaffFields({ staff }: { staff?: Facts }) {
  return (
    <>
      <TextField name="name" label="Nama" hint="Lengkap dengan gelar" initial={staff?.name} autoComplete="off" />
      <SelectField
        name="profession"
        label="Profesi"
        empty="Pilih profesi"
        options={professionOptions}
        initial={staff?.profession}
      />
      <TextField
        name="professionNote"
        label="Sebutan profesi"
        optional
        hint="Misalnya bidan desa, atau profesinya bila Lainnya"
        initial={staff?.professionNote}
      />
      <TextField name="nip" label="NIP" optional inputMode="numeric" initial={staff?.nip} className="sm:max-w-xs" />
      <TextField
        name="phone"
        label="Nomor HP"
        optional
        inputMode="tel"
        initial={staff?.phone ? formatPhone(staff.phone) : null}
        autoComplete="off"
        className="sm:max-w-xs"
      />
      <TextField name="email" label="Alamat email" optional type="email" initial={staff?.email} autoComplete="off" />
      <TextField
        name="bornOn"
        label="Tanggal lahir"
        optional
        type="date"
        initial={staff?.bornOn}
        className="sm:max-w-xs"
      />
    </>
  );
}
