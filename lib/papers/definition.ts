import type { Actor } from "@/lib/actor";
import type { Letterhead, Paper, PaperSize } from "@/lib/papers/model";
import type { MeetingKind } from "@/prisma/generated/enums";

export type PaperFormat = "pdf" | "docx" | "xlsx";

export type PaperSettings = {
  size: PaperSize;
  letterhead: Letterhead | null;
  /** The wording of this paper's parts, by part: the office's own, else the default. Placeholders are still in it. */
  wording: Record<string, string>;
};

/** Values of the named placeholders, for the wording and for an office's own Word form; lists are its row loops. */
export type Fields = { values: Record<string, string>; lists: Record<string, Record<string, string>[]> };

/** The text of a part as it comes from the code: `{nama}` is a value of `placeholders`. */
export type WordingPart = { label: string; text: string; placeholders: readonly string[] };

/** The same paper asked for in another way: "Kosong, untuk tanda tangan basah" is `{ kosong: "1" }`. */
export type PaperVariant = { label: string; options: Record<string, string> };

export type PaperSubject =
  | "meeting"
  | "year"
  | "escalation"
  | "indicator"
  | "problem"
  | "programme"
  | "feedback"
  | "certificate";

export type PaperDefinition<Facts> = {
  /** Key in code and database: "invitation-letter". */
  kind: string;
  /** Last part of its address: "undangan". */
  slug: string;
  name: string;
  /** What it is made of: its id is the subject's. A year's paper has "<organisationId>:<year>". */
  subject: PaperSubject;
  /** Kinds of meetings it is offered for; all where left out. */
  meetingKinds?: readonly MeetingKind[];
  formats: readonly PaperFormat[];
  isLetter: boolean;
  wording: Record<string, WordingPart>;
  /** Links above the paper; the first is the usual one. None where there is one way only. */
  variants?: readonly PaperVariant[];
  /** Names of further options that `read` listens to. */
  options?: readonly string[];
  /** Null where there is none that the actor may see. */
  read: (actor: Actor, subjectId: string, options: Record<string, string>) => Promise<Facts | null>;
  /** Whose paper it is: its settings, letterhead and register are used. */
  organisationId: (facts: Facts) => string;
  /** The meeting it is about, where its subject is not the meeting itself: who may see that one may read the paper. */
  meetingId?: (facts: Facts) => string | null;
  compose: (facts: Facts, settings: PaperSettings) => Paper;
  fields: (facts: Facts) => Fields;
  /** What is missing before it may leave the office, each a sentence that says where it is mended. */
  missing: (facts: Facts) => string[];
};

/** A paper with its facts read: what pages, renderings and checks work with. */
export type OpenPaper = {
  organisationId: string;
  /** The meeting it is about; null where it is about none. */
  meetingId: string | null;
  compose: (settings: PaperSettings) => Paper;
  fields: () => Fields;
  missing: () => string[];
};

type AboutFacts = "read" | "organisationId" | "meetingId" | "compose" | "fields" | "missing";

/** A definition whose facts are its own matter, so that all of them fit into one list. */
export type PaperKind = Omit<PaperDefinition<never>, AboutFacts> & {
  open: (actor: Actor, subjectId: string, options: Record<string, string>) => Promise<OpenPaper | null>;
};

export function definePaper<Facts>(definition: PaperDefinition<Facts>): PaperKind {
  const { read, organisationId, meetingId, compose, fields, missing, ...kind } = definition;
  return {
    ...kind,
    async open(actor, subjectId, options) {
      const facts = await read(actor, subjectId, options);
      if (!facts) return null;
      const ofSubject = kind.subject === "meeting" ? subjectId : null;
      return {
        organisationId: organisationId(facts),
        meetingId: meetingId?.(facts) ?? ofSubject,
        compose: (settings) => compose(facts, settings),
        fields: () => fields(facts),
        missing: () => missing(facts),
      };
    },
  };
}
