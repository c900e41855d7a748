"use client";

import { useMemo, useState } from "react";
import { type NamedChoice, readyChoices } from "@/lib/found-choices";
import { Combobox } from "./combobox";
import { described } from "./field";
import { useFieldState } from "./form-context";
import { useHasScript } from "./use-has-script";

export type ChoiceGroup = { label: string; choices: readonly NamedChoice[] };

type Props = {
  name: string;
  label: string;
  /** What an empty choice says in the plain list. */
  empty: string;
  groups: readonly ChoiceGroup[];
  initial: string;
  /** Read aloud alone, where the row it is in says what it is. */
  isLabelHidden?: boolean;
};

/** One of a long list: found by typing; without script a plain list in groups. */
export function ChoiceBox({ name, label, empty, groups, initial, isLabelHidden = false }: Props) {
  const { id, value, error } = useFieldState(name, initial);
  const choices = useMemo(() => readyChoices(groups.flatMap((group) => group.choices)), [groups]);
  const labelOf = (wanted: string) => choices.find((choice) => choice.value === wanted)?.label ?? "";
  const [chosen, setChosen] = useState({ value, text: labelOf(value) });
  const hasScript = useHasScript();
  const choose = (text: string, choice: NamedChoice | undefined) => setChosen({ value: choice?.value ?? "", text });
  return (
    <div>
      <label htmlFor={id} className={isLabelHidden ? "sr-only" : "mb-1 block font-semibold"}>
        {label}
      </label>
      {error && (
        <p id={`${id}-error`} className="mb-1 font-semibold text-late">
          {error}
        </p>
      )}
      {hasScript && (
        <Combobox
          id={id}
          text={chosen.text}
          choices={choices}
          input={{
            placeholder: isLabelHidden ? empty : "Ketik nama, jabatan, atau instansi",
            ...described(id, undefined, error),
          }}
          onText={(text) =>
            choose(
              text,
              choices.find((choice) => choice.label === text),
            )
          }
          onChoose={(choice) => choose(choice.label, choice)}
        />
      )}
      {/* What the form sends, and what comes back into it where its typing was kept. */}
      <select
        id={hasScript ? undefined : id}
        hidden={hasScript}
        name={name}
        value={chosen.value}
        onChange={({ currentTarget }) =>
          choose(labelOf(currentTarget.value), { value: currentTarget.value, label: "" })
        }
        className="input"
        {...(hasScript ? {} : described(id, null, error))}
      >
        <option value="">{empty}</option>
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
