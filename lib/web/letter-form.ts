import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { Actor } from "@/lib/actor";
import type { LetterSubject } from "@/lib/letters/facts";
import { voidLetter } from "@/lib/letters/register-writes";
import { letterSchema, voidSchema } from "@/lib/letters/schema";
import { saveLetter } from "@/lib/letters/writes";
import type { PaperKind } from "@/lib/papers/definition";
import { type FormState, parseForm, refused } from "@/lib/web/form";

/** What a form of a letter is about. Room: the address of what the letter belongs to. */
type LetterPlace = { actor: Actor; room: string; slug: string };

export async function saveLetterForm(
  place: LetterPlace,
  { paper, subject }: { paper: PaperKind | null; subject: LetterSubject },
  form: FormData,
): Promise<FormState> {
  const parsed = parseForm(letterSchema, form);
  if (!parsed.ok) return parsed.state;
  const wanted = "meetingId" in subject ? "meeting" : "escalation";
  if (!paper?.isLetter || paper.subject !== wanted)
    return { message: "Surat ini tidak dikenal. Muat ulang halaman ini." };
  const issue = form.get("intent") === "terbitkan";
  const outcome = await saveLetter(place.actor, { subject, paperKind: paper.kind, input: parsed.data, issue });
  return outcome.ok ? backTo(place) : refused(outcome, form);
}

export async function voidLetterForm(place: LetterPlace, letterId: string, form: FormData): Promise<FormState> {
  const parsed = parseForm(voidSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await voidLetter(place.actor, letterId, parsed.data);
  return outcome.ok ? backTo(place) : refused(outcome, form);
}

function backTo({ room, slug }: LetterPlace): never {
  revalidatePath(room, "layout");
  redirect(`${room}/surat/${slug}?tersimpan=ya`);
}
