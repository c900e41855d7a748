"use server";

import { revalidatePath } from "next/cache";
import { signInLinkOf } from "@/lib/users/rules";
import { newUserSchema } from "@/lib/users/schema";
import { addUser } from "@/lib/users/writes";
import { type FormState, parseForm } from "@/lib/web/form";
import { refusedTyped, requireSignedIn } from "@/lib/web/second-step";

export async function addUserAction(_state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSignedIn();
  const parsed = parseForm(newUserSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await addUser(actor, parsed.data);
  if (!outcome.ok) return refusedTyped("/pengguna/baru", outcome, form);
  revalidatePath("/pengguna");
  const { name } = parsed.data;
  if (!outcome.token)
    return {
      message: `${name} sudah ditambahkan tadi. Bila tautannya belum disalin, buat tautan baru di halaman pengguna itu.`,
      link: { href: `/pengguna/${outcome.id}`, text: `Buka ${name}` },
    };
  return {
    done: `${name} sudah ditambahkan.`,
    link: { href: signInLinkOf(outcome.token), text: `Tautan masuk untuk ${name}` },
  };
}
