"use server";

import { redirect } from "next/navigation";
import { makePack } from "@/lib/evidence-pack/writes";
import { type FormState, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";

export async function makePackAction(year: number, _: FormState, form: FormData): Promise<FormState> {
  const outcome = await makePack(await requireActor(), year);
  if (!outcome.ok) return refused({ ...outcome, field: "" }, form);
  redirect(`/berkas-akreditasi?tahun=${year}`);
}
