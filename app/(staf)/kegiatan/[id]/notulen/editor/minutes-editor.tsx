"use client";

import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { useKeptScreen } from "@/components/device/kept-screen";
import { missingSections, type NoteRow, noteSections, sectionNames } from "@/lib/minutes/lines";
import { MissingSections } from "../missing-sections";
import type { Owner } from "./device";
import { deletedLines, showLines } from "./drafts";
import { type Editor, EditorProvider, fieldId, type Village } from "./editor-context";
import { startExchange } from "./exchange";
import { LineEditor } from "./line-editor";
import { createNotesStore } from "./notes-store";
import { RemovedLine } from "./removed-line";
import { DeletedLines, WayBanner } from "./status";
import { useSteadyPage } from "./steady-page";
import { useWarning } from "./warning";

type Props = {
  owner: Owner;
  rows: readonly NoteRow[];
  villages: readonly Village[];
  askers: readonly { name: string; institution: string }[];
  /** Whether rows of the plan can be made now. */
  takesItems: boolean;
  asksForSections: boolean;
  /** The same without script: shown until this one is ready. */
  children: ReactNode;
};

/** The note-taker's screen: words are saved as they are written, and others' words appear as they are saved. */
export function MinutesEditor({ owner, rows, villages, askers, takesItems, asksForSections, children }: Props) {
  const [store] = useState(() => createNotesStore(owner, { rows, closed: null }));
  const notes = useSyncExternalStore(store.subscribe, store.read, store.read);
  const [isReady, setReady] = useState(false);
  const [removed, setRemoved] = useState<string | null>(null);
  const wanted = useRef<string | null>(null);
  const [, look] = useState(0);
  const { box, hold } = useSteadyPage(notes.rows);
  const isKept = useKeptScreen() === "kept";
  useWarning(store);

  useEffect(() => {
    setReady(true);
    return startExchange(store, hold);
  }, [store, hold]);

  useLayoutEffect(() => {
    const input = wanted.current && document.getElementById(wanted.current);
    if (!(input instanceof HTMLTextAreaElement || input instanceof HTMLInputElement)) return;
    wanted.current = null;
    input.focus();
    input.setSelectionRange(input.value.length, input.value.length);
  });

  const editor = useMemo<Editor>(
    () => ({
      store,
      meetingId: owner.meetingId,
      villages,
      remove: (id) => {
        store.remove(id);
        setRemoved(id);
      },
      institutions: new Map(askers.map(({ name, institution }) => [name, institution])),
      goTo: (id, field) => {
        wanted.current = fieldId(id, field);
        look((count) => count + 1);
      },
    }),
    [store, owner.meetingId, villages, askers],
  );

  if (!isReady) return children;
  const shown = showLines(notes.rows, notes.drafts);
  const institutions = [...new Set(askers.map(({ institution }) => institution))];
  return (
    <EditorProvider value={editor}>
      <WayBanner notes={notes} owner={owner} isKept={isKept} />
      {asksForSections && <MissingSections missing={missingSections([...notes.rows.values()])} />}
      <div ref={box} className="[overflow-anchor:none]">
        {noteSections.map((section) => (
          <section key={section} aria-labelledby={`bagian-${section}`} className="mt-6">
            <h2 id={`bagian-${section}`}>{sectionNames[section]}</h2>
            <ol>
              {shown[section].map((line, index) => (
                <LineEditor
                  key={line.id}
                  line={line}
                  section={section}
                  number={index + 1}
                  link={notes.link}
                  takesItems={takesItems}
                />
              ))}
            </ol>
            <button type="button" className="button mt-2" onClick={() => editor.goTo(store.add(section))}>
              Tambah baris<span className="sr-only"> {sectionNames[section]}</span>
            </button>
          </section>
        ))}
      </div>
      <RemovedLine id={removed} notes={notes} onRestore={store.restore} />
      <DeletedLines rows={deletedLines(notes.rows, notes.drafts)} onRestore={store.restore} />
      <datalist id="penanya">
        {askers.map(({ name, institution }) => (
          <option key={name} value={name}>
            {institution}
          </option>
        ))}
      </datalist>
      <datalist id="instansi">
        {institutions.map((institution) => (
          <option key={institution} value={institution} />
        ))}
      </datalist>
    </EditorProvider>
  );
}
