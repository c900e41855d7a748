import { SelectField, TextField } from "@/components/form/field";
import { statusOptions } from "./staff-words";

export function MoveTerms() {
  return (
    <>
      <TextField
        name="startsOn"
        label="Mulai di instansi baru"
        type="date"
        hint="Masa kerja di instansi lama berakhir sehari sebelumnya"
        className="sm:max-w-xs"
      />
      <SelectField name="status" label="Status kepegawaian" empty="Pilih status" options={statusOptions} />
      <TextField name="position" label="Jabatan" optional />
    </>
  );
}
