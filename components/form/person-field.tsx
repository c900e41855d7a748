"use client";

import type { NamedChoice } from "@/lib/found-choices";
import { ChoiceBox } from "./choice-box";

type Props = { name: string; label: string; empty: string; people: readonly NamedChoice[]; initial?: string | null };

/** One of many people, found by typing a part of the name. */
export function PersonField({ name, label, empty, people, initial }: Props) {
  return <ChoiceBox {...{ name, label, empty }} groups={[{ label, choices: people }]} initial={initial ?? ""} />;
}
