"use client";

import { described } from "@/components/form/field";
import { useFieldState } from "@/components/form/form-context";
import { useCellKeys } from "@/components/form/use-cell-keys";

type Grades = { urgency: number; seriousness: number; growth: number };
export type ScoreRow = { problemId: string; number: number; statement: string; evidence: string | null } & {
  grades: Grades | null;
};

const letters = { urgency: "U", seriousness: "S", growth: "G" } as const;
const names = { urgency: "urgensi", seriousness: "keseriusan", growth: "perkembangan" } as const;
const fields = ["urgency", "seriousness", "growth"] as const;

/** U, S and G for every problem: a digit leads to the next field, Enter down the column, a block can be pasted. */
export function ScoreRows({ rows }: { rows: readonly ScoreRow[] }) {
  const keys = useCellKeys({ isFull: (value) => /^[1-5]$/.test(value) });
  return (
    <ol className="border-t border-line" {...keys}>
      {rows.map((row, index) => (
        <li
          key={row.problemId}
          data-row
          className="grid gap-x-6 gap-y-2 border-b border-line py-3 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center"
        >
          <input type="hidden" name={`nilai.${index}.problemId`} value={row.problemId} />
          <div>
            <p className="font-semibold">
              Masalah {row.number}. {row.statement}
            </p>
            {row.evidence && <p className="text-sm text-muted">{row.evidence}</p>}
          </div>
          <fieldset className="grid grid-cols-[repeat(3,minmax(0,4rem))] gap-x-3 gap-y-1">
            <legend className="sr-only">Nilai masalah {row.number}</legend>
            {fields.map((field) => (
              <GradeField
                key={field}
                name={`nilai.${index}.${field}`}
                letter={letters[field]}
                label={`${letters[field]} (${names[field]}) masalah ${row.number}`}
                initial={row.grades?.[field]}
              />
            ))}
          </fieldset>
        </li>
      ))}
    </ol>
  );
}

type FieldProps = { name: string; letter: string; label: string; initial: number | undefined };

function GradeField({ name, letter, label, initial }: FieldProps) {
  const { id, value, error } = useFieldState(name, initial);
  return (
    <>
      <div>
        <label htmlFor={id} className="mb-1 block text-center font-semibold">
          <span aria-hidden="true">{letter}</span>
          <span className="sr-only">{label}</span>
        </label>
        <input
          id={id}
          name={name}
          inputMode="numeric"
          autoComplete="off"
          maxLength={2}
          defaultValue={value}
          className="input text-center"
          {...described(id, null, error)}
        />
      </div>
      {error && (
        <p id={`${id}-error`} className="order-last col-span-3 text-sm font-semibold text-late">
          {error}
        </p>
      )}
    </>
  );
}
