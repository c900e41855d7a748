"use client";

import { useContext } from "react";
import { writerField } from "@/lib/web/writer-field";
import { WriterContext } from "./writer-context";

/** Says who fills a form, so that it is kept for him where it comes after his session has ended. */
export function WriterField() {
  const writer = useContext(WriterContext);
  return writer ? <input type="hidden" name={writerField} value={writer} /> : null;
}
