import { isEmail } from "@/lib/fields";
import type { Choices } from "@/lib/imports/choices";
import type { PreviewChoice } from "@/lib/imports/preview";
import { type District, findDistrict, villagesIn } from "@/lib/office-import/areas";
import { matchOf } from "@/lib/office-import/match";
import { type Group, type OfficeKind, oneOf } from "@/lib/office-import/rows";
import type { KnownOffice, Taken } from "@/lib/office-import/standing";
import { registrationWarning } from "@/lib/organisations/rules";
import { plainWords } from "@/lib/plain-words";
import { canonicalEmail } from "@/lib/users/rules";

export type Surroundings = {
  office: { kind: string; areaCode: string };
  districts: readonly District[];
  known: readonly KnownOffice[];
  taken: Taken;
  choices: Choices;
};

export type Wanted = {
  row: number;
  known: KnownOffice | null;
  kind: OfficeKind;
  name: string;
  /** "" where the file says nothing. */
  code: string;
  areaCode: string;
  place: string;
  address: string;
  /** Desa by code, with whether the row says that they are served together with another puskesmas. */
  villages: Map<string, boolean>;
  admin: { name: string; email: string } | null;
  warnings: string[];
};

export type Judged = { wanted: Wanted } | { reasons: string[]; question?: PreviewChoice };

export function judge(group: Group, around: Surroundings): Judged {
  const reasons = group.rows.flatMap(({ errors }) => errors);
  const said = (key: "code" | "district" | "address" | "adminName" | "adminEmail", header: string): string => {
    const one = oneOf(group, key, header);
    if ("value" in one) return one.value;
    reasons.push(one.reason);
    return "";
  };
  const code = said("code", "Kode registrasi").toUpperCase().replace(/\s/g, "");
  const districtText = said("district", "Kecamatan");
  const address = said("address", "Alamat");
  const adminName = said("adminName", "Nama admin");
  const adminEmail = canonicalEmail(said("adminEmail", "Email admin"));
  const kind = group.kind ?? "PUSKESMAS";
  if (group.name === "") reasons.push("Isi nama puskesmas atau rumah sakit");
  if (group.name.length > 160) reasons.push("Nama paling banyak 160 huruf");
  if (address.length > 300) reasons.push("Alamat paling banyak 300 huruf");
  if (code.length > 30) reasons.push("Kode registrasi paling banyak 30 huruf");
  if (!group.kind) reasons.push("Jenis belum dikenal: tulis Puskesmas atau Rumah sakit");
  if (kind === "PUSKESMAS" && around.office.kind !== "DISTRICT_DINKES")
    reasons.push("Puskesmas dimasukkan oleh Dinas Kesehatan kabupaten/kotanya");

  const named = districtText === "" ? null : findDistrict(districtText, around.districts);
  if (named && "reason" in named) reasons.push(named.reason);
  const own = named && !("reason" in named) ? named : null;
  const villages = villagesOf(group, own, around.districts, reasons);
  if (kind === "HOSPITAL" && villages.size > 0)
    reasons.push("Rumah sakit tidak punya wilayah kerja: kosongkan kolomnya");
  const district = own ?? (districtText === "" ? districtOf(villages, around.districts) : null);
  if (kind === "PUSKESMAS" && !district && districtText === "") reasons.push("Isi kecamatan tempat puskesmas berada");

  const match = matchOf(group, code, around.known, around.choices);
  const known = "known" in match ? match.known : null;
  const holder = code === "" ? undefined : around.taken.codes.get(code);
  if (holder && holder !== known?.id) reasons.push(`Kode registrasi ${code} sudah dipakai instansi lain: periksa lagi`);
  const admin = adminOf(adminName, adminEmail, { kind, known, taken: around.taken }, reasons);
  if ("question" in match && reasons.length === 0)
    return { reasons: ["Jawab dulu pertanyaan tentang namanya"], question: match.question };
  if (reasons.length > 0) return { reasons };
  const warning = kind === "PUSKESMAS" ? registrationWarning(code || null) : null;
  return {
    wanted: {
      ...{ row: group.row, known, kind, name: group.name, code, address, villages, admin },
      areaCode: district?.code ?? known?.areaCode ?? around.office.areaCode,
      place: district?.name ?? "",
      warnings: warning ? [warning] : [],
    },
  };
}

function villagesOf(group: Group, own: District | null, districts: readonly District[], reasons: string[]) {
  const villages = new Map<string, boolean>();
  for (const { cells } of group.rows) {
    const isShared = /^(?:ya|y|1|benar|bersama)$/.test(plainWords(cells.shared ?? ""));
    // A list with a column of codes beside the names: the code counts.
    const said = villagesIn(cells.villageCode?.trim() || (cells.area ?? ""), own, districts);
    reasons.push(...said.reasons);
    for (const code of said.codes) villages.set(code, isShared || villages.get(code) === true);
  }
  return villages;
}

function districtOf(villages: ReadonlyMap<string, boolean>, districts: readonly District[]): District | null {
  const codes = new Set([...villages.keys()].map((code) => code.slice(0, 8)));
  const [only] = codes;
  return (codes.size === 1 && districts.find(({ code }) => code === only)) || null;
}

function adminOf(
  name: string,
  email: string,
  { kind, known, taken }: { kind: OfficeKind; known: KnownOffice | null; taken: Taken },
  reasons: string[],
): Wanted["admin"] {
  if (name === "" && email === "") return null;
  if (kind === "HOSPITAL") reasons.push("Pengguna rumah sakit belum dapat ditambahkan: kosongkan kolom admin");
  if (name === "" || email === "") reasons.push("Isi nama admin dan emailnya, atau kosongkan keduanya");
  else if (!isEmail(email)) reasons.push(`Email admin “${email}” belum benar: tulis seperti nama@contoh.id`);
  if (name.length > 120) reasons.push("Nama admin paling banyak 120 huruf");
  const holder = taken.emails.get(email);
  if (holder === undefined) return { name, email };
  if (holder !== known?.id) reasons.push(`Email admin ${email} sudah dipakai pengguna instansi lain`);
  return null;
}
