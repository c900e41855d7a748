import { plainWords, tidyText } from "@/lib/plain-words";
import type { Cells, ColumnKey } from "@/lib/staff/import-columns";
import { columns } from "@/lib/staff/import-columns";
import { employmentStatusNames, professionNames } from "@/lib/staff/professions";
import { birthDay, email, phone } from "@/lib/staff/schema";
import { isDay, monthNames } from "@/lib/time";
import type { EmploymentStatus, LicenceKind, Profession } from "@/prisma/generated/client";

export type Values = {
  name: string;
  nip: string | null;
  profession: Profession;
  status: EmploymentStatus;
  position: string | null;
  office: string;
  startsOn: string | null;
  endsOn: string | null;
  phone: string | null;
  email: string | null;
  bornOn: string | null;
  licences: { kind: LicenceKind; number: string; expiresOn: string | null }[];
};

const professionAliases: readonly (readonly [RegExp, Profession])[] = [
  [/^(dokter|dr|drg) spesialis/, "SPECIALIST"],
  [/^(dokter gigi|drg)$/, "DENTIST"],
  [/^(dokter|dr|dokter umum)$/, "DOCTOR"],
  [/^(terapis gigi|perawat gigi)/, "DENTAL_NURSE"],
  [/^(perawat|ners)\b/, "NURSE"],
  [/^bidan\b/, "MIDWIFE"],
  [/^(promkes|penyuluh kesehatan|promosi kesehatan)/, "HEALTH_PROMOTION"],
  [/^(kesmas|tenaga kesehatan masyarakat|skm)$/, "PUBLIC_HEALTH"],
  [/^(kesling|sanitarian|tenaga sanitasi|tenaga kesehatan lingkungan)/, "ENVIRONMENTAL_HEALTH"],
  [/^(atlm|analis|pranata lab|tenaga laborat|ahli teknologi lab)/, "LABORATORY"],
  [/^(nutrisionis|ahli gizi|tenaga gizi)/, "NUTRITION"],
  [/^(asisten apoteker|farmasi|tenaga teknis kefarmasian|ttk)/, "PHARMACY"],
  [/^rekam medis/, "MEDICAL_RECORDS"],
  [/^(administrasi|tata usaha|staf)/, "ADMINISTRATION"],
];

const statusAliases: readonly (readonly [RegExp, EmploymentStatus])[] = [
  [/^(pns|asn pns)$/, "PNS"],
  [/^(pppk|p3k|asn pppk)\b/, "PPPK"],
  [/^(blud|kontrak|tkk|pegawai blud|non asn blud)/, "CONTRACT"],
  [/^(honor|honorer|thl|sukarela|non asn)/, "HONORARY"],
  [/^(penugasan|nusantara sehat|ptt)/, "SPECIAL_ASSIGNMENT"],
];

function named<T extends string>(
  text: string,
  names: Record<T, string>,
  aliases: readonly (readonly [RegExp, T])[],
): T | undefined {
  const words = plainWords(text);
  const keys = Object.keys(names).filter((key): key is T => key in names);
  return keys.find((key) => plainWords(names[key]) === words) ?? aliases.find(([form]) => form.test(words))?.[1];
}

/** "2024-03-01", "1/3/2024", "01-03-2024" or "1 Maret 2024": the day comes first, as it is written here. */
export function dayIn(text: string): string | null {
  const trimmed = text.trim().slice(0, 40);
  if (isDay(trimmed)) return trimmed;
  const figures = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(trimmed);
  const worded = /^(\d{1,2})[- ]([a-z]{3,9})[- ](\d{4})$/i.exec(trimmed);
  const month = worded
    ? monthNames.findIndex((name) => name.toLowerCase().startsWith((worded[2] ?? "").toLowerCase())) + 1
    : Number(figures?.[2]);
  const [, date, , year] = figures ?? worded ?? [];
  const day = `${year}-${String(month).padStart(2, "0")}-${(date ?? "").padStart(2, "0")}`;
  return isDay(day) ? day : null;
}

export function valuesOf(cells: Cells): Values | { reasons: string[] } {
  const reasons: string[] = [];
  const text = (key: ColumnKey, most: number): string => {
    const value = tidyText(cells[key] ?? "");
    if (value.length > most) reasons.push(`${headerOf(key)} paling banyak ${most} huruf`);
    return value;
  };
  const day = (key: ColumnKey): string | null => {
    const typed = text(key, 40);
    const read = typed === "" ? null : dayIn(typed);
    if (typed !== "" && (read === null || read < "1920-01-01" || read > "2100-12-31"))
      reasons.push(`${headerOf(key)} “${typed}” bukan tanggal: tulis seperti 1/3/2024`);
    return read;
  };
  const name = text("name", 160);
  if (name === "") reasons.push("Isi nama");
  const profession = named(text("profession", 120), professionNames, professionAliases);
  if (!profession) reasons.push(`Profesi “${cells.profession ?? ""}” belum dikenal: tulis salah satu dari Petunjuk`);
  const status = named(text("status", 120), employmentStatusNames, statusAliases);
  if (!status) reasons.push(`Status “${cells.status ?? ""}” belum dikenal: tulis ${statusWords}`);
  const nip = nipIn(text("nip", 60), reasons);
  const [startsOn, endsOn] = [day("startsOn"), day("endsOn")];
  if (startsOn && endsOn && endsOn < startsOn) reasons.push("Sampai harus sesudah Mulai");
  const checked = (schema: typeof phone | typeof email | typeof birthDay, value: string | null): string | null => {
    const read = schema.safeParse(value ?? "");
    if (read.success) return read.data;
    reasons.push(...read.error.issues.slice(0, 1).map(({ message }) => message));
    return null;
  };
  const values = {
    ...{ name, nip, startsOn, endsOn },
    position: text("position", 160) || null,
    office: text("office", 160),
    phone: checked(phone, text("phone", 40)),
    email: checked(email, text("email", 254)),
    bornOn: checked(birthDay, day("bornOn")),
    licences: [
      { kind: "STR" as const, number: text("str", 80), expiresOn: day("strUntil") },
      { kind: "SIP" as const, number: text("sip", 80), expiresOn: day("sipUntil") },
    ].filter(({ number }) => number !== ""),
  };
  return reasons.length > 0 || !profession || !status ? { reasons } : { ...values, profession, status };
}

const statusWords = Object.values(employmentStatusNames).join(", ");

/** Excel keeps fifteen figures of a number: the last three of a NIP become zeros. */
function nipIn(typed: string, reasons: string[]): string | null {
  const digits = typed.replace(/[\s.'’-]/g, "");
  if (digits === "") return null;
  if (/^\d{15}000$/.test(digits) || /e\+?17$/i.test(digits.replace(",", "")))
    reasons.push("NIP dibulatkan Excel: ubah kolomnya menjadi teks, lalu ketik lagi 18 angkanya");
  else if (!/^\d{18}$/.test(digits)) reasons.push(`NIP “${typed}” harus terdiri atas 18 angka`);
  else return digits;
  return null;
}

function headerOf(key: ColumnKey): string {
  return columns.find((column) => column.key === key)?.header ?? key;
}
