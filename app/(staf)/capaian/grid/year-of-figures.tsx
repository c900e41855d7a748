import type { ReactNode } from "react";
import { EmptyState } from "@/components/empty-state";
import { ActionForm } from "@/components/form/action-form";
import { PageHeader } from "@/components/page-header";
import type { Grid } from "@/lib/figures/grid";
import type { FormAction } from "@/lib/web/form";
import { FigureTabs } from "../figure-tabs";
import { FilterForm, FilterSelect, FilterYear } from "../filter-fields";
import { type GridAction, GridForm } from "./grid-form";
import { GridView } from "./grid-view";

type Props = {
  title: string;
  corner: string;
  year: number;
  grid: Grid | null;
  empty: string;
  canWrite: boolean;
  canImport?: boolean;
  puskesmasId: string | null;
  others: readonly { id: string; name: string }[];
  save: GridAction;
  copy: FormAction;
  submit: string;
  children: ReactNode;
};

/** A page with one table of a year: its filter, the table to fill in or to read, and last year's to take over. */
export function YearOfFigures({
  title,
  corner,
  year,
  grid,
  empty,
  canWrite,
  canImport = canWrite,
  puskesmasId,
  others,
  save,
  copy,
  submit,
  children,
}: Props) {
  const isEmpty = !grid || grid.cells.every((row) => row.length === 0);
  return (
    <>
      <PageHeader title={`${title} ${year}`} crumbs={[{ href: "/capaian", label: "Capaian" }]}>
        <div className="max-w-3xl text-muted">{children}</div>
      </PageHeader>
      <FigureTabs
        isDinkes={others.length > 0}
        canWrite={canImport}
        query={others.length > 0 && puskesmasId ? `?puskesmas=${puskesmasId}` : `?tahun=${year}`}
      />
      <FilterForm>
        {others.length > 0 && (
          <FilterSelect
            name="puskesmas"
            label="Puskesmas"
            value={puskesmasId ?? ""}
            options={others.map(({ id, name }) => ({ value: id, label: name }))}
            wide
          />
        )}
        <FilterYear value={year} />
      </FilterForm>
      {isEmpty || !grid ? (
        <EmptyState title="Belum ada yang diisi di sini">{empty}</EmptyState>
      ) : canWrite ? (
        <>
          <GridForm key={year} action={save} grid={grid} corner={corner} submit={submit} />
          <section className="no-print mt-6 max-w-3xl border-t border-line pt-4">
            <ActionForm
              key={year}
              action={copy}
              submit={`Salin dari ${year - 1}`}
              tone="plain"
              className="flex flex-col gap-3"
            >
              <p className="text-sm text-muted">
                Yang disalin hanya yang belum ada di {year}; yang sudah terisi tidak berubah. Simpan dulu isian Anda.
              </p>
            </ActionForm>
          </section>
        </>
      ) : (
        <GridView grid={grid} corner={corner} />
      )}
    </>
  );
}
