"use client";

import Link from "next/link";
import { ActionForm } from "@/components/form/action-form";
import { type Option, RadioGroup, TextArea, TextField } from "@/components/form/field";
import { HiddenField } from "@/components/form/hidden-field";
import { PersonField } from "@/components/form/person-field";
import { SubmitButton } from "@/components/form/submit-button";
import type { FormAction } from "@/lib/web/form";

type Item = { id: string; position: number; text: string; points: number; given: number | null };
type Props = {
  action: FormAction;
  items: readonly Item[];
  participants: readonly Option[];
  observers: readonly string[];
  back: string;
  initial: {
    id: string;
    version: number | null;
    invitationId: string;
    observer: string;
    seconds: string;
    note: string | null;
  };
};

/** Up to this many points are buttons; more are typed. */
const mostButtons = 5;

export function ObservationForm({ action, items, participants, observers, back, initial }: Props) {
  return (
    <ActionForm action={action}>
      <HiddenField name="id" initial={initial.id} />
      <HiddenField name="version" initial={initial.version ?? ""} />
      <PersonField
        name="invitationId"
        label="Peserta"
        people={participants}
        empty="Pilih peserta"
        initial={initial.invitationId}
      />
      <TextField name="observer" label="Penilai" suggestions={observers} initial={initial.observer} />
      {items.map((item, index) => (
        <div key={item.id}>
          <HiddenField name={`scores.${index}.itemId`} initial={item.id} />
          <Score item={item} name={`scores.${index}.points`} />
        </div>
      ))}
      <TextField
        name="seconds"
        label="Waktu"
        hint="menit:detik dari mulai sampai butir terakhir, misalnya 3:40"
        optional
        initial={initial.seconds}
        className="max-w-48"
      />
      <TextArea name="note" label="Catatan" optional rows={2} initial={initial.note} />
      <div className="flex flex-wrap items-center gap-3">
        {initial.version === null && (
          <SubmitButton name="then" value="another">
            Simpan, lalu peserta berikutnya
          </SubmitButton>
        )}
        <SubmitButton tone={initial.version === null ? "plain" : "main"} name="then" value="back">
          Simpan
        </SubmitButton>
        <Link href={back} prefetch={false} className="link">
          Kembali
        </Link>
      </div>
    </ActionForm>
  );
}

function Score({ item: { position, text, points, given }, name }: { item: Item; name: string }) {
  const label = `${position}. ${text}`;
  if (points > mostButtons)
    return (
      <TextField
        name={name}
        label={label}
        hint={`0 sampai ${points}`}
        inputMode="numeric"
        initial={given}
        className="max-w-md"
      />
    );
  return (
    <RadioGroup
      name={name}
      legend={label}
      initial={given === null ? null : String(given)}
      options={Array.from({ length: points + 1 }, (_, value) => ({
        value: String(value),
        label: points === 1 ? (value === 1 ? "Dilakukan" : "Tidak") : String(value),
      }))}
    />
  );
}
