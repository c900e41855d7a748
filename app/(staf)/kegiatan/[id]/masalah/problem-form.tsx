import Link from "next/link";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxGroup, SelectField, TextArea } from "@/components/form/field";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { causeGroupNames } from "@/lib/problems/rules";
import { type CauseGroupName, causeFields, causeGroups } from "@/lib/problems/schema";
import type { FormAction } from "@/lib/web/form";
import { say } from "@/lib/web/local-words";

export type ProblemValues = {
  id: string;
  /** Only of a problem that is there already. */
  version?: number;
  statement: string | null;
  indicatorId: string | null;
  evidence: string | null;
  villages: readonly string[];
  causes: readonly { group: CauseGroupName; text: string }[];
};

type Props = {
  action: FormAction;
  initial: ProblemValues;
  villages: readonly { code: string; name: string; district: string | null }[];
  indicators: readonly { id: string; name: string }[];
  backHref: string;
};

const causeExamples: Record<CauseGroupName, string> = {
  PEOPLE: "Kader belum dilatih",
  FUNDS: "Transport sweeping tidak dianggarkan",
  METHOD: "Jadwal posyandu tidak tetap",
  EQUIPMENT: "Vaksin habis",
  ENVIRONMENT: "Jalan ke dusun rusak",
};

/** The form of one problem, new or there already. Causes are typed line by line, one field for each group. */
export function ProblemForm({ action, initial, villages, indicators, backHref }: Props) {
  const isNew = initial.version === undefined;
  const hasSeveral = new Set(villages.map((village) => village.district)).size > 1;
  return (
    <ActionForm action={action} className="flex max-w-3xl flex-col gap-5">
      <HiddenField name="id" initial={initial.id} />
      {initial.version !== undefined && <HiddenField name="version" initial={initial.version} />}
      <TextArea
        name="statement"
        label="Masalah"
        hint={say("Apa, di mana, dan sebesar apa. Misalnya: imunisasi dasar lengkap rendah di tiga desa.")}
        rows={2}
        initial={initial.statement}
      />
      {indicators.length > 0 && (
        <SelectField
          name="indicatorId"
          label="Indikator"
          optional
          empty="Tidak dari daftar indikator"
          options={indicators.map(({ id, name }) => ({ value: id, label: name }))}
          initial={initial.indicatorId}
        />
      )}
      <TextArea
        name="evidence"
        label="Data pendukung"
        hint="Angka yang mendasarinya, misalnya: IDL s.d. Juni 31,2 % dari target 45 %"
        rows={2}
        optional
        initial={initial.evidence}
      />
      {villages.length > 0 && (
        <CheckboxGroup
          name="villages[]"
          legend={say("Desa")}
          hint={say("Kosongkan bila tidak untuk desa tertentu.")}
          columns
          options={villages.map(({ code, name, district }) => ({
            value: code,
            label: name,
            ...(hasSeveral && district ? { hint: district } : {}),
          }))}
          initial={initial.villages}
        />
      )}
      <fieldset className="grid gap-4 rounded-md border border-line p-4 sm:grid-cols-2">
        <legend className="px-1">
          <b className="text-lg font-semibold">Penyebab</b> <span className="text-muted">(boleh kosong)</span>
        </legend>
        <p className="text-sm text-muted sm:col-span-2">Satu baris satu penyebab.</p>
        {causeGroups.map((group) => (
          <TextArea
            key={group}
            name={causeFields[group]}
            label={causeGroupNames[group]}
            hint={`Misalnya: ${causeExamples[group]}`}
            initial={initial.causes
              .filter((cause) => cause.group === group)
              .map((cause) => cause.text)
              .join("\n")}
          />
        ))}
      </fieldset>
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton>{isNew ? "Simpan masalah" : "Simpan perubahan"}</SubmitButton>
        {isNew && (
          <SubmitButton tone="plain" name="then" value="another">
            Simpan, lalu tambah lagi
          </SubmitButton>
        )}
        <Link href={backHref} prefetch={false} className="link">
          Kembali
        </Link>
      </div>
    </ActionForm>
  );
}
