import type { Choices } from "@/lib/imports/choices";
import type { PreviewChoice } from "@/lib/imports/preview";
import { plainWords } from "@/lib/plain-words";
import type { KnownStaff } from "@/lib/staff/import-standing";
import type { Values } from "@/lib/staff/import-values";
import { employmentStatusNames } from "@/lib/staff/professions";

export const another = "baru";

/** Without titles, degrees, signs and blanks: "Hj. St. Aminah, S.Kep." and "ST AMINAH" are perhaps one person. */
export function bareName(name: string): string {
  return plainWords(name.split(",")[0] ?? "")
    .replace(/\b(?:drg?|hj?|ns|apt|prof|ir|bd)\b/g, "")
    .replace(/[^\p{L}]/gu, "");
}

export type Match = { known: KnownStaff | null } | { reason: string } | { question: PreviewChoice };

type Row = { row: number; code: string; officeId: string; values: Values };

/** Whom a row means: by its code, by its NIP, else as the importer answered. Never merged without being asked. */
export function matchOf({ row, code, officeId, values }: Row, known: readonly KnownStaff[], choices: Choices): Match {
  if (code) {
    const coded = known.find(({ id }) => id === code.toLowerCase());
    return coded
      ? { known: coded }
      : { reason: "Kode Lokmin ini tidak ada di daftar Anda: kosongkan, atau periksa lagi" };
  }
  const byNip = values.nip ? known.find(({ nip }) => nip === values.nip) : undefined;
  const isSame = ({ name, profession }: KnownStaff) =>
    bareName(name) === bareName(values.name) && profession === values.profession;
  if (byNip && isSame(byNip)) return { known: byNip };
  const alike = byNip
    ? [byNip]
    : known.filter((one) => isSame(one) && officeOf(one) === officeId && !(one.nip && values.nip)).slice(0, 6);
  if (alike.length === 0) return { known: null };
  const key = `orang-${row}`;
  const answer = choices[key] ?? "";
  const chosen = alike.find(({ id }) => id === answer);
  if (chosen) return { known: chosen };
  if (answer === another)
    return byNip ? { reason: `NIP ${values.nip} sudah dipakai ${byNip.name}: periksa angkanya` } : { known: null };
  return {
    question: {
      key,
      label: `Baris ${row}: apakah ${values.name} sudah tercatat?`,
      value: "",
      answers: [
        ...alike.map((one) => ({ value: one.id, label: `Ya, ${lineOf(one)}` })),
        { value: another, label: byNip ? "Bukan, NIP-nya keliru" : "Bukan, ini pegawai lain" },
      ],
    },
  };
}

export const officeOf = ({ organisationId, lastOrganisationId }: KnownStaff) => organisationId ?? lastOrganisationId;

function lineOf({ name, nip, placements: [term] }: KnownStaff): string {
  return [name, nip ? `NIP ${nip}` : null, term ? employmentStatusNames[term.status] : null].filter(Boolean).join(", ");
}
