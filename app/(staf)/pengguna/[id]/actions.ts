"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { Outcome } from "@/lib/actor";
import { recoverUser } from "@/lib/users/recover";
import { signInLinkOf } from "@/lib/users/rules";
import { userEditSchema } from "@/lib/users/schema";
import { deactivateUser, editUser, reactivateUser, renewLink } from "@/lib/users/writes";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { refusedAt, refusedTyped, requireSignedIn } from "@/lib/web/second-step";
import { requireActor } from "@/lib/web/session";

export async function editUserAction(userId: string, _state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSignedIn();
  const parsed = parseForm(userEditSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await editUser(actor, userId, parsed.data);
  if (!outcome.ok) return refusedTyped(`/pengguna/${userId}`, outcome, form);
  revalidatePath("/pengguna", "layout");
  redirect(`/pengguna/${userId}?tersimpan`);
}

export async function renewLinkAction(userId: string, _state: FormState, form: FormData): Promise<FormState> {
  const outcome = await renewLink(await requireSignedIn(), userId);
  if (!outcome.ok) return refusedAt(`/pengguna/${userId}`, outcome, form);
  return {
    done: "Tautan baru sudah dibuat; tautan yang lama berakhir.",
    link: { href: signInLinkOf(outcome.token), text: "Tautan masuk" },
  };
}

export async function recoverUserAction(userId: string, _state: FormState, form: FormData): Promise<FormState> {
  const outcome = await recoverUser(await requireSignedIn(), userId);
  if (!outcome.ok) return refusedAt(`/pengguna/${userId}`, outcome, form);
  return {
    done: "Akun dipulihkan: kata sandi dan langkah keduanya dihapus, semua perangkatnya keluar.",
    link: { href: signInLinkOf(outcome.token), text: "Tautan masuk" },
  };
}

export async function deactivateUserAction(userId: string, _state: FormState, form: FormData): Promise<FormState> {
  return backToUser(userId, await deactivateUser(await requireActor(), userId), form);
}

export async function reactivateUserAction(userId: string, _state: FormState, form: FormData): Promise<FormState> {
  return backToUser(userId, await reactivateUser(await requireActor(), userId), form);
}

async function backToUser(userId: string, outcome: Outcome, form: FormData): Promise<FormState> {
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath("/pengguna", "layout");
  await tell("Perubahan pengguna tersimpan.");
  redirect(`/pengguna/${userId}`);
}
