"use client";

import { TextField } from "@/components/form/field";
import { HiddenField } from "@/components/form/hidden-field";
import { scoreWords, testKinds, testNames } from "@/lib/training-tests/names";

type Cell = { score: number | null; isOnLink: boolean };
export type ScoreRow = { invitationId: string; name: string; institution: string; PRE: Cell; POST: Cell };

const typed = (score: number | null) => (score === null ? "" : String(score).replace(".", ","));

export function ScoreFields({ rows }: { rows: readonly ScoreRow[] }) {
  return rows.map((row, index) => (
    <fieldset
      key={row.invitationId}
      className="grid grid-cols-2 items-end gap-x-3 gap-y-1 border-t border-line pt-3 sm:grid-cols-[minmax(0,1fr)_8rem_8rem]"
    >
      <legend className="sr-only">{row.name}</legend>
      <p className="col-span-2 sm:col-span-1">
        <b>{row.name}</b>
        <span className="block text-sm text-muted">{row.institution}</span>
      </p>
      <HiddenField name={`rows.${index}.invitationId`} initial={row.invitationId} />
      {testKinds.map((kind) => {
        const { score, isOnLink } = row[kind];
        const value = isOnLink ? "" : typed(score);
        return isOnLink ? (
          <p key={kind}>
            {testNames[kind]}: <b>{scoreWords(score)}</b>
          </p>
        ) : (
          <div key={kind}>
            <HiddenField name={`rows.${index}.was${kind}`} initial={value} />
            <TextField name={`rows.${index}.${kind}`} label={testNames[kind]} inputMode="decimal" initial={value} />
          </div>
        );
      })}
    </fieldset>
  ));
}
