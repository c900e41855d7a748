import { SelectField, TextField } from "@/components/form/field";
import type { EmploymentStatus, PlacementEnd } from "@/prisma/generated/enums";
import { endOptions, statusOptions } from "./staff-words";

type Term = {
  status: EmploymentStatus;
  position: string | null;
  startsOn: string;
  endsOn: string | null;
  endReason: PlacementEnd | null;
  endNote: string | null;
  decreeNumber: string | null;
};

/** A time at an office with one status. */
export function TermFields({ term, withEnd = true }: { term?: Term; withEnd?: boolean }) {
  return (
    <>
      <SelectField
        name="status"
        label="Status kepegawaian"
        empty="Pilih status"
        options={statusOptions}
        initial={term?.status}
      />
      <TextField name="position" label="Jabatan" optional initial={term?.position} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="startsOn" label="Mulai" type="date" initial={term?.startsOn} />
        <TextField name="endsOn" label="Sampai" type="date" optional initial={term?.endsOn} />
      </div>
      {withEnd && (
        <>
          <SelectField
            name="endReason"
            label="Sebab berakhir"
            optional
            empty="Masih berjalan"
            options={endOptions}
            initial={term?.endReason}
          />
          <TextField name="endNote" label="Keterangan akhir" optional initial={term?.endNote} />
        </>
      )}
      <TextField name="decreeNumber" label="Nomor SK" optional initial={term?.decreeNumber} />
    </>
  );
}
