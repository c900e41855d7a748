"use client";

import type { PointerEvent, ReactNode } from "react";
import { described } from "@/components/form/field";
import { useFieldState } from "@/components/form/form-context";
import { SubmitButton } from "@/components/form/submit-button";
import { Icon } from "@/components/icon";
import { formatDayShort } from "@/lib/time";
import { captionField, dayField, moveField, removeField, seenField } from "./album-form";

export type AlbumRowPhoto = { id: string; name: string; caption: string; day: string; brought: string };

type Props = {
  photo: AlbumRowPhoto;
  number: number;
  count: number;
  meetingDay: string;
  /** Whether the script runs: what only it can do is shown from then on. */
  isReady: boolean;
  onMove: (id: string, by: number) => void;
  onDrag: (event: PointerEvent<HTMLElement>, id: string) => void;
  children: ReactNode;
};

/** One photo of the album, as a line of fields. */
export function AlbumRow({ photo, number, count, meetingDay, isReady, onMove, onDrag, children }: Props) {
  const { id, name } = photo;
  return (
    <li
      id={`foto-${id}`}
      data-photo={id}
      className="grid grid-cols-[6rem_minmax(0,1fr)] items-start gap-x-3 gap-y-2 border-b border-line py-3 data-dragged:bg-accent-soft md:grid-cols-[7rem_minmax(0,1fr)_11rem_auto]"
    >
      {children}
      <div className="md:row-span-2">
        <a href={`/berkas/${id}`}>
          {/* biome-ignore lint/performance/noImgElement: next/image writes a style attribute, which our policy refuses */}
          <img
            src={`/berkas/${id}/kecil`}
            alt={photo.caption || `Foto kegiatan ${number}, tanpa keterangan`}
            width={480}
            height={360}
            loading="lazy"
            draggable={false}
            className="aspect-4/3 h-auto w-full rounded border border-line bg-sunken object-cover text-xs"
          />
        </a>
      </div>
      <div className="flex flex-col gap-2 md:contents">
        <Field name={captionField(id)} label={`Keterangan foto ${number}`} initial={photo.caption} maxLength={300} />
        <Field
          name={dayField(id)}
          label={`Tanggal foto ${number}`}
          initial={photo.day}
          type="date"
          hint={
            photo.day && photo.day !== meetingDay ? `Bukan tanggal kegiatan (${formatDayShort(meetingDay)})` : undefined
          }
        />
        <div className="flex flex-wrap items-start gap-2 md:pt-7">
          {isReady && count > 1 && (
            <span
              aria-hidden="true"
              title="Seret untuk memindahkan"
              onPointerDown={(event) => onDrag(event, id)}
              className="flex min-h-11 min-w-11 cursor-grab touch-none items-center justify-center rounded border border-line bg-sunken text-muted select-none"
            >
              <Icon name="grip" />
            </span>
          )}
          {[
            { way: "naik", by: -1, icon: "up", words: "ke atas", isOff: number === 1 },
            { way: "turun", by: 1, icon: "down", words: "ke bawah", isOff: number === count },
          ].map(({ way, by, icon, words, isOff }) => (
            <button
              key={way}
              type="submit"
              name={moveField}
              value={`${way}-${id}`}
              disabled={isOff}
              data-move={way}
              title={`Pindahkan ${words}`}
              aria-label={`Pindahkan foto ${number} ${words}`}
              onClick={(event) => {
                event.preventDefault();
                onMove(id, by);
              }}
              className="button min-w-11 px-2"
            >
              <Icon name={icon === "up" ? "up" : "down"} />
            </button>
          ))}
          <details>
            <summary className="link inline-flex min-h-11 items-center">
              Hapus<span className="sr-only"> foto {number}</span>
            </summary>
            <SubmitButton tone="danger" name={removeField} value={id} label={`Hapus foto ${number}`}>
              Hapus foto ini
            </SubmitButton>
          </details>
        </div>
        <p className="text-sm text-muted md:col-span-3 md:col-start-2">
          {name}, disimpan {photo.brought}
        </p>
      </div>
    </li>
  );
}

type FieldProps = {
  name: string;
  label: string;
  initial: string;
  hint?: string | undefined;
  type?: "text" | "date";
  maxLength?: number;
};

/** A field with what was there when the form was opened, so that a colleague's words are not written over unseen. */
function Field({ name, label, initial, hint, type = "text", maxLength }: FieldProps) {
  const { id, value, error } = useFieldState(name, initial);
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm font-semibold">
        {label}
      </label>
      <input
        key={initial}
        id={id}
        name={name}
        type={type}
        defaultValue={value}
        maxLength={maxLength}
        data-album={type}
        className="input"
        {...described(id, hint, error)}
      />
      <input type="hidden" name={seenField(name)} value={initial} />
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-sm text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mt-1 font-semibold text-late">
          {error}
        </p>
      )}
    </div>
  );
}
