import type { PlainReply, PlainRequest } from "@/lib/http/plain-http";
import { readRequestForm } from "@/lib/http/request-form";
import { opinionSchema } from "@/lib/training-evaluations/opinion-schema";
import { sendOpinion } from "@/lib/training-evaluations/opinion-writes";
import { findOpinionAsked } from "@/lib/training-evaluations/opinions";
import { notRead } from "./not-now";
import { opinionPage } from "./opinion-html";
import { privateHeaders as headers, noticePage } from "./page-html";

/** The page that asks a participant what he thinks of the training; null where the link is no participant's. */
export async function showOpinion(tokenHash: string): Promise<PlainReply | null> {
  const asked = await findOpinionAsked(tokenHash, new Date());
  return asked && { status: 200, headers, body: opinionPage(asked) };
}

export async function takeOpinion(request: PlainRequest, token: string, tokenHash: string): Promise<PlainReply | null> {
  const asked = await findOpinionAsked(tokenHash, new Date());
  if (!asked) return null;
  const sent = await readRequestForm(request, tokenHash, { field: "none" });
  if (typeof sent === "string") return notRead(sent);
  const parsed = opinionSchema.safeParse(sent.typed);
  if (!parsed.success) {
    const errors: Record<string, string> = {};
    for (const issue of parsed.error.issues) errors[String(issue.path[0])] ??= issue.message;
    return { status: 422, headers, body: opinionPage(asked, { typed: sent.typed, errors }) };
  }
  const outcome = await sendOpinion(tokenHash, parsed.data, new Date());
  if (outcome.ok) return { status: 303, headers: { ...headers, Location: `/u/${token}/evaluasi` }, body: "" };
  return { status: 409, headers, body: noticePage("Evaluasi tidak terkirim", outcome.reason) };
}
