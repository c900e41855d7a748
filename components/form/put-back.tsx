"use client";

import { useEffect } from "react";
import { putBack } from "./kept-typing";

/** For pages that come instead of an answer: what was sent last is in its form again when that is shown. */
export function PutBack() {
  useEffect(putBack, []);
  return null;
}
