import { useId } from "react";
import { fieldWords, type FieldWord as Word } from "@/lib/help/field-words";

/** "Apa itu RTL?": the meaning by a tap, a key or a screen reader, without script: the browser opens and closes it. */
export function FieldWord({ word }: { word: Word }) {
  const id = useId();
  return (
    <span className="no-print">
      <button type="button" popoverTarget={id} className="field-word">
        Apa itu {word}?
      </button>
      <span id={id} popover="auto" className="field-word-means">
        <b>{word}</b>: {fieldWords[word]}.
      </span>
    </span>
  );
}

/** Those of a page, below its title. */
export function FieldWords({ words }: { words: readonly Word[] }) {
  return (
    <p className="no-print mt-1 flex flex-wrap gap-x-4 gap-y-1">
      {words.map((word) => (
        <FieldWord key={word} word={word} />
      ))}
    </p>
  );
}
