import { isSameWords, plainWords } from "@/lib/plain-words";

export type OfficialSeat = {
  title: string;
  institution: string;
  villageCode: string | null;
  holderName: string | null;
  phone: string | null;
};

const singlePost = /^(?:camat|sekcam|danramil|kapolsek|kepala|ketua|sekretaris|lurah|direktur|bupati|kua)\b/;

export function isSameSeat(one: OfficialSeat, other: OfficialSeat): boolean {
  if (!isSameWords(one.title, other.title)) return false;
  const isSamePlace = isSameWords(one.institution, other.institution) && one.villageCode === other.villageCode;
  const isSameName = isSameWords(one.holderName ?? "", other.holderName ?? "");
  if (isSamePlace) return isSameName || !one.holderName || !other.holderName || singlePost.test(plainWords(one.title));
  return isSameName && one.phone !== null && one.phone === other.phone;
}
