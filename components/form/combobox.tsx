"use client";

import { useCombobox } from "downshift";
import type { FocusEvent, InputHTMLAttributes } from "react";
import { findChoices, type NamedChoice, type ReadyChoice } from "@/lib/found-choices";

export type ChosenBy = "key" | "click" | "leave";

type Props = {
  id: string;
  text: string;
  choices: readonly ReadyChoice[];
  onText: (text: string) => void;
  onChoose: (choice: NamedChoice, by: ChosenBy) => void;
  /** The part of the text that is looked for; all of it where left out. */
  sought?: string;
  /** Offers the words themselves as the last choice, with an empty value. */
  offersTyped?: boolean;
  input?: InputHTMLAttributes<HTMLInputElement>;
};

const mostShown = 40;

/** A text field that proposes choices while one types; the first is taken by Enter or by leaving the field. */
export function Combobox({ id, text, choices, onText, onChoose, sought = text, offersTyped = false, input }: Props) {
  const found = findChoices(sought, choices);
  const isTyped = offersTyped && sought.trim() !== "" && !choices.some(({ label }) => label === sought);
  const items: NamedChoice[] = [
    ...found.slice(0, mostShown),
    ...(isTyped ? [{ value: "", label: sought.trim() }] : []),
  ];
  const hidden = found.length - Math.min(found.length, mostShown);
  const { isOpen, highlightedIndex, getInputProps, getMenuProps, getItemProps } = useCombobox<NamedChoice>({
    id,
    inputId: id,
    items,
    inputValue: text,
    selectedItem: null,
    itemToString: (item) => item?.label ?? "",
    getA11yStatusMessage: ({ isOpen: shows }) => (shows ? `${found.length} pilihan cocok` : ""),
    stateReducer: (state, { type, changes }) => {
      const types = useCombobox.stateChangeTypes;
      if (type === types.InputChange)
        return { ...changes, isOpen: true, highlightedIndex: changes.inputValue?.trim() ? 0 : -1 };
      if (type === types.InputKeyDownEscape) return { ...changes, selectedItem: null, inputValue: state.inputValue };
      // A list that was only looked at chooses nothing.
      if (type === types.InputBlur && state.inputValue.trim() === "") return { ...changes, selectedItem: null };
      return changes;
    },
    onSelectedItemChange: ({ type, selectedItem }) => {
      const types = useCombobox.stateChangeTypes;
      if (!selectedItem) return;
      onChoose(selectedItem, type === types.InputBlur ? "leave" : type === types.ItemClick ? "click" : "key");
    },
  });
  const shows = isOpen && items.length > 0;
  const name = input?.["aria-label"];
  return (
    <div className="relative">
      <input
        {...input}
        {...getInputProps({
          id,
          ...(name ? { "aria-label": name } : { "aria-labelledby": undefined }),
          onChange: (event) => onText(event.currentTarget.value),
          onFocus: (event: FocusEvent<HTMLInputElement>) => event.currentTarget.select(),
        })}
        autoComplete="off"
        spellCheck={false}
        className="input"
      />
      <ul
        {...getMenuProps({ "aria-label": name ?? "Pilihan", "aria-labelledby": undefined })}
        className={
          shows
            ? "absolute z-20 mt-1 max-h-72 w-max min-w-full max-w-[min(32rem,85vw)] overflow-y-auto rounded border border-edge bg-surface py-1 shadow-md"
            : "sr-only"
        }
      >
        {shows &&
          items.map((item, index) => (
            <li
              key={item.value || "typed"}
              {...getItemProps({ item, index })}
              className={`flex min-h-11 cursor-pointer items-center px-3 py-1 ${index === highlightedIndex ? "bg-accent-soft" : ""}`}
            >
              {item.value === "" ? `Tulis sendiri: “${item.label}”` : item.label}
            </li>
          ))}
        {shows && hidden > 0 && (
          <li aria-hidden="true" className="px-3 py-1 text-sm text-muted">
            dan {hidden} lain: ketik lagi untuk mempersempit
          </li>
        )}
      </ul>
    </div>
  );
}
