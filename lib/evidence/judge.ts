import type { EvidenceCheck, ListedRule } from "@/lib/evidence/rules";
import { checkRooms } from "@/lib/evidence/rules";
import { type ApplicationCounts, applicationWords, isComplete } from "@/lib/training-evaluations/application-rules";
import type { MeetingKind } from "@/prisma/generated/enums";

export type Tick = { note: string | null; tickedBy: string; tickedAt: string };

export type Facts = ApplicationCounts & {
  id: string;
  hostId: string;
  kind: MeetingKind;
  typeKey: string | null;
  invited: number;
  handedOut: number;
  present: number;
  scans: number;
  photos: number;
  notes: number;
  permasalahan: number;
  hambatan: number;
  rekomendasi: number;
  keputusan: number;
  tanyaJawab: number;
  problems: number;
  items: number;
  reviewed: number;
  unreviewed: number;
  opinions: number;
  ticks: Record<string, Tick>;
};

type Finding = { isMet: boolean; says: string };

const found = (count: number, words: string, none: string): Finding => ({
  isMet: count > 0,
  says: count > 0 ? words : none,
});

const findings: Record<EvidenceCheck, (facts: Facts) => Finding> = {
  undangan: ({ invited, handedOut }) =>
    found(invited, `${invited} undangan, ${handedOut} sudah dikirim`, "belum ada undangan"),
  "daftar-hadir": ({ present, scans }) =>
    found(
      present + scans,
      [present > 0 ? `${present} hadir` : "", scans > 0 ? `${scans} pindaian` : ""].filter(Boolean).join(", "),
      "belum ada yang tercatat hadir",
    ),
  notulen: ({ notes }) => found(notes, `${notes} catatan`, "belum ada catatan"),
  foto: ({ photos }) => found(photos, `${photos} foto`, "belum ada foto"),
  permasalahan: ({ permasalahan, problems }) =>
    found(
      permasalahan + problems,
      [problems > 0 ? `${problems} masalah` : "", permasalahan > 0 ? `${permasalahan} catatan` : ""]
        .filter(Boolean)
        .join(", "),
      "belum ada permasalahan",
    ),
  hambatan: ({ hambatan }) => found(hambatan, `${hambatan} catatan`, "belum ada hambatan"),
  rekomendasi: ({ rekomendasi }) => found(rekomendasi, `${rekomendasi} catatan`, "belum ada rekomendasi"),
  keputusan: ({ keputusan }) => found(keputusan, `${keputusan} catatan`, "belum ada keputusan"),
  "tanya-jawab": ({ tanyaJawab }) => found(tanyaJawab, `${tanyaJawab} tanya jawab`, "belum ada tanya jawab"),
  "janji-lalu": ({ reviewed, unreviewed }) => ({
    isMet: unreviewed === 0,
    says:
      unreviewed > 0
        ? `${unreviewed} RTL lalu belum diberi status`
        : reviewed > 0
          ? `${reviewed} RTL lalu diberi status`
          : "tidak ada RTL lalu yang terbuka",
  }),
  rtl: ({ items }) => found(items, `${items} RTL`, "belum ada RTL"),
  "evaluasi-pelatihan": ({ opinions }) =>
    found(opinions, `diisi ${opinions} peserta`, "belum ada peserta yang mengisi"),
  "evaluasi-penerapan": (facts) => keptElsewhere(facts, "evaluasi-penerapan") ?? applicationFinding(facts),
  "penerapan-peserta": ({ attended, assessed }) => ({
    isMet: attended > 0 && assessed >= attended,
    says: `${assessed} dari ${attended} peserta yang hadir dinilai`,
  }),
};

function applicationFinding(counts: ApplicationCounts): Finding {
  return { isMet: isComplete(counts), says: applicationWords(counts) };
}

function keptElsewhere({ ticks }: Facts, key: string): Finding | null {
  const tick = Object.hasOwn(ticks, key) ? ticks[key] : null;
  return tick ? { isMet: true, says: tick.note ?? "ada" } : null;
}

export type ChecklistRow = {
  key: string;
  ep: string;
  text: string;
  isRequired: boolean;
  isMet: boolean;
  says: string;
  /** What the app looks for by itself; null: ticked by hand. */
  check: EvidenceCheck | null;
  /** Where what is missing is mended; null: ticked by hand. */
  room: { path: string; name: string } | null;
  tick: Tick | null;
};

export function judge(rule: ListedRule, facts: Facts): ChecklistRow {
  const { key, ep, text, isRequired, check } = rule;
  if (check)
    return { key, ep, text, isRequired, check, ...findings[check](facts), room: checkRooms[check], tick: null };
  const tick = (Object.hasOwn(facts.ticks, key) && facts.ticks[key]) || null;
  const says = tick ? (tick.note ?? "ada") : "belum ditandai ada";
  return { key, ep, text, isRequired, check, isMet: tick !== null, says, room: null, tick };
}

export function missingOf(rows: readonly ChecklistRow[]): ChecklistRow[] {
  return rows.filter((row) => row.isRequired && !row.isMet);
}

export function missingWords(missing: readonly ChecklistRow[]): string {
  return missing.map((row) => `${row.text} (${row.says})`).join("; ");
}
