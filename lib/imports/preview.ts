export type Tone = "done" | "late" | "soon" | "accent" | "plain";

export type PreviewRow = {
  row: number;
  label: string;
  kind?: string;
  /** "Nomor HP: 0840-0000-0001 → kosong", one line each. */
  lines: readonly string[];
  warnings?: readonly string[];
};

export type PreviewList = {
  id: string;
  title: string;
  hint?: string;
  rows: readonly PreviewRow[];
  total?: number;
  kinds?: readonly { kind: string; name: string; tone: Tone }[];
  unnamed?: string;
  isFault?: boolean;
};

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

export type Result = { title: string; line: string; more: string; leftOut: string | null };

export type ImportWords = {
  /** "Impor mitra" */
  title: string;
  lead: string;
  list: { href: string; label: string; see: string };
  first: {
    heading: string;
    text: string;
    links: readonly { href: string; label: string }[];
    columns?: readonly { key: string; header: string; help: string }[];
  };
  upload: { label: string; work: string; most: string; also?: { name: string; accept: string } };
  preview: { title: string; work: string; discard: string };
};
