"use client";

import { type ChangeEvent, type ReactNode, useState } from "react";
import { described, FieldFrame } from "./field";
import { useFieldState } from "./form-context";

type Props = {
  name: string;
  label: string;
  hint?: ReactNode;
  accept: string;
  /** The largest file worth sending, and what to say of a larger one before it is sent. */
  limit: { bytes: number; sentence: string };
  className?: string;
  multiple?: boolean;
};

/** A file of one's own. After a refusal it is to be chosen again: browsers give no file back. */
export function FileField({ name, label, hint, accept, limit, className, multiple = false }: Props) {
  const { id, error: refusal } = useFieldState(name, null);
  const [tooBig, setTooBig] = useState(false);
  const error = tooBig ? limit.sentence : refusal;
  function look({ currentTarget: input }: ChangeEvent<HTMLInputElement>) {
    const isTooBig = [...(input.files ?? [])].some((file) => file.size > limit.bytes);
    if (isTooBig) input.value = "";
    setTooBig(isTooBig);
  }
  return (
    <FieldFrame {...{ id, label, hint, error, className }}>
      <input
        id={id}
        name={name}
        type="file"
        multiple={multiple}
        onChange={look}
        accept={accept}
        className="input file:mr-3 file:min-h-8 file:rounded file:border file:border-edge file:bg-sunken file:px-3 file:text-ink"
        {...described(id, hint, error)}
      />
    </FieldFrame>
  );
}
