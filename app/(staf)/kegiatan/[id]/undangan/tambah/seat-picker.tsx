"use client";

import { useContext, useRef, useState } from "react";
import { FormContext, fieldId } from "@/components/form/form-context";
import { useLocalWords } from "@/components/local-words";
import { plainWords } from "@/lib/plain-words";

type Seat = { id: string; title: string; holder: string; institution: string; isTicked: boolean };
type Props = { groups: readonly { name: string; seats: readonly Seat[] }[] };

/** Everybody of the directory, by sector. With script: search as you type and whole sectors at once. */
export function SeatPicker({ groups }: Props) {
  const say = useLocalWords();
  const { state, prefix } = useContext(FormContext);
  const [words, setWords] = useState("");
  const box = useRef<HTMLDivElement>(null);
  const wanted = plainWords(words);
  const isShown = (seat: Seat) => plainWords(`${seat.title} ${seat.holder} ${seat.institution}`).includes(wanted);
  const tick = (name: string, checked: boolean) => {
    const inputs = box.current?.querySelectorAll<HTMLInputElement>(
      `fieldset[data-group="${name}"] label:not([hidden]) input`,
    );
    for (const input of inputs ?? []) input.checked = checked;
  };
  const tickFirst = () => {
    const [first] = box.current?.querySelectorAll<HTMLInputElement>("label:not([hidden]) input[type=checkbox]") ?? [];
    first?.click();
    return first !== undefined;
  };
  return (
    <div ref={box} id={fieldId(prefix, "seatIds")} className="flex flex-col gap-6">
      {state.errors?.seatIds && <p className="font-semibold text-late">{state.errors.seatIds}</p>}
      <label className="hidden font-semibold [@media(scripting:enabled)]:block">
        {say("Cari jabatan, nama, atau desa; Enter memilih yang pertama")}
        <input
          type="search"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            if (wanted !== "" && tickFirst()) setWords("");
          }}
          className="input mt-1 max-w-md font-normal"
        />
      </label>
      {groups.map((group) => (
        <fieldset key={group.name} data-group={group.name} hidden={!group.seats.some(isShown)}>
          <legend className="font-semibold">
            {group.name} ({group.seats.length})
          </legend>
          <p className="mb-1 hidden gap-3 [@media(scripting:enabled)]:flex">
            <button type="button" className="link min-h-11" onClick={() => tick(group.name, true)}>
              Pilih semua
            </button>
            <button type="button" className="link min-h-11" onClick={() => tick(group.name, false)}>
              Kosongkan
            </button>
          </p>
          <div className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
            {group.seats.map((seat) => (
              <label key={seat.id} hidden={!isShown(seat)} className="flex min-h-11 items-start gap-3 py-2">
                <input
                  type="checkbox"
                  name="seatIds[]"
                  value={seat.id}
                  defaultChecked={seat.isTicked}
                  className="mt-0.5 size-5 shrink-0 accent-accent"
                />
                <span>
                  {seat.title}
                  <span className="block text-sm text-muted">
                    {seat.holder} · {seat.institution}
                  </span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}
