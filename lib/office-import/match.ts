import type { Choices } from "@/lib/imports/choices";
import type { PreviewChoice } from "@/lib/imports/preview";
import type { Group } from "@/lib/office-import/rows";
import type { KnownOffice } from "@/lib/office-import/standing";
import { plainWords } from "@/lib/plain-words";

export const another = "baru";

export type Match = { known: KnownOffice | null } | { question: PreviewChoice };

const isSame = (one: string, other: string) => plainWords(one) === plainWords(other);

/** "UPTD Puskesmas Rawat Inap Sragi" and "PKM Sragi" are perhaps the same. */
function bareName(name: string): string {
  return plainWords(name)
    .replace(/\b(?:uptd?|blud|puskesmas|pkm|rawat inap|rawat jalan|ri|rumah sakit|rsud?|daerah)\b/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Which known office a group of rows means: by its code, by its name, else by what the importer answered. */
export function matchOf(group: Group, code: string, known: readonly KnownOffice[], choices: Choices): Match {
  const ofKind = known.filter(({ kind }) => kind === group.kind);
  const exact =
    (code && ofKind.find(({ registrationCode }) => registrationCode === code)) ||
    ofKind.find(({ name }) => isSame(name, group.name));
  if (exact) return { known: exact };
  const alike = ofKind
    .filter(({ name }) => bareName(name) !== "" && bareName(name) === bareName(group.name))
    .slice(0, 5);
  if (alike.length === 0) return { known: null };
  const key = `nama-${group.row}`;
  const answer = choices[key] ?? "";
  const chosen = alike.find(({ id }) => id === answer);
  if (chosen) return { known: chosen };
  if (answer === another) return { known: null };
  return {
    question: {
      key,
      label: `Baris ${group.row}: apakah ${group.name} sudah ada dengan nama lain?`,
      value: "",
      answers: [
        ...alike.map(({ id, name }) => ({ value: id, label: `Ya, ${name}: namanya diganti` })),
        { value: another, label: "Bukan, ini instansi baru" },
      ],
    },
  };
}
