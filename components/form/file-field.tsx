"use client";

import { type ChangeEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { formatSize } from "@/lib/documents/rules";
import { sendingTime } from "@/lib/documents/sending-time";
import { described, FieldFrame } from "./field";
import { useFieldState } from "./form-context";
import { holdForm, type PictureUse, shrinkPhotos } from "./shrink-photo";

type Props = {
  name: string;
  label: string;
  hint?: ReactNode;
  accept: string;
  /** The largest file worth sending, and what to say of a larger one before it is sent. */
  limit: { bytes: number; sentence: string };
  className?: string;
  multiple?: boolean;
  use?: PictureUse;
};

const megabyte = 1024 * 1024;

/**
 * A file of one's own. Photos shrink on the device once they are chosen, and it says how long sending takes. After a
 * refusal it is to be chosen again: browsers give no file back.
 */
export function FileField({ name, label, hint, accept, limit, className, multiple = false, use = "paper" }: Props) {
  const { id, error: refusal } = useFieldState(name, null);
  const [tooBig, setTooBig] = useState(false);
  const [words, setWords] = useState(wordsOf([]));
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const form = field.current?.form;
    const forget = () => setWords(wordsOf([]));
    form?.addEventListener("reset", forget);
    return () => form?.removeEventListener("reset", forget);
  }, []);
  const error = tooBig ? limit.sentence : refusal;

  async function look({ currentTarget: input }: ChangeEvent<HTMLInputElement>) {
    const chosen = [...(input.files ?? [])];
    setTooBig(false);
    setWords(chosen.length > 0 ? "Menyiapkan berkas …" : wordsOf([]));
    const files = await holdForm(input.form, () => shrinkPhotos(chosen, use));
    // Another choice was made meanwhile.
    if (input.files?.length !== chosen.length || chosen.some((file, index) => input.files?.[index] !== file)) return;
    const isTooBig = files.some((file) => file.size > limit.bytes);
    if (isTooBig) input.value = "";
    else if (files.some((file, index) => file !== chosen[index])) input.files = listOf(files);
    setTooBig(isTooBig);
    setWords(wordsOf(isTooBig ? [] : files));
  }

  return (
    <FieldFrame {...{ id, label, hint, error, className }}>
      <input
        ref={field}
        id={id}
        name={name}
        type="file"
        multiple={multiple}
        onChange={look}
        accept={accept}
        className="input file:mr-3 file:min-h-8 file:rounded file:border file:border-edge file:bg-sunken file:px-3 file:text-ink"
        {...described(id, hint, error)}
      />
      <p aria-live="polite" className="mt-1 text-sm text-muted">
        {words}
      </p>
    </FieldFrame>
  );
}

function wordsOf(files: readonly File[]): string {
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  if (bytes === 0) return `Tiap 1 MB terkirim ${sendingTime(megabyte)}.`;
  return `${files.length > 1 ? `${files.length} berkas, ` : ""}${formatSize(bytes)}: terkirim ${sendingTime(bytes)}.`;
}

function listOf(files: readonly File[]): FileList {
  const list = new DataTransfer();
  for (const file of files) list.items.add(file);
  return list.files;
}
