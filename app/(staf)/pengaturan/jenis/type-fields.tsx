import { CheckboxGroup, RadioGroup, TextArea, TextField } from "@/components/form/field";
import { HiddenField } from "@/components/form/hidden-field";
import type { TypeContent } from "@/lib/meeting-types/defaults";
import { kindOrder } from "@/lib/meeting-types/rules";
import { kindNames } from "@/lib/meetings/rules";

type Props = { initial: TypeContent | null; isDefault: boolean };

/** The fields of a type; of one that is there already the kind stays. */
export function TypeFields({ initial, isDefault }: Props) {
  return (
    <>
      {initial ? (
        <HiddenField name="kind" initial={initial.kind} />
      ) : (
        <RadioGroup
          name="kind"
          legend="Bentuk pertemuan"
          options={kindOrder.map((value) => ({ value, label: kindNames[value] }))}
        />
      )}
      <TextField name="name" label="Nama jenis" initial={initial?.name} />
      <TextArea
        name="inputs"
        label="Masukan"
        hint="Yang disiapkan sebelum kegiatan; satu baris satu butir."
        rows={7}
        optional
        initial={initial?.inputs.join("\n")}
      />
      <TextArea
        name="outputs"
        label="Luaran"
        hint="Yang harus dihasilkan; satu baris satu butir."
        rows={7}
        optional
        initial={initial?.outputs.join("\n")}
      />
      {!isDefault && (
        <CheckboxGroup
          name="isFirst"
          legend="Urutan"
          options={[{ value: "ya", label: "Untuk yang pertama dalam setahun" }]}
          initial={initial?.isFirst ? ["ya"] : []}
        />
      )}
    </>
  );
}
