"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { proposeProblem } from "@/lib/pws/proposal-writes";
import { proposalSchema } from "@/lib/pws/proposals";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { withQuery } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";

/** What is behind becomes a problem of a meeting; the page it came from then shows it as one. */
export async function proposeAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(proposalSchema, form);
  if (!parsed.ok) return parsed.state;
  const { meetingId, indicatorId, villages, year, month, from } = parsed.data;
  const outcome = await proposeProblem(actor, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  revalidatePath("/capaian", "layout");
  const query = { tahun: year, bulan: month, kegiatan: from === "desa" ? meetingId : undefined };
  redirect(
    from === "desa"
      ? `${withQuery(`/capaian/desa/${encodeURIComponent(villages[0] ?? "")}`, query)}#i-${indicatorId}`
      : `${withQuery(`/capaian/${indicatorId}`, query)}#usulkan`,
  );
}
