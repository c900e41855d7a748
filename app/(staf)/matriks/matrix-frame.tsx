import Link from "next/link";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/page-header";
import { PrintButton } from "@/components/print-button";
import { TabRow } from "@/components/tab-row";
import { formatMoment } from "@/lib/time";
import { matrixAddress } from "./address";
import type { Request } from "./matrix-request";

type Props = { request: Request; title: string; here: string; children: ReactNode };

/** What the rooms of the matrix share: whose it is, which year, and the way between them. */
export function MatrixFrame({ request, title, here, children }: Props) {
  const { office, filter, year, matrix, actor } = request;
  const { wilayah, tahun, klaster } = filter;
  const rooms = [
    { path: "/matriks", label: "Matriks" },
    { path: "/matriks/grafik", label: "Grafik" },
    { path: "/matriks/peta", label: "Peta" },
  ];
  return (
    <>
      <PageHeader
        title={title}
        words={["Lokmin", "RTL"]}
        crumbs={office.above.map(({ id, name }, place) => ({
          label: name,
          href: matrixAddress(here, { tahun, klaster, wilayah: place === 0 ? undefined : id }),
        }))}
        action={<PrintButton />}
      >
        <p className="text-muted">
          {office.name} · {matrix.puskesmas.toLocaleString("id-ID")} puskesmas
          {matrix.countedAt && ` · dihitung ${formatMoment(matrix.countedAt, actor.organisation.timeZone)}`}
        </p>
      </PageHeader>
      <TabRow
        label="Bagian matriks"
        tabs={rooms.map(({ path, label }) => ({
          label,
          href: matrixAddress(path, { wilayah, tahun, klaster }),
          isHere: path === here,
        }))}
      />
      <nav aria-label="Tahun" className="no-print mb-5 flex flex-wrap items-center gap-2">
        {[year - 1, year, year + 1].map((other) => (
          <Link
            key={other}
            href={matrixAddress(here, { ...filter, tahun: other })}
            prefetch={false}
            aria-current={other === year ? "page" : undefined}
            className="button aria-[current=page]:border-accent aria-[current=page]:text-accent"
          >
            {other}
          </Link>
        ))}
      </nav>
      {matrix.countedAt === null && (
        <p role="status" className="mb-5 border-l-4 border-soon bg-soon-soft px-4 py-3">
          Angka puskesmas sedang dihitung untuk pertama kali. Muat ulang halaman ini beberapa menit lagi.
        </p>
      )}
      {children}
    </>
  );
}
