"use client";

import { ActionForm } from "@/components/form/action-form";
import type { Option } from "@/components/form/field";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import type { FormAction } from "@/lib/web/form";
import { RoundRow, type RoundRowValues } from "./round-row";

type Props = {
  action: FormAction;
  version: number;
  teamSize: number;
  facilitators: readonly Option[];
  rows: readonly RoundRowValues[];
};

/** A round of visits as one form: each row a visit. */
export function RoundForm({ action, version, teamSize, facilitators, rows }: Props) {
  const included = rows.filter(({ day }) => day !== "").map(({ key }) => key);
  return (
    <ActionForm action={action} className="flex flex-col gap-2">
      <HiddenField name="version" initial={version} />
      {rows.map((row) => (
        <RoundRow key={row.visitedId} row={row} included={included} teamSize={teamSize} facilitators={facilitators} />
      ))}
      <div className="flex flex-wrap items-center gap-3 border-t border-line bg-surface py-3 lg:sticky lg:bottom-0">
        <SubmitButton>Jadwalkan yang dicentang</SubmitButton>
        <SubmitButton tone="plain" name="intent" value="periksa">
          Periksa bentrokan
        </SubmitButton>
        <SubmitButton tone="plain" name="intent" value="usulkan">
          Usulkan lagi yang tidak tetap
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
