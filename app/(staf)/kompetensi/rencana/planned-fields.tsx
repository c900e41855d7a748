import { SelectField, TextField } from "@/components/form/field";
import { monthNames } from "@/lib/time";

type Planned = { title: string; month: number | null; participants: number; competence: { id: string } | null };

type Props = { competences: readonly { id: string; name: string }[]; planned?: Planned };

export function PlannedFields({ competences, planned }: Props) {
  return (
    <>
      <TextField name="title" label="Nama pelatihan" initial={planned?.title ?? ""} />
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField
          name="month"
          label="Bulan"
          empty="Belum ditentukan"
          initial={planned?.month ?? ""}
          options={monthNames.map((label, place) => ({ value: String(place + 1), label }))}
        />
        <TextField
          name="participants"
          label="Jumlah peserta"
          inputMode="numeric"
          initial={planned?.participants ?? ""}
        />
      </div>
      <SelectField
        name="competenceId"
        label="Kompetensi yang dilatihkan"
        optional
        empty="Tanpa kompetensi"
        initial={planned?.competence?.id ?? ""}
        options={competences.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </>
  );
}
