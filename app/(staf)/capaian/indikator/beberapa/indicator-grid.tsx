"use client";

import { type ClipboardEvent, useContext, useEffect, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { newId } from "@/components/device/new-id";
import { FormContext } from "@/components/form/form-context";
import { GridCell, GridChoice } from "@/components/form/grid-cell";
import { HiddenField } from "@/components/form/hidden-field";
import { pastedLines, useCellKeys } from "@/components/form/use-cell-keys";
import { useHasScript } from "@/components/form/use-has-script";
import { formNames } from "@/lib/indicators/names";

type Props = { ids: readonly string[]; topics: readonly string[] };

const mostRows = 100;

/** A row for each indicator; Enter in the last one, or a long table that is pasted, makes more. */
export function IndicatorGrid({ ids, topics }: Props) {
  const topicList = useId();
  const list = useRef<HTMLOListElement>(null);
  const { rows, addRows } = useRows(ids);
  const hasScript = useHasScript();
  const addAndEnter = () => {
    addRows(1);
    list.current?.querySelector<HTMLInputElement>("li:last-child input[type=text]")?.focus();
  };
  const keys = useCellKeys({ atEnd: addAndEnter });
  const onPaste = (event: ClipboardEvent<HTMLElement>) => {
    const at = event.target instanceof Element ? event.target.closest("[data-row]") : null;
    const place = at ? [...event.currentTarget.querySelectorAll("[data-row]")].indexOf(at) : -1;
    if (place >= 0) addRows(place + pastedLines(event.clipboardData.getData("text/plain")).length - rows.length);
    keys.onPaste(event);
  };
  return (
    <div>
      <datalist id={topicList}>
        {topics.map((topic) => (
          <option key={topic} value={topic} />
        ))}
      </datalist>
      <div aria-hidden="true" className={`hidden text-sm text-muted lg:grid ${columns}`}>
        {heads.map((head) => (
          <span key={head}>{head}</span>
        ))}
      </div>
      <ol ref={list} className="border-t border-line" onKeyDown={keys.onKeyDown} onPaste={onPaste}>
        {rows.map((id, index) => (
          <Row key={id} id={id} index={index} topicList={topicList} />
        ))}
      </ol>
      {hasScript && rows.length < mostRows && (
        <button type="button" onClick={addAndEnter} className="link mt-2 min-h-11">
          Tambah baris
        </button>
      )}
    </div>
  );
}

const columns = "gap-x-2 gap-y-1 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_13.5rem_5.5rem_9.5rem_8.5rem] lg:items-end";

const heads = ["Nama indikator", "Topik", "Bentuk angkanya", "Satuan", "Bulan", "Arah yang baik"];

const forms = Object.entries(formNames);
const months = [
  ["ya", "Dijumlahkan"],
  ["tidak", "Sendiri"],
] as const;
const directions = [
  ["tidak", "Makin besar"],
  ["ya", "Makin kecil"],
] as const;

function Row({ id, index, topicList }: { id: string; index: number; topicList: string }) {
  const name = (field: string) => `rows.${index}.${field}`;
  const label = (field: string) => `${field}, baris ${index + 1}`;
  return (
    <li
      data-row
      className={`grid grid-cols-2 items-end border-b border-line py-2 max-lg:[&>:nth-child(2)]:col-span-2 lg:py-1 ${columns}`}
    >
      <HiddenField name={name("id")} initial={id} />
      <GridCell name={name("name")} label={label("Nama indikator")} hint="Nama indikator" className={headed} />
      <GridCell name={name("topic")} label={label("Topik")} hint="Topik" list={topicList} className={headed} />
      <GridChoice name={name("form")} label={label("Bentuk angkanya")} initial="COVERAGE" options={forms} />
      <GridCell name={name("unit")} label={label("Satuan")} hint="Satuan, bila jumlah saja" className={headed} />
      <GridChoice name={name("isCumulative")} label={label("Bulan")} initial="ya" options={months} />
      <GridChoice name={name("lowerIsBetter")} label={label("Arah yang baik")} initial="tidak" options={directions} />
    </li>
  );
}

const headed = "lg:placeholder:text-transparent";

/** As many rows as were typed, where the form comes back with them. */
function useRows(ids: readonly string[]) {
  const { state } = useContext(FormContext);
  const [rows, setRows] = useState(ids);
  const typed = Object.keys(state.values ?? {}).filter((name) => /^rows\.\d+\.id$/.test(name)).length;
  const missing = Math.min(typed, mostRows) - rows.length;
  useEffect(() => {
    if (missing > 0) setRows((before) => [...before, ...newIds(missing)]);
  }, [missing]);
  const addRows = (count: number) => {
    const fits = Math.min(count, mostRows - rows.length);
    if (fits > 0) flushSync(() => setRows((before) => [...before, ...newIds(fits)]));
  };
  return { rows, addRows };
}

const newIds = (count: number) => Array.from({ length: count }, newId);
