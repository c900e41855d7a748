"use client";

import Link from "next/link";
import { ActionForm } from "@/components/form/action-form";
import { RadioGroup, TextArea, TextField } from "@/components/form/field";
import { HiddenField } from "@/components/form/hidden-field";
import { formNames, spreadNames } from "@/lib/indicators/names";
import type { FormAction } from "@/lib/web/form";
import type { IndicatorForm as Form, TargetSpread } from "@/prisma/generated/enums";

export type IndicatorValues = {
  id: string;
  version: number | null;
  name: string | null;
  definition: string | null;
  topic: string | null;
  form: Form | null;
  numerator: string | null;
  denominator: string | null;
  unit: string | null;
  isCumulative: boolean | null;
  lowerIsBetter: boolean;
  spread: TargetSpread | null;
  position: number | null;
};

const forms = [
  { value: "COVERAGE", label: formNames.COVERAGE, hint: "mis. bayi diimunisasi dari bayi sasaran" },
  { value: "PERCENT", label: formNames.PERCENT, hint: "mis. angka bebas jentik 93,5" },
  { value: "COUNT", label: formNames.COUNT, hint: "mis. kematian ibu, kasus DBD" },
];
const months = [
  { value: "ya", label: "Dijumlahkan setahun", hint: "target s.d. bulan ini" },
  { value: "tidak", label: "Setiap bulan berdiri sendiri", hint: "mis. D/S, stunting" },
];
const directions = [
  { value: "tidak", label: "Makin besar makin baik" },
  { value: "ya", label: "Makin kecil makin baik", hint: "mis. stunting, kematian" },
];
const spreads = [
  { value: "TWELFTHS", label: spreadNames.TWELFTHS, hint: "Juni = separuh target" },
  { value: "FLAT", label: spreadNames.FLAT },
  { value: "MONTHLY", label: spreadNames.MONTHLY, hint: "mis. BIAS, tidak terbagi rata" },
];

type Props = { action: FormAction; initial: IndicatorValues; submit: string; topics: readonly string[] };

/** One form for a new definition and for a change of one. */
export function IndicatorForm({ action, initial, submit, topics }: Props) {
  return (
    <ActionForm
      action={action}
      submit={submit}
      className="group flex max-w-3xl flex-col gap-6"
      aside={
        <Link href="/capaian/indikator" prefetch={false} className="link">
          Batal
        </Link>
      }
    >
      <HiddenField name="id" initial={initial.id} />
      {initial.version !== null && <HiddenField name="version" initial={initial.version} />}
      <TextField name="name" label="Nama indikator" initial={initial.name} />
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <TextField name="topic" label="Topik" optional suggestions={topics} initial={initial.topic} />
        <TextField
          name="position"
          label="Urutan"
          optional
          inputMode="numeric"
          hint="Angka kecil tampil lebih dahulu."
          initial={initial.position}
        />
      </div>
      <TextArea name="definition" label="Definisi operasional" optional initial={initial.definition} />
      <RadioGroup name="form" legend="Bentuk angkanya" options={forms} initial={initial.form} />
      <TextField name="numerator" label="Yang dihitung (pembilang)" optional initial={initial.numerator} />
      <TextField
        name="denominator"
        label="Sasarannya (penyebut)"
        optional
        initial={initial.denominator}
        className="group-has-[input[value=PERCENT]:checked]:hidden group-has-[input[value=COUNT]:checked]:hidden"
      />
      <TextField
        name="unit"
        label="Satuan"
        hint="Misalnya kasus, orang, atau kali."
        initial={initial.unit}
        className="group-has-[input[value=PERCENT]:checked]:hidden group-has-[input[value=COVERAGE]:checked]:hidden"
      />
      <RadioGroup
        name="isCumulative"
        legend="Cara membaca bulan"
        options={months}
        initial={initial.isCumulative === null ? null : initial.isCumulative ? "ya" : "tidak"}
      />
      <RadioGroup
        name="lowerIsBetter"
        legend="Arah yang baik"
        options={directions}
        initial={initial.lowerIsBetter ? "ya" : "tidak"}
      />
      <RadioGroup
        name="spread"
        legend="Target setahun menjadi target bulan"
        options={spreads}
        initial={initial.spread}
      />
    </ActionForm>
  );
}
