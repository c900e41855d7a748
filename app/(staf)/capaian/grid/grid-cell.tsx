import { memo } from "react";

type Props = {
  name: string;
  label: string;
  text: string;
  fault: string;
  /** What somebody else wrote meanwhile. */
  theirs: string | undefined;
  isSaving: boolean;
};

/** One number, with what is wrong with it beside it. Drawn again only when something about it changed. */
export const GridCellField = memo(function GridCellField({ name, label, text, fault, theirs, isSaving }: Props) {
  const words = fault || (theirs === undefined ? "" : `Orang lain menulis ${theirs || "kosong"}`);
  const id = name.replaceAll(".", "-");
  return (
    <>
      <input
        id={id}
        name={name}
        defaultValue={text}
        readOnly={isSaving}
        inputMode="decimal"
        autoComplete="off"
        aria-label={label}
        className="input ml-auto !px-2 max-w-40 scroll-mx-32 text-right"
        {...(words ? { "aria-invalid": true, "aria-describedby": `${id}-salah` } : {})}
      />
      {words && (
        <p id={`${id}-salah`} className="mt-0.5 max-w-40 text-xs font-semibold text-late">
          {words}
        </p>
      )}
    </>
  );
});
