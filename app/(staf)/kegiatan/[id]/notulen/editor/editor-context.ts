"use client";

import { createContext, useContext } from "react";
import type { NotesStore } from "./notes-store";

export type Village = { code: string; name: string };

type Field = "text" | "asker" | "institution" | "answer";

/** What every line of the editor leans on; it never changes while the page is open. */
export type Editor = {
  store: NotesStore;
  meetingId: string;
  /** Takes a line out, and offers it back. */
  remove: (id: string) => void;
  villages: readonly Village[];
  /** Institution by the name of who may ask. */
  institutions: ReadonlyMap<string, string>;
  /** Puts the cursor at the end of a field, once it is on the page. */
  goTo: (id: string, field?: Field) => void;
};

const EditorContext = createContext<Editor | null>(null);

export const EditorProvider = EditorContext.Provider;

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error("A line outside of the editor");
  return editor;
}

export const fieldId = (id: string, field: Field = "text") => `${id}-${field}`;
