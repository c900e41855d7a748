import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { planYearAction } from "./actions";
import { PlanRow, type PlanRowValues } from "./plan-row";

export type PlanGroup = { title: string; rows: readonly PlanRowValues[] };

/** The whole year as one form: each row a Lokmin. */
export function PlanForm({ year, groups }: { year: number; groups: readonly PlanGroup[] }) {
  const included = groups.flatMap((group) => group.rows.filter((row) => row.isIncluded).map((row) => row.key));
  return (
    <ActionForm action={planYearAction} className="flex flex-col gap-8">
      <input type="hidden" name="year" value={year} />
      {groups.map((group) => (
        <section key={group.title} aria-label={group.title}>
          <h2 className="mb-2">{group.title}</h2>
          {group.rows.map((row) => (
            <PlanRow key={row.key} row={row} included={included} />
          ))}
        </section>
      ))}
      <div className="flex flex-wrap items-center gap-3 border-t border-line bg-surface py-3 lg:sticky lg:bottom-0">
        <SubmitButton>Simpan yang dicentang</SubmitButton>
        <SubmitButton tone="plain" name="intent" value="periksa">
          Periksa tanggal
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
