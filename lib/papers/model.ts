/** Where the bytes of a picture come from; every rendering asks for them through the actor. */
export type Picture = { documentId: string; alt: string; width?: number; height?: number };

export type Run = { text: string; bold?: true; italic?: true; underline?: true };
export type Text = string | Run[];

export type Align = "left" | "center" | "right" | "justify";

export type Column = {
  head: string;
  /** Columns under one head of two rows carry the same group. */
  group?: string;
  width: number;
  align?: "left" | "center" | "right";
  /**
   * What its cells hold; text unless said. Dates are ISO days. A column of signatures has its cells left and right by
   * turns, so that neighbours do not write over each other.
   */
  type?: "number" | "date" | "signature";
};

/** Lines are kept apart as typed; a number or a date of a spreadsheet is in `value`. */
export type Cell =
  | string
  | { text: Text; value?: number | string; picture?: Picture; span?: number; bold?: true; align?: Align };

export type Signatory = {
  /** "Mengetahui," · "a.n. Kepala Dinas Kesehatan" · "Sekretaris," each a line. */
  above: string[];
  picture?: Picture;
  /** Empty: a dotted line, for a name written by hand. */
  name: string;
  /** Rank, NIP or NRP, each a line. */
  below: string[];
};

export type Block =
  | { type: "title"; lines: string[] }
  | { type: "heading"; level: 1 | 2 | 3; text: string }
  /** Indented: its first line. */
  | { type: "paragraph"; text: Text; align?: Align; indent?: true }
  | { type: "list"; ordered: boolean; items: Text[] }
  /** "Hari/Tanggal : Rabu, 24 Juni 2026" lines, indented as a whole. */
  | { type: "facts"; rows: { label: string; text: Text }[]; indent?: true }
  /** Head of a letter: place and day on the right, reference lines on the left, addressees on the right. */
  | { type: "letterOpening"; placeAndDay: string; reference: { label: string; text: string }[]; addressees: string[] }
  | { type: "table"; columns: Column[]; rows: Cell[][]; caption: string; numbered?: true; rowHeight?: number }
  | { type: "signatures"; columns: number; placeAndDay?: string; parties: Signatory[] }
  | { type: "pictures"; columns: 1 | 2 | 3; items: { picture: Picture; caption: string }[] }
  /** A drawing made on the server: SVG of ours, never an uploaded one. Width in millimetres. */
  | { type: "drawing"; svg: string; alt: string; width: number }
  | { type: "pageBreak" };

export type PaperSize = "A4" | "F4";

export type Letterhead = {
  /** From the highest office down to the own one; the last line is the largest. */
  lines: string[];
  contact: string[];
  left: Picture | null;
  right: Picture | null;
};

/** A part with its own orientation and first page: the letter, its attached list. */
export type Section = {
  orientation: "portrait" | "landscape";
  letterhead: Letterhead | null;
  blocks: Block[];
  /** The code its foot leads to, where it has one of its own: of a certificate, also among others in one file. */
  checkCode?: string;
};

/** One paper as plain data. The HTML page, PDF, Word and Excel draw this and nothing else. */
export type Paper = {
  /** Of the file and the document's properties, without an extension: "Undangan Lokmin Triwulan II". */
  title: string;
  organisation: string;
  size: PaperSize;
  sections: Section[];
  /** What a reader must know of the signatures on it, such as that they are not certified ones. */
  notes: string[];
};
