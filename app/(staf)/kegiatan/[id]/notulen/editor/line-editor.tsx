"use client";

import { type FocusEvent, type KeyboardEvent, memo, useState } from "react";
import { fieldsOf, isBlank, sectionNames } from "@/lib/minutes/lines";
import type { NoteSection } from "@/prisma/generated/enums";
import type { ShownLine } from "./drafts";
import { fieldId, useEditor } from "./editor-context";
import { GrowingField, LineField } from "./line-field";
import { LineFooter } from "./line-footer";
import { LineMenu } from "./line-menu";
import type { Link } from "./notes-store";
import { TwoVersions } from "./two-versions";

type Props = {
  line: ShownLine;
  section: NoteSection;
  number: number;
  link: Link;
  takesItems: boolean;
};

const questionFields = ["text", "asker", "institution", "answer"] as const;

/** One line, written in place. Enter goes on to the next, Ctrl or Alt with the arrows moves it. */
export const LineEditor = memo(
  function LineEditor({ line, section, number, link, takesItems }: Props) {
    const { store, goTo, institutions } = useEditor();
    const [isOpen, setOpen] = useState(false);
    const { id, row, draft } = line;
    const fields = draft?.fields ?? (row ? fieldsOf(row) : null);
    if (!fields) return null;
    const isQuestion = section === "QUESTIONS" || Boolean(fields.asker || fields.institution || fields.answer);
    const name = `${sectionNames[section]}, baris ${number}`;

    const leave = ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
      if (!currentTarget.contains(relatedTarget)) store.blur(id);
    };
    const step = (direction: -1 | 1) => {
      store.step(id, direction);
      goTo(id);
    };
    const press = (event: KeyboardEvent<HTMLElement>) => {
      const field = event.target instanceof HTMLElement ? event.target.dataset.field : undefined;
      if (!field || event.nativeEvent.isComposing) return;
      if ((event.ctrlKey || event.altKey) && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
        event.preventDefault();
        step(event.key === "ArrowUp" ? -1 : 1);
      }
      if (event.key !== "Enter" || event.shiftKey || event.ctrlKey || event.altKey) return;
      event.preventDefault();
      const next = isQuestion
        ? questionFields[questionFields.findIndex((known) => field.startsWith(known)) + 1]
        : undefined;
      if (next) goTo(id, next);
      else if (!isBlank(fields)) goTo(store.add(section, id));
    };
    const pasteLines = (first: string, others: readonly string[]) => {
      store.change(id, { text: first });
      let last = id;
      for (const text of others) {
        last = store.add(section, last);
        store.change(last, { text });
      }
      goTo(last);
    };
    const nameAsker = (asker: string) => {
      // An institution that came with a name goes with it; one that somebody typed stays.
      const isSuggested = !fields.institution || fields.institution === institutions.get(fields.asker ?? "");
      store.change(id, isSuggested ? { asker, institution: institutions.get(asker) ?? null } : { asker });
    };

    return (
      <li
        id={`baris-${id}`}
        onFocus={() => store.focus(id)}
        onBlur={leave}
        onKeyDown={press}
        className="flex gap-2 border-b border-line py-2"
      >
        <span aria-hidden="true" className="w-7 shrink-0 pt-2.5 text-right text-sm text-muted">
          {number}.
        </span>
        <div className="min-w-0 flex-1 lg:grid lg:grid-cols-[1fr_23rem] lg:gap-x-4">
          <div>
            {isQuestion && (
              <label htmlFor={fieldId(id)} className="text-sm text-muted">
                Pertanyaan
              </label>
            )}
            <GrowingField
              id={fieldId(id)}
              field="text"
              label={name}
              value={fields.text}
              onType={(text) => store.change(id, { text })}
              onPasteLines={pasteLines}
            />
            {isQuestion && (
              <div className="mt-1 grid gap-x-3 gap-y-1 sm:grid-cols-2">
                <LineField
                  id={fieldId(id, "asker")}
                  field="asker"
                  label="Penanya"
                  list="penanya"
                  value={fields.asker}
                  onType={nameAsker}
                />
                <LineField
                  id={fieldId(id, "institution")}
                  field="institution"
                  label="Instansi"
                  list="instansi"
                  value={fields.institution}
                  onType={(institution) => store.change(id, { institution })}
                />
                <div className="sm:col-span-2">
                  <label htmlFor={fieldId(id, "answer")} className="text-sm text-muted">
                    Jawaban
                  </label>
                  <GrowingField
                    id={fieldId(id, "answer")}
                    field="answer"
                    value={fields.answer ?? ""}
                    onType={(answer) => store.change(id, { answer })}
                  />
                </div>
              </div>
            )}
          </div>
          <LineFooter {...{ line, fields, link, takesItems, name }} isOpen={isOpen} onOpen={() => setOpen(!isOpen)} />
          {draft?.state === "clash" && draft.theirs && <TwoVersions draft={draft} theirs={draft.theirs} />}
          {isOpen && <LineMenu line={line} fields={fields} section={section} onMoved={() => goTo(id)} />}
        </div>
      </li>
    );
  },
  (before, now) =>
    before.line.row === now.line.row &&
    before.line.draft === now.line.draft &&
    before.section === now.section &&
    before.number === now.number &&
    before.takesItems === now.takesItems &&
    // Only a line with words of its own tells how the way to the server is.
    (before.link === now.link || now.line.draft === null),
);
