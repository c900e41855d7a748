"use client";

import { useState, useSyncExternalStore } from "react";
import { TextField } from "@/components/form/field";
import { useFieldState } from "@/components/form/form-context";
import { PersonStep } from "@/components/form/person-step";
import type { OwnerChoice } from "@/lib/plan/reads";

export type OwnerGroup = { label: string; choices: readonly OwnerChoice[] };

type Props = {
  groups: readonly OwnerGroup[];
  /** The owner as the row has it; left out where it was typed. */
  kept?: OwnerChoice | undefined;
  initial: {
    owner: string;
    responsibleInstitution: string | null;
    responsibleTitle: string | null;
    responsibleName: string | null;
  };
  institutions: readonly string[];
};

/** So many choices fit on a screen; beyond that a word narrows them. */
const manyChoices = 15;

/**
 * Who is responsible: one of the list, or typed. Typed fields step aside while somebody of the list is chosen,
 * by a style rule alone, so that it works without script.
 */
export function OwnerField({ groups, kept, initial, institutions }: Props) {
  const { id, value, error } = useFieldState("owner", initial.owner);
  const [word, setWord] = useState("");
  const [chosen, setChosen] = useState(value);
  const total = groups.reduce((sum, group) => sum + group.choices.length, 0);
  const canFilter = useHasScript() && total > manyChoices;
  const matches = (choice: OwnerChoice) => choice.label.toLowerCase().includes(word.trim().toLowerCase());
  const matching = groups.reduce((sum, group) => sum + group.choices.filter(matches).length, 0);
  return (
    <fieldset className="group/owner flex flex-col gap-4 rounded-md border border-line p-4">
      <legend className="px-1 text-lg font-semibold">Penanggung jawab</legend>
      <div>
        <label htmlFor={id} className="mb-1 block font-semibold">
          Pilih dari daftar
        </label>
        {error && (
          <p id={`${id}-error`} className="mb-1 font-semibold text-late">
            {error}
          </p>
        )}
        {canFilter && (
          <input
            type="search"
            value={word}
            onChange={(event) => setWord(event.target.value)}
            onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
            placeholder="Cari nama, jabatan, atau instansi"
            aria-label="Cari di daftar penanggung jawab"
            className="input mb-2"
          />
        )}
        {canFilter && word.trim() !== "" && (
          <p role="status" className="mb-1 text-sm text-muted">
            {matching} pilihan cocok
          </p>
        )}
        <select
          key={value}
          id={id}
          name="owner"
          defaultValue={value}
          onChange={(event) => setChosen(event.target.value)}
          className="input"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
        >
          <option value="">Tulis sendiri di bawah</option>
          {kept && <option value={kept.value}>{kept.label} (seperti tersimpan)</option>}
          {groups.map((group) => {
            const shown = group.choices.filter((choice) => choice.value === chosen || matches(choice));
            return (
              shown.length > 0 && (
                <optgroup key={group.label} label={group.label}>
                  {shown.map((choice) => (
                    <option key={choice.value} value={choice.value}>
                      {choice.label}
                    </option>
                  ))}
                </optgroup>
              )
            );
          })}
        </select>
      </div>
      <div className="flex flex-col gap-4 group-has-[option:checked:not([value=''])]/owner:hidden">
        <TextField
          name="responsibleInstitution"
          label="Instansi"
          initial={initial.responsibleInstitution}
          suggestions={institutions}
          autoComplete="off"
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField name="responsibleTitle" label="Jabatan" optional initial={initial.responsibleTitle} />
          <TextField
            name="responsibleName"
            label="Nama"
            optional
            initial={initial.responsibleName}
            autoComplete="off"
          />
        </div>
        <PersonStep />
      </div>
    </fieldset>
  );
}

const never = () => () => {};

function useHasScript(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
