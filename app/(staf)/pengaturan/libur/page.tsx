import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { TextArea } from "@/components/form/field";
import { PageHeader } from "@/components/page-header";
import { YearLinks } from "@/components/year-links";
import { isDinkes } from "@/lib/actor";
import { listHolidays } from "@/lib/holidays/reads";
import { canWriteHolidays, type Holiday } from "@/lib/holidays/rules";
import { dayOf, formatDay } from "@/lib/time";
import { type Query, queryText, queryYear } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { addHolidaysAction, removeHolidayAction } from "./actions";

export const metadata: Metadata = { title: "Hari libur" };

export default async function HolidaysPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  if (!canWriteHolidays(actor)) notFound();
  const query = await searchParams;
  const thisYear = Number(dayOf(new Date(), actor.organisation.timeZone).slice(0, 4));
  const year = queryYear(query.tahun) ?? thisYear;
  const holidays = await listHolidays(actor, year);
  const saved = queryText(query.tersimpan);
  return (
    <>
      <PageHeader title={`Hari libur ${year}`} crumbs={[{ href: "/pengaturan", label: "Pengaturan" }]}>
        <p className="mt-2 max-w-prose">
          Diperhatikan saat merencanakan Lokmin setahun. Hari yang bertanda perkiraan dihitung dari kalender bulan dan
          dapat bergeser satu hari; ketik tanggal dari SKB, maka perkiraannya hilang.{" "}
          {isDinkes(actor)
            ? "Daftar Anda berlaku untuk semua puskesmas binaan."
            : "Daftar Dinas Kesehatan ikut berlaku di sini."}
        </p>
      </PageHeader>
      <YearLinks path="/pengaturan/libur" year={year} />
      {/^\d+$/.test(saved) && (
        <p role="status" className="mb-5 rounded border-l-4 border-done bg-done-soft px-4 py-3">
          {saved === "0" ? "Semua hari itu sudah ada di daftar." : `${saved} hari libur tersimpan.`}
        </p>
      )}
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <ul className="border-t border-line">
          {holidays.map((holiday) => (
            <HolidayRow
              key={`${holiday.day}${holiday.name}${holiday.by?.id}`}
              holiday={holiday}
              isOwn={holiday.by?.id === actor.organisation.id}
            />
          ))}
        </ul>
        <ActionForm key={saved} action={addHolidaysAction} submit="Simpan hari libur">
          <TextArea
            name="days"
            label="Tambah hari libur"
            hint="Satu baris satu hari: tanggal lalu namanya. Boleh ditempel dari SKB. Misalnya: 2027-03-09 Nyepi, atau 20 Mei 2027 Waisak."
            rows={8}
          />
        </ActionForm>
      </div>
    </>
  );
}

function HolidayRow({ holiday, isOwn }: { holiday: Holiday; isOwn: boolean }) {
  const { day, name, isEstimate, by } = holiday;
  const source = by ? (isOwn ? "diketik di sini" : by.name) : isEstimate ? "perkiraan" : "setiap tahun";
  return (
    <li className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-2">
      <div>
        <span className="font-semibold">{name}</span>
        <span className="block text-sm text-muted">
          {formatDay(day)} · {source}
        </span>
      </div>
      {isOwn && (
        <ActionForm
          action={removeHolidayAction.bind(null, day)}
          submit={`Hapus ${name}`}
          tone="plain"
          className="flex flex-col gap-2"
        />
      )}
    </li>
  );
}
