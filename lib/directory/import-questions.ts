import { another } from "@/lib/directory/import-match";
import type { WrittenValues } from "@/lib/directory/import-rows";
import type { KnownSeat } from "@/lib/directory/import-standing";
import type { WholeRow } from "@/lib/directory/import-values";
import { formatPhone } from "@/lib/directory/rules";
import type { Choices } from "@/lib/imports/choices";
import type { PreviewChoice } from "@/lib/imports/preview";

export type Question = PreviewChoice & { answers: readonly { value: string; label: string }[] };

export function questionOfPhones(row: number, { phones, name }: WrittenValues, choices: Choices): Question {
  const key = `hp-${row}`;
  return {
    key,
    label: `Baris ${row}: nomor HP ${name ?? ""} yang dipakai`,
    value: choices[key] ?? "",
    answers: phones.map((phone) => ({ value: phone, label: formatPhone(phone) })),
  };
}

const mostAnswers = 8;

export function questionOfSeats({ row, values }: WholeRow, seats: readonly KnownSeat[], choices: Choices): Question {
  const key = `jabatan-${row}`;
  return {
    key,
    label: `Baris ${row}: siapa ${values.name ?? "yang lowong"}, ${values.title} di ${values.institution}?`,
    value: choices[key] ?? "",
    answers: [
      { value: another, label: "Orang tambahan di jabatan ini" },
      ...seats.slice(0, mostAnswers).map(({ id, holder }) => ({
        value: id,
        label: holder ? `Menggantikan ${holder.name}` : "Mengisi yang lowong",
      })),
    ],
  };
}
