"use server";

import { notFound, redirect } from "next/navigation";
import { take } from "@/lib/http/rate-limits";
import { setupSchema } from "@/lib/organisations/schema";
import { isSetupOpen, setUp } from "@/lib/organisations/setup";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { clientBrowser, enterSession } from "@/lib/web/second-step";
import { clientAddress } from "@/lib/web/session";

export async function setUpAction(token: string, _state: FormState, form: FormData): Promise<FormState> {
  if (!(await isSetupOpen(token))) {
    await take("wrongSignInLink", await clientAddress());
    notFound();
  }
  const parsed = parseForm(setupSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await setUp(parsed.data, await clientBrowser());
  if (!outcome) notFound();
  if (!outcome.ok) return refused(outcome, form);
  if (!outcome.sessionToken) redirect("/masuk?baru");
  await enterSession(outcome.userId, outcome.sessionToken);
  redirect("/mulai");
}
