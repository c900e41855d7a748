import Link from "next/link";
import { memo, useId } from "react";
import { Combobox } from "@/components/form/combobox";
import { Icon } from "@/components/icon";
import { useLocalWords } from "@/components/local-words";
import type { ReadyChoice } from "@/lib/found-choices";
import { readTypedDay, typedDayOf } from "@/lib/plan/typed-day";
import { isBlank, type RowField, type RowTexts } from "@/lib/plan/typed-row";
import type { VillageChoice } from "@/lib/plan/typed-villages";
import { formatDay } from "@/lib/time";
import { hasMore, RowMore, type RowOptions } from "./row-more";
import { type GridRow, isUnsaved } from "./row-state";
import { VillageCell } from "./village-cell";

type Props = {
  row: GridRow;
  /** What a screen reader says before the name of each cell. */
  name: string;
  itemHref: string | null;
  layout: string;
  meetingDay: string;
  owners: readonly ReadyChoice[];
  villages: readonly VillageChoice[];
  options: RowOptions;
  onChange: (id: string, texts: Partial<RowTexts>, ownerValue?: string) => void;
  onLeave: (id: string) => void;
  onDrop: (id: string) => void;
};

/** The cells of one row, a line on a desk and a card on a phone. */
export const GridRowFields = memo(function GridRowFields({ row, name, layout, onLeave, ...props }: Props) {
  const say = useLocalWords();
  const { id, texts, faults } = row;
  // Its own id is made on the device: what the server drew must be found under the same name.
  const dom = useId();
  const write = (field: RowField, text: string) => props.onChange(id, { [field]: text });
  const cell = (field: RowField, label: string) => ({
    id: `${dom}-${field}`,
    "aria-label": `${name}, ${label}`,
    ...(faults[field] && { "aria-invalid": true, "aria-describedby": `${dom}-${field}-salah` }),
  });
  const fault = (field: RowField) =>
    faults[field] && (
      <p id={`${dom}-${field}-salah`} className="mt-0.5 text-sm font-semibold text-late">
        {faults[field]}
      </p>
    );
  const { day } = readTypedDay(texts.deadline, props.meetingDay);
  return (
    <li
      className={`group/row mb-3 grid gap-2 rounded border border-line p-3 md:mb-0 md:rounded-none md:border-x-0 md:border-t-0 md:p-2 ${layout}`}
      onBlur={({ currentTarget, relatedTarget }) => !currentTarget.contains(relatedTarget) && onLeave(id)}
    >
      <RowState row={row} href={props.itemHref} />
      <div>
        <Caption>Kegiatan</Caption>
        <textarea
          {...cell("activity", "kegiatan")}
          value={texts.activity}
          rows={1}
          maxLength={500}
          onChange={(event) => write("activity", event.currentTarget.value)}
          className="input field-sizing-content resize-none"
        />
        {fault("activity")}
      </div>
      <div>
        <Caption>Penanggung jawab</Caption>
        <Combobox
          id={`${dom}-owner`}
          text={texts.owner}
          choices={props.owners}
          offersTyped
          input={cell("owner", "penanggung jawab")}
          onText={(owner) => {
            const same = props.owners.find(({ label }) => label === owner);
            props.onChange(id, { owner }, same?.value ?? "");
          }}
          onChoose={({ value, label }, by) => {
            props.onChange(id, { owner: label }, value);
            if (by !== "leave") document.getElementById(`${dom}-deadline`)?.focus();
          }}
        />
        {row.ownerValue === "" && texts.owner.trim() !== "" && !faults.owner && (
          <p className="mt-0.5 text-sm text-muted">Ditulis sebagai instansi</p>
        )}
        {fault("owner")}
      </div>
      <div>
        <Caption>Batas waktu</Caption>
        <input
          {...cell("deadline", "batas waktu, misalnya 31/12/2026")}
          value={texts.deadline}
          placeholder="hh/bb/tttt"
          autoComplete="off"
          maxLength={60}
          onChange={(event) => write("deadline", event.currentTarget.value)}
          onBlur={() => day !== undefined && write("deadline", typedDayOf(day))}
          className="input"
        />
        {day !== undefined && !faults.deadline && (
          <p className="mt-0.5 hidden text-sm text-muted group-focus-within/row:block">{formatDay(day)}</p>
        )}
        {fault("deadline")}
      </div>
      <div>
        <Caption>{say("Desa")}</Caption>
        <VillageCell
          id={`${dom}-villages`}
          text={texts.villages}
          villages={props.villages}
          input={cell("villages", say("desa, pisahkan dengan koma"))}
          onText={(text) => write("villages", text)}
        />
        {fault("villages")}
      </div>
      {!isBlank(row) && (
        <div
          className={`flex-wrap items-start gap-x-6 md:col-span-4 md:col-start-2 ${isUnfolded(row) ? "flex" : "flex md:hidden md:group-focus-within/row:flex"}`}
        >
          <RowMore row={row} name={name} options={props.options} write={write} />
          {row.number === null && row.state !== "sending" && (
            <button
              type="button"
              className="link min-h-11"
              onClick={() => props.onDrop(id)}
              aria-label={`Buang ${name}`}
            >
              Buang
            </button>
          )}
          {row.message && (
            <p role="alert" className="w-full font-semibold text-late">
              {row.message}
            </p>
          )}
        </div>
      )}
    </li>
  );
});

/** Its second line is always seen where there is something in it. */
function isUnfolded(row: GridRow): boolean {
  return row.message !== "" || hasMore(row);
}

function Caption({ children }: { children: string }) {
  return (
    <span aria-hidden="true" className="mb-1 block text-sm font-semibold md:hidden">
      {children}
    </span>
  );
}

/** Its number once it is saved; until then where it is. */
function RowState({ row, href }: { row: GridRow; href: string | null }) {
  if (row.state === "sending") return <p className="text-sm text-muted md:pt-2">Menyimpan …</p>;
  if (row.state === "waiting") return <p className="text-sm text-soon md:pt-2">Menunggu</p>;
  if (href === null) return <span aria-hidden="true" className="hidden md:block" />;
  return (
    <p className={`flex items-start gap-1 md:pt-2 ${isUnsaved(row) ? "text-soon" : "text-done"}`}>
      <Link href={href} prefetch={false} className="font-semibold" aria-label={`Buka RTL ${row.number}`}>
        {row.number}.
      </Link>
      {isUnsaved(row) ? (
        <span className="sr-only">belum tersimpan</span>
      ) : (
        <>
          <Icon name="check" />
          <span className="sr-only">tersimpan</span>
        </>
      )}
    </p>
  );
}
