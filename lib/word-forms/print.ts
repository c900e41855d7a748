import type { Actor } from "@/lib/actor";
import { letterOfEscalation, letterOfMeeting } from "@/lib/letters/reads";
import { letterMissing } from "@/lib/papers/parts/letter";
import type { PreparedPaper } from "@/lib/papers/prepare";
import { type FilledForm, fillWordForm } from "@/lib/word-forms/reads";

const ofEveryLetter = ["nomor", "tanggal_surat", "jabatan_penanda_tangan", "nama_penanda_tangan"];

/**
 * An office's form with the values of a paper that is about to leave the office; null where there is no such form.
 * What is missing blocks it, but for what the e-office fills in later.
 */
export async function printWordForm(
  actor: Actor,
  prepared: PreparedPaper,
  isForEOffice: boolean,
): Promise<FilledForm | null> {
  const { definition, opened } = prepared;
  const which = { organisationId: opened.organisationId, paperKind: definition.kind, isForEOffice };
  const filled = await fillWordForm(actor, which, opened.fields());
  const blocked = isForEOffice ? await besidesLetter(actor, prepared) : prepared.blocked;
  if (filled && blocked.length > 0) return { ok: false, blocked };
  if (!filled?.ok || !definition.isLetter) return filled;
  const empty = filled.empty.filter((name) => ofEveryLetter.includes(name));
  return empty.length > 0 ? { ok: false, blocked: empty.map(noValue) } : filled;
}

const noValue = (name: string) =>
  `Isian {${name}} belum ada isinya. Lengkapi surat ini di Dokumen, Nomor surat, atau pakai isian SRIKANDI pada formulirnya.`;

async function besidesLetter(actor: Actor, { definition, subjectId, blocked }: PreparedPaper): Promise<string[]> {
  const { kind, subject, isLetter } = definition;
  if (!isLetter) return blocked;
  const letter =
    subject === "escalation"
      ? await letterOfEscalation(actor, subjectId, kind)
      : await letterOfMeeting(actor, subjectId, kind);
  const later = letter ? letterMissing(letter) : [];
  return blocked.filter((sentence) => !later.includes(sentence));
}
