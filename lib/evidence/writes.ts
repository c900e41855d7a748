import { type Actor, isRefusal, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { by, recordEvent, recordMeetingEvent } from "@/lib/events/record";
import { defaultRules } from "@/lib/evidence/defaults";
import type { ChecklistRow } from "@/lib/evidence/judge";
import { checklistsOf } from "@/lib/evidence/reads";
import { canWriteRules, fixedKey, mergeRules } from "@/lib/evidence/rules";
import type { EvidenceRuleInput } from "@/lib/evidence/schema";
import { tickSameOutput } from "@/lib/evidence/shared-facts";
import { type HeldMeeting, holdMeeting, type MeetingChange } from "@/lib/meetings/hold";
import { notesStatuses } from "@/lib/meetings/rules";
import { transact } from "@/lib/transact";

const mostOwnRules = 60;

const fixed = refuse("Status RTL lalu selalu diminta: baris ini tidak dapat diubah atau disembunyikan");

/** Changes a rule of the standard for one's own puskesmas, or adds one; sent twice, it is one rule. */
export async function saveEvidenceRule(actor: Actor, input: EvidenceRuleInput): Promise<Outcome> {
  return onRules(actor, input.key, async (tx, organisationId) => {
    const { key, ...values } = input;
    const own = await tx.evidenceRule.findMany({ where: { organisationId } });
    const before = mergeRules(defaultRules, own).find((rule) => rule.key === key);
    if (!before && own.length >= mostOwnRules)
      return refuse(`Paling banyak ${mostOwnRules} bukti sendiri. Ubah salah satu yang ada.`);
    const lastPosition = Math.max(...mergeRules(defaultRules, own).map((rule) => rule.position));
    await tx.evidenceRule.upsert({
      where: { organisationId_key: { organisationId, key } },
      create: { organisationId, key, ...values, position: before?.position ?? lastPosition + 10 },
      update: values,
    });
    return { ok: true, event: { action: before ? "evidence-rule.changed" : "evidence-rule.added", rule: input } };
  });
}

export async function hideEvidenceRule(actor: Actor, key: string, isHidden: boolean): Promise<Outcome> {
  return onRules(actor, key, async (tx, organisationId) => {
    const own = await tx.evidenceRule.findMany({ where: { organisationId } });
    const rule = mergeRules(defaultRules, own).find((one) => one.key === key);
    if (!rule || rule.isHidden === isHidden) return { ok: true };
    const { ep, text, check, isRequired, position } = rule;
    await tx.evidenceRule.upsert({
      where: { organisationId_key: { organisationId, key } },
      create: { organisationId, key, ep, text, check, isRequired, position, kinds: [...rule.kinds], isHidden },
      update: { isHidden },
    });
    return { ok: true, event: { action: isHidden ? "evidence-rule.hidden" : "evidence-rule.shown", rule } };
  });
}

export async function dropEvidenceRule(actor: Actor, key: string): Promise<Outcome> {
  return onRules(actor, key, async (tx, organisationId) => {
    const standard = defaultRules.find((rule) => rule.key === key);
    if (!standard) return refuse("Bukti ini bukan bawaan. Sembunyikan bila tidak dipakai lagi.");
    const { count } = await tx.evidenceRule.deleteMany({ where: { organisationId, key } });
    return count > 0 ? { ok: true, event: { action: "evidence-rule.restored", rule: standard } } : { ok: true };
  });
}

type RuleAction = `evidence-rule.${"added" | "changed" | "hidden" | "shown" | "restored"}`;
type RuleEvent = { action: RuleAction; rule: { ep: string; text: string } };
type RuleChange = (tx: Db, organisationId: string) => Promise<Outcome<{ event?: RuleEvent }>>;

async function onRules(actor: Actor, key: string, change: RuleChange): Promise<Outcome> {
  if (!canWriteRules(actor)) throw new NotAllowed(actor, "change the list of evidence");
  if (key === fixedKey) return fixed;
  const organisationId = actor.organisation.id;
  return transact<Outcome>(async (tx) => {
    // Two who change the list at once do it one after the other.
    await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE id = ${organisationId}::uuid FOR NO KEY UPDATE`;
    const changed = await change(tx, organisationId);
    if (!changed.ok) return changed;
    if (changed.event) {
      const { action, rule } = changed.event;
      await recordEvent(tx, by(actor), {
        action,
        subjectId: key,
        organisationId,
        data: { ep: rule.ep, text: rule.text },
      });
    }
    return { ok: true };
  });
}

const ticking: MeetingChange = {
  name: "tick evidence of",
  statuses: notesStatuses,
  refusal: "Bukti hanya ditandai sejak kegiatan dimulai sampai disahkan. Muat ulang halaman ini.",
};

export async function tickEvidence(actor: Actor, meetingId: string, key: string, note: string): Promise<Outcome> {
  return onEvidence(actor, meetingId, key, async (tx, meeting, row) => {
    if (row.tick?.note === note) return;
    const values = { note, tickedBy: actor.name, tickedAt: new Date() };
    await tx.meetingEvidence.upsert({
      where: { meetingId_key: { meetingId, key } },
      create: { meetingId, key, ...values },
      update: values,
    });
    await tickSameOutput(tx, meetingId, key, { isMet: true, note, by: actor.name });
    const data = { ep: row.ep, text: row.text, note };
    await recordMeetingEvent(tx, by(actor), meeting, { action: "evidence.ticked", subjectId: key, data });
  });
}

export async function untickEvidence(actor: Actor, meetingId: string, key: string): Promise<Outcome> {
  return onEvidence(actor, meetingId, key, async (tx, meeting, { ep, text }) => {
    const { count } = await tx.meetingEvidence.deleteMany({ where: { meetingId, key } });
    await tickSameOutput(tx, meetingId, key, { isMet: false, note: null, by: actor.name });
    if (count === 0) return;
    const data = { ep, text };
    await recordMeetingEvent(tx, by(actor), meeting, { action: "evidence.unticked", subjectId: key, data });
  });
}

type TickChange = (tx: Db, meeting: HeldMeeting, row: ChecklistRow) => Promise<void>;

async function onEvidence(actor: Actor, meetingId: string, key: string, change: TickChange): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const meeting = await holdMeeting(tx, actor, meetingId, ticking);
    if (isRefusal(meeting)) return meeting;
    const row = (await checklistsOf(tx, [meetingId])).get(meetingId)?.find((one) => one.key === key && !one.room);
    if (!row) return refuse("Bukti ini tidak ada lagi di daftar. Muat ulang halaman ini.");
    await change(tx, meeting, row);
    return { ok: true };
  });
}
