// What the pages show of an import, whatever it brings: plain words and figures.

export type Tone = "done" | "late" | "soon" | "accent" | "plain";

export type PreviewRow = {
  row: number;
  label: string;
  /** What becomes of it: one of the list's kinds. */
  kind?: string;
  /** "Nomor HP: 0840-0000-0001 → kosong", one line each. */
  lines: readonly string[];
  /** Taken, and worth a second look. */
  warnings?: readonly string[];
};

export type PreviewList = {
  id: string;
  title: string;
  hint?: string;
  rows: readonly PreviewRow[];
  /** How many there are, where not all of them are listed. */
  total?: number;
  /** Their kinds in the order they are offered as filters. */
  kinds?: readonly { kind: string; name: string; tone: Tone }[];
  /** For a row that says nothing of what it is about. */
  unnamed?: string;
  isFault?: boolean;
};

/** What the importer decides before anything is saved: a box to tick, or one of some answers. */
export type PreviewChoice = {
  key: string;
  label: string;
  hint?: string;
  value: string;
  /** Without answers it is a box to tick, whose value is "ya". */
  answers?: readonly { value: string; label: string }[];
};

export type Preview = {
  figures: readonly { count: number; label: string; tone: Tone }[];
  /** "Bila diimpor: 20 jabatan baru." */
  summary: string | null;
  notes: readonly string[];
  choices: readonly PreviewChoice[];
  /** The button's words; null where there is nothing to save. */
  submit: string | null;
  lists: readonly PreviewList[];
};

/** What an import came to. */
export type Result = { title: string; line: string; more: string; leftOut: string | null };

/** Kinds of import are told apart by these words on their pages. */
export type ImportWords = {
  /** "Impor mitra" */
  title: string;
  lead: string;
  /** The page of what it brings. */
  list: { href: string; label: string; see: string };
  first: {
    heading: string;
    text: string;
    links: readonly { href: string; label: string }[];
    columns?: readonly { key: string; header: string; help: string }[];
  };
  upload: { label: string; work: string; most: string };
  preview: { title: string; work: string; discard: string };
};
