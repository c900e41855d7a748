"use client";

import { useRef } from "react";
import { type Option, SelectField, TextField } from "@/components/form/field";
import { QuickMarks } from "./quick-marks";

type Row = { number: number; invitationId: string; seat: string; holder: string | null; institution: string };

type Props = { rows: readonly Row[]; options: readonly Option[]; allPresent: boolean };

/** One row per invitee; the delegate's fields show where "diwakili" is chosen. */
export function PaperRows({ rows, options, allPresent }: Props) {
  const list = useRef<HTMLOListElement>(null);
  return (
    <>
      <QuickMarks
        rows={rows}
        list={list}
        names={Object.fromEntries(options.map(({ value, label }) => [value, label]))}
      />
      <ol ref={list} className="border-t border-line">
        {rows.map((row, index) => (
          <li
            key={row.invitationId}
            className="group grid grid-cols-[2rem_minmax(0,1fr)] gap-x-4 gap-y-2 border-b border-line py-3 has-[option[value=PRESENT]:checked]:bg-done-soft sm:grid-cols-[3rem_minmax(0,1fr)_12rem]"
          >
            <input type="hidden" name={`rows.${index}.invitationId`} value={row.invitationId} />
            <span className="text-muted">{row.number}.</span>
            <span>
              <b>{row.seat}</b>
              <span className="block text-sm text-muted">
                {[row.holder, row.institution].filter(Boolean).join(" · ")}
              </span>
            </span>
            <SelectField
              name={`rows.${index}.status`}
              label="Kehadiran"
              empty="belum diisi"
              options={options}
              initial={allPresent ? "PRESENT" : null}
              className="max-sm:col-start-2"
            />
            <div className="hidden gap-3 max-sm:col-start-2 group-has-[option[value=REPRESENTED]:checked]:grid sm:col-span-3 sm:grid-cols-3">
              <TextField name={`rows.${index}.delegateName`} label="Nama wakil" />
              <TextField name={`rows.${index}.delegateTitle`} label="Jabatan wakil" />
              <TextField name={`rows.${index}.delegateInstitution`} label="Instansi wakil" initial={row.institution} />
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
