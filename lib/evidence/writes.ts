import { type Actor, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { type Db, db } from "@/lib/db";
import { by, recordEvent } from "@/lib/events";
import { defaultRules } from "@/lib/evidence/defaults";
import type { ChecklistRow } from "@/lib/evidence/judge";
import { checklistsOf } from "@/lib/evidence/reads";
import { canWriteRules, fixedKey, groundName, mergeRules } from "@/lib/evidence/rules";
import type { EvidenceRuleInput } from "@/lib/evidence/schema";
import { tickSameOutput } from "@/lib/evidence/shared-facts";
import { lockMeeting } from "@/lib/meetings/lock";
import { findMeeting } from "@/lib/meetings/reads";
import { canWriteMeeting, takesNotes } from "@/lib/meetings/rules";

/** Most lists are the house's with a handful of own rows. */
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
    return { ok: true, verb: before ? "mengubah daftar bukti" : "menambah daftar bukti", subject: nameOf(input) };
  });
}

/** Leaves a rule out of the puskesmas's list, or takes it in again. */
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
    const verb = isHidden ? "menyembunyikan dari daftar bukti" : "mengembalikan ke daftar bukti";
    return { ok: true, verb, subject: nameOf(rule) };
  });
}

/** Goes back to the house's words of a rule. */
export async function dropEvidenceRule(actor: Actor, key: string): Promise<Outcome> {
  return onRules(actor, key, async (tx, organisationId) => {
    const standard = defaultRules.find((rule) => rule.key === key);
    if (!standard) return refuse("Bukti ini bukan bawaan. Sembunyikan bila tidak dipakai lagi.");
    const { count } = await tx.evidenceRule.deleteMany({ where: { organisationId, key } });
    return count > 0 ? { ok: true, verb: "mengembalikan bukti bawaan", subject: nameOf(standard) } : { ok: true };
  });
}

type RuleChange = (tx: Db, organisationId: string) => Promise<Outcome<{ verb?: string; subject?: string }>>;

async function onRules(actor: Actor, key: string, change: RuleChange): Promise<Outcome> {
  if (!canWriteRules(actor)) throw new NotAllowed(actor, "change the list of evidence");
  if (key === fixedKey) return fixed;
  const organisationId = actor.organisation.id;
  return db.$transaction(async (tx): Promise<Outcome> => {
    // Two who change the list at once do it one after the other.
    await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE id = ${organisationId}::uuid FOR NO KEY UPDATE`;
    const changed = await change(tx, organisationId);
    if (changed.ok && changed.verb)
      await recordEvent(tx, { ...by(actor), organisationId, verb: changed.verb, subject: changed.subject ?? key });
    return changed.ok ? { ok: true } : changed;
  });
}

const nameOf = ({ ep, text }: { ep: string; text: string }) => `${groundName(ep)}: ${text}`;

/** Says that a meeting's evidence exists, and where it lies; saying it again replaces the note. */
export async function tickEvidence(actor: Actor, meetingId: string, key: string, note: string): Promise<Outcome> {
  return onEvidence(actor, meetingId, key, async (tx, row) => {
    if (row.tick?.note === note) return { ok: true };
    const values = { note, tickedBy: actor.name, tickedAt: new Date() };
    await tx.meetingEvidence.upsert({
      where: { meetingId_key: { meetingId, key } },
      create: { meetingId, key, ...values },
      update: values,
    });
    await tickSameOutput(tx, meetingId, key, { isMet: true, note, by: actor.name });
    return { ok: true, verb: "menandai bukti ada", detail: { tempat: note } };
  });
}

/** Takes such a mark back. */
export async function untickEvidence(actor: Actor, meetingId: string, key: string): Promise<Outcome> {
  return onEvidence(actor, meetingId, key, async (tx) => {
    const { count } = await tx.meetingEvidence.deleteMany({ where: { meetingId, key } });
    await tickSameOutput(tx, meetingId, key, { isMet: false, note: null, by: actor.name });
    return count > 0 ? { ok: true, verb: "mencabut tanda bukti", detail: {} } : { ok: true };
  });
}

type TickChange = (tx: Db, row: ChecklistRow) => Promise<{ ok: true; verb?: string; detail?: Record<string, string> }>;

async function onEvidence(actor: Actor, meetingId: string, key: string, change: TickChange): Promise<Outcome> {
  const meeting = await findMeeting(actor, meetingId);
  if (!meeting || !canWriteMeeting(actor, meeting)) throw new NotAllowed(actor, `tick evidence of ${meetingId}`);
  return db.$transaction(async (tx): Promise<Outcome> => {
    const locked = await lockMeeting(tx, meetingId);
    if (!locked || !takesNotes(locked))
      return refuse("Bukti hanya ditandai sejak kegiatan dimulai sampai disahkan. Muat ulang halaman ini.");
    const row = (await checklistsOf(tx, [meetingId])).get(meetingId)?.find((one) => one.key === key && !one.room);
    if (!row) return refuse("Bukti ini tidak ada lagi di daftar. Muat ulang halaman ini.");
    const { verb, detail = {} } = await change(tx, row);
    if (verb)
      await recordEvent(tx, {
        ...by(actor),
        organisationId: meeting.hostId,
        meetingId,
        verb,
        subject: nameOf(row),
        detail,
      });
    return { ok: true };
  });
}
