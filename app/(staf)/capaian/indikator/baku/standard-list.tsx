"use client";

import { useRef } from "react";
import { ChooseAll } from "@/components/form/choose-all";
import { useTypedList } from "@/components/form/form-context";

export type StandardRow = {
  key: string;
  name: string;
  topic: string;
  definition: string;
  source: string;
  isTaken: boolean;
};
export type StandardGroup = { id: string; title: string; lead: string; rows: readonly StandardRow[] };

/** The list of a group, each with its definition and where that is from. */
export function StandardList({ group: { id, title, lead, rows } }: { group: StandardGroup }) {
  const list = useRef<HTMLElement>(null);
  const chosen = useTypedList("keys[]", []);
  return (
    <section ref={list} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="text-muted">{lead}</p>
      <ChooseAll list={list} noun="indikator" />
      <ul className="mt-1 border-t border-line">
        {rows.map(({ key, name, topic, definition, source, isTaken }) => (
          <li key={key} className="border-b border-line">
            <label className="flex items-start gap-3 py-3">
              <input
                key={chosen.join()}
                type="checkbox"
                name="keys[]"
                value={key}
                defaultChecked={isTaken || chosen.includes(key)}
                disabled={isTaken}
                className="mt-0.5 size-5 shrink-0 accent-accent"
              />
              <span>
                <span className="font-semibold">{name}</span>{" "}
                <span className="text-sm text-muted">{isTaken ? "sudah dipakai" : topic}</span>
                <span className="block">{definition}</span>
                <span className="block text-sm text-muted">{source}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}
