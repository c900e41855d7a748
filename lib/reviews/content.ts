import { z } from "zod";
import {
  AttendanceStatus,
  CauseGroup,
  DocumentKind,
  FundingSource,
  MeetingKind,
  NoteSection,
  Priority,
  ReviewOutcome,
} from "@/prisma/generated/enums";

const words = z.string();
const maybe = z.string().nullable();
const count = z.number().int();
const figure = z.number().nullable();

const head = z.object({
  title: words,
  kind: z.enum(MeetingKind),
  typeName: maybe,
  year: count,
  period: count,
  startsAt: words,
  endsAt: maybe,
  timeZone: words,
  place: words,
  leader: maybe,
  organisers: z.array(words),
  approver: maybe,
  approvedAt: maybe,
});

const planRow = z.object({
  id: words,
  number: count,
  problem: maybe,
  cause: maybe,
  activity: words,
  owner: words,
  support: maybe,
  villages: z.array(words),
  deadline: words,
  indicator: maybe,
  baseline: figure,
  target: figure,
  unit: maybe,
  funding: z.enum(FundingSource).nullable(),
  priority: z.enum(Priority),
});

/** What a report says of a meeting, as plain data: kept with each revision as it was sent. */
export const reportContent = z.object({
  head,
  attendance: z.object({
    invited: count,
    walkIns: count,
    byStatus: z.partialRecord(z.enum(AttendanceStatus), count),
  }),
  minutes: z.array(
    z.object({
      id: words,
      section: z.enum(NoteSection),
      text: words,
      asker: maybe,
      institution: maybe,
      answer: maybe,
      village: maybe,
    }),
  ),
  problems: z.array(
    z.object({
      id: words,
      number: count,
      statement: words,
      evidence: maybe,
      villages: z.array(words),
      causes: z.array(z.object({ group: z.enum(CauseGroup), text: words })),
    }),
  ),
  plan: z.array(planRow),
  carriedOver: z.array(
    z.object({
      id: words,
      activity: words,
      outcome: z.enum(ReviewOutcome),
      percent: count.nullable(),
      newDeadline: maybe,
      reason: maybe,
      note: maybe,
    }),
  ),
  evidence: z.array(z.object({ ep: words, text: words, isMet: z.boolean(), says: words })),
  documents: z.array(z.object({ id: words, kind: z.enum(DocumentKind), name: words, caption: maybe, sha256: words })),
});

export type ReportContent = z.output<typeof reportContent>;

/** Null where it was sent before this was kept. */
export function keptContent(stored: unknown): ReportContent | null {
  const read = reportContent.safeParse(stored);
  return read.success ? read.data : null;
}
