import { type Refusal, refuse } from "@/lib/actor";

/** Name, address and office: what somebody who knows the user tries first. */
export type OwnWords = { name: string; email: string; organisation: string };

const leastLetters = 4;

/** Whether a password is the user's own words, with little else than figures and signs beside them. */
export function isOwnPassword(password: string, { name, email, organisation }: OwnWords): boolean {
  const plain = password.toLowerCase();
  const words = [name, email, organisation].flatMap((text) => text.toLowerCase().match(/\p{L}{3,}/gu) ?? []);
  const rest = words.sort((a, b) => b.length - a.length).reduce((left, word) => left.replaceAll(word, ""), plain);
  return rest !== plain && rest.replace(/[^\p{L}]/gu, "").length < leastLetters && rest.length <= 12;
}

export const ownPassword: Refusal = refuse(
  "Kata sandi ini terdiri dari nama, alamat email, atau instansi Anda, yang ditebak pertama. Pakai beberapa kata yang tidak berhubungan",
  "newPassword",
);
