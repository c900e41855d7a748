"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { newSeatSchema } from "@/lib/directory/schema";
import { addSeat } from "@/lib/directory/writes";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { withQuery } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";

export async function addSeatAction(_state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(newSeatSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await addSeat(actor, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath("/mitra");
  // Entering a whole kecamatan goes on with the next seat of the same kind.
  redirect(
    form.get("then") === "another"
      ? withQuery("/mitra/baru", { sektor: parsed.data.sector, jabatan: parsed.data.title, tersimpan: outcome.id })
      : `/mitra/${outcome.id}`,
  );
}
