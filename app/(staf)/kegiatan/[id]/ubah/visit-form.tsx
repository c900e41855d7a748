"use client";

import Link from "next/link";
import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { type Option, TextField } from "@/components/form/field";
import { HiddenField } from "@/components/form/hidden-field";
import { PersonField } from "@/components/form/person-field";
import type { FormAction } from "@/lib/web/form";

type Props = {
  action: FormAction;
  back: string;
  places: number;
  facilitators: readonly Option[];
  initial: {
    version: number;
    title: string;
    date: string;
    startTime: string;
    endTime: string | null;
    place: string;
    team: readonly string[];
  };
};

export function VisitForm({ action, back, places, facilitators, initial }: Props) {
  return (
    <ActionForm
      action={action}
      submit="Simpan perubahan"
      className="flex max-w-2xl flex-col gap-5"
      aside={
        <Link href={back} prefetch={false} className="link">
          Batal
        </Link>
      }
    >
      <HiddenField name="version" initial={initial.version} />
      <TextField name="title" label="Nama kunjungan" initial={initial.title} />
      <div className="grid gap-4 sm:grid-cols-[1.4fr_1fr_1fr]">
        <DateField name="date" label="Tanggal kunjungan" initial={initial.date} />
        <TextField name="startTime" label="Jam mulai" type="time" initial={initial.startTime} />
        <TextField name="endTime" label="Jam selesai" optional type="time" initial={initial.endTime} />
      </div>
      <TextField name="place" label="Tempat" initial={initial.place} />
      <fieldset className="flex flex-col gap-3">
        <legend className="mb-1 font-semibold">Fasilitator</legend>
        {Array.from({ length: places }, (_, place) => (
          <PersonField
            // biome-ignore lint/suspicious/noArrayIndexKey: a place in the team has nothing else
            key={place}
            name={`f${place}`}
            label={`Fasilitator ${place + 1}`}
            empty="Tanpa fasilitator"
            people={facilitators}
            initial={initial.team[place] ?? null}
          />
        ))}
      </fieldset>
    </ActionForm>
  );
}
