"use client";

import { useTypedList } from "@/components/form/form-context";

type Props = { id: string; name: string; value: string; initial: boolean };

/** A box of a list that keeps its tick when the form comes back with a message. */
export function TickBox({ id, name, value, initial }: Props) {
  const isTicked = useTypedList(name, initial ? [value] : []).includes(value);
  return (
    <input
      key={String(isTicked)}
      id={id}
      type="checkbox"
      name={name}
      value={value}
      defaultChecked={isTicked}
      className="size-6 accent-accent"
    />
  );
}
