import { type Refusal, refuse } from "@/lib/actor";

export type Trouble = { isServerFault?: boolean; isTemporary?: boolean; isUncertain?: boolean };

const inList = (...codes: number[]) => new Set(codes);

const wrongToken = inList(0, 3, 10, 190);
const rateLimited = inList(4, 80007, 130429, 131048);
const unreachable = inList(131021, 131026, 131030);
const accountTrouble = inList(368, 131005, 131031, 131042, 131045, 133010);
const templateTrouble = inList(132000, 132001, 132005, 132007, 132012, 132015, 132016);
const pairLimit = 131056;

/** What an error of the API means, by its code: titles and HTTP statuses are not to be relied on. */
export function refusalOf(code: number, status: number): Refusal & Trouble {
  const later = { isTemporary: true };
  const forAll = { isTemporary: true, isServerFault: true };
  if (wrongToken.has(code) || (code >= 200 && code <= 299) || status === 401)
    return { ...refuse("WhatsApp menolak kuncinya. Mintalah pengelola memeriksa LOKMIN_WHATSAPP_TOKEN."), ...forAll };
  if (rateLimited.has(code) || status === 429)
    return { ...refuse(`WhatsApp membatasi jumlah pesan untuk saat ini (${code || status}).`), ...forAll };
  if (code === pairLimit) return { ...refuse("Terlalu banyak pesan ke nomor ini dalam waktu singkat."), ...later };
  if (accountTrouble.has(code))
    return {
      ...refuse(`Akun WhatsApp Business belum dapat mengirim (${code}). Mintalah pengelola memeriksanya di Meta.`),
      ...forAll,
    };
  if (templateTrouble.has(code))
    return {
      ...refuse(`WhatsApp menolak templatnya (${code}). Mintalah pengelola memeriksa LOKMIN_WHATSAPP_TEMPLATE.`),
      ...forAll,
    };
  if (status >= 500) return { ...refuse(`WhatsApp sedang terganggu (${code || status}).`), ...forAll };
  return refuse(`gagal: ${failureWords(code || status)}`);
}

export function failureWords(code: number): string {
  return unreachable.has(code)
    ? `nomor ini tidak dapat menerima pesan WhatsApp (${code}). Periksa nomornya di Mitra, atau kirim cara lain.`
    : `WhatsApp tidak menyampaikan pesan ini (${code}). Kirim cara lain.`;
}
