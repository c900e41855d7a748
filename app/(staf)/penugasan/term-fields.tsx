import { DateField } from "@/components/form/date-field";
import { TextField } from "@/components/form/field";

type Props = { startsOn: string; endsOn: string; position?: string | null; decreeNumber?: string | null };

export function TermFields({ startsOn, endsOn, position = null, decreeNumber = null }: Props) {
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <DateField name="startsOn" label="Mulai bertugas" initial={startsOn} />
        <DateField name="endsOn" label="Hari terakhir menurut SK" initial={endsOn} />
      </div>
      <TextField name="position" label="Jabatan" optional initial={position} />
      <TextField name="decreeNumber" label="Nomor SK penugasan" optional initial={decreeNumber} />
    </>
  );
}
