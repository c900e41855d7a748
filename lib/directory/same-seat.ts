// One official seat in the directories of several puskesmas: a kecamatan has one Camat, whoever wrote him down.
import { isSameWords, plainWords } from "@/lib/plain-words";

export type OfficialSeat = {
  title: string;
  institution: string;
  villageCode: string | null;
  holderName: string | null;
  phone: string | null;
};

/** Posts of which an institution has one; of others (kader, staf) it has many. */
const singlePost = /^(?:camat|sekcam|danramil|kapolsek|kepala|ketua|sekretaris|lurah|direktur|bupati|kua)\b/;

/** Whether two offices mean the same seat: the same post at the same place, or the same post of the same person. */
export function isSameSeat(one: OfficialSeat, other: OfficialSeat): boolean {
  if (!isSameWords(one.title, other.title)) return false;
  const isSamePlace = isSameWords(one.institution, other.institution) && one.villageCode === other.villageCode;
  const isSameName = isSameWords(one.holderName ?? "", other.holderName ?? "");
  if (isSamePlace) return isSameName || !one.holderName || !other.holderName || singlePost.test(plainWords(one.title));
  return isSameName && one.phone !== null && one.phone === other.phone;
}
