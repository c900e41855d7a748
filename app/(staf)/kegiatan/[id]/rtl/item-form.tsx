import Link from "next/link";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxGroup, RadioGroup, SelectField, TextArea, TextField } from "@/components/form/field";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { OwnerField } from "@/components/plan/owner-field";
import type { listOwnerChoices, listVillageChoices, OwnerChoice } from "@/lib/plan/reads";
import { endOfNextQuarter, fundingNames, priorityNames } from "@/lib/plan/rules";
import { fundingSources, priorities } from "@/lib/plan/schema";
import type { listProblemChoices } from "@/lib/problems/reads";
import { formatDayLong } from "@/lib/time";
import type { FormAction } from "@/lib/web/form";
import { say } from "@/lib/web/local-words";

export type ItemValues = {
  id: string;
  /** Only of a row that is there already. */
  version?: number;
  /** The line of the minutes a new row is made of. */
  noteId?: string | null;
  problemId: string | null;
  problem: string | null;
  cause: string | null;
  activity: string | null;
  owner: string;
  /** The owner as the row has it, where it came from the list. */
  keptOwner?: OwnerChoice | undefined;
  responsibleInstitution: string | null;
  responsibleTitle: string | null;
  responsibleName: string | null;
  support: string | null;
  villages: readonly string[];
  deadline: string | null;
  indicator: string | null;
  baseline: number | null;
  target: number | null;
  unit: string | null;
  fundingSource: string | null;
  priority: string;
};

type Props = {
  action: FormAction;
  initial: ItemValues;
  meetingDay: string;
  owners: Awaited<ReturnType<typeof listOwnerChoices>>;
  villages: Awaited<ReturnType<typeof listVillageChoices>>;
  institutions: readonly string[];
  problems: Awaited<ReturnType<typeof listProblemChoices>>;
  backHref: string;
};

/** A figure as it is typed here: "77,5". */
const typedFigure = (value: number | null) => (value === null ? null : String(value).replace(".", ","));

/** The form of one row, new or there already. */
export function ItemForm({ action, initial, meetingDay, owners, villages, institutions, problems, backHref }: Props) {
  const isNew = initial.version === undefined;
  return (
    <ActionForm action={action} className="flex max-w-3xl flex-col gap-5">
      <HiddenField name="id" initial={initial.id} />
      {initial.noteId && <HiddenField name="noteId" initial={initial.noteId} />}
      {initial.version !== undefined && <HiddenField name="version" initial={initial.version} />}
      <TextArea name="activity" label="Kegiatan" hint="Apa yang dikerjakan" rows={2} initial={initial.activity} />
      {problems.length > 0 && (
        <SelectField
          name="problemId"
          label="Menjawab masalah"
          optional
          empty="Tidak dari daftar masalah"
          options={problems.map(({ id, number, statement }) => ({ value: id, label: `${number}. ${statement}` }))}
          initial={initial.problemId}
        />
      )}
      <TextArea
        name="problem"
        label="Masalah"
        hint={
          problems.length > 0
            ? "Kosongkan untuk memakai kata-kata masalah yang dipilih di atas."
            : "Masalah yang dijawab kegiatan ini"
        }
        rows={2}
        optional
        initial={initial.problem}
      />
      <TextArea name="cause" label="Penyebab" rows={2} optional initial={initial.cause} />
      <OwnerField
        initial={initial}
        kept={initial.keptOwner}
        institutions={institutions}
        groups={[
          { label: "Diundang ke kegiatan ini", choices: owners.invited },
          { label: "Mitra lain", choices: owners.directory },
          { label: "Petugas puskesmas", choices: owners.staff },
          { label: "Pernah ditulis", choices: owners.written },
        ]}
      />
      <div className="grid items-end gap-5 sm:grid-cols-2">
        <TextField
          name="deadline"
          label="Batas waktu"
          type="date"
          hint={`Triwulan berikutnya berakhir ${formatDayLong(endOfNextQuarter(meetingDay))}; batas waktu sesudah itu diberi tanda.`}
          initial={initial.deadline}
        />
        <SelectField
          name="fundingSource"
          label="Sumber dana"
          optional
          empty="Belum ditentukan"
          options={fundingSources.map((value) => ({ value, label: fundingNames[value] }))}
          initial={initial.fundingSource}
        />
      </div>
      <TextField
        name="support"
        label="Pihak pendukung"
        hint={say("Siapa yang membantu, misalnya bidan desa dan kader")}
        optional
        initial={initial.support}
      />
      {villages.length > 0 && (
        <CheckboxGroup
          name="villages[]"
          legend={say("Desa sasaran")}
          hint={say("Kosongkan bila tidak untuk desa tertentu.")}
          columns
          options={villageOptions(villages)}
          initial={initial.villages}
        />
      )}
      <fieldset className="grid gap-4 rounded-md border border-line p-4 sm:grid-cols-3">
        <legend className="px-1">
          <b className="text-lg font-semibold">Ukuran keberhasilan</b>{" "}
          <span className="text-muted">(boleh kosong)</span>
        </legend>
        <TextField
          name="indicator"
          label="Indikator"
          hint="Misalnya: cakupan imunisasi dasar lengkap"
          className="sm:col-span-3"
          initial={initial.indicator}
        />
        <TextField name="baseline" label="Capaian awal" inputMode="decimal" initial={typedFigure(initial.baseline)} />
        <TextField name="target" label="Target" inputMode="decimal" initial={typedFigure(initial.target)} />
        <TextField name="unit" label="Satuan" suggestions={["%", "orang", say("desa")]} initial={initial.unit} />
      </fieldset>
      <RadioGroup
        name="priority"
        legend="Prioritas"
        options={priorities.map((value) => ({ value, label: priorityNames[value] }))}
        initial={initial.priority}
      />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton>{isNew ? "Simpan RTL" : "Simpan perubahan"}</SubmitButton>
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

/** Names of desa, with the kecamatan where there are several, and the code where a name comes twice. */
function villageOptions(villages: Props["villages"]) {
  const hasSeveral = new Set(villages.map((village) => village.district)).size > 1;
  const named = (name: string) => villages.filter((village) => village.name === name).length;
  return villages.map(({ code, name, district }) => {
    const hint = [hasSeveral ? district : null, named(name) > 1 ? code : null].filter(Boolean).join(", ");
    return { value: code, label: name, ...(hint ? { hint } : {}) };
  });
}
