import Link from "next/link";
import { type Option, SelectField } from "@/components/form/field";
import { typeFields } from "@/lib/meeting-types/fields";
import type { MeetingKind } from "@/prisma/generated/enums";

export type TypesOfKinds = Partial<Record<MeetingKind, readonly Option[]>>;

const inTurn = "otomatis: pertama atau rutin menurut urutannya tahun ini";

/** Shown for the kind that is chosen; whole class names, for they are looked for in the source. */
const fields = [
  {
    kind: "MONTHLY_LOKMIN",
    label: "Bentuk Lokmin bulanan",
    empty: inTurn,
    className: "hidden group-has-[input[value^=MONTHLY]:checked]:block",
  },
  {
    kind: "QUARTERLY_LOKMIN",
    label: "Bentuk Lokmin triwulanan",
    empty: inTurn,
    className: "hidden group-has-[input[value^=QUARTERLY]:checked]:block",
  },
  {
    kind: "PRE_LOKMIN",
    label: "Klaster",
    empty: "pilih klaster",
    className: "hidden group-has-[input[value^=PRE]:checked]:block",
  },
  {
    kind: "STUNTING_MINILOK",
    label: "Bentuk minilok stunting",
    empty: "yang biasa",
    className: "hidden group-has-[input[value^=STUNTING]:checked]:block",
  },
  {
    kind: "KALAKARYA",
    label: "Bentuk kalakarya",
    empty: "yang biasa",
    className: "hidden group-has-[input[value=KALAKARYA]:checked]:block",
  },
] as const;

/** Which type of the chosen kind it is; where there is but one, nothing is asked. */
export function TypeFields({
  types,
  initial,
}: {
  types: TypesOfKinds;
  initial: { kind: string | null; typeKey: string | null };
}) {
  return fields
    .filter(({ kind }) => kind === "PRE_LOKMIN" || (types[kind]?.length ?? 0) > 1)
    .map(({ kind, label, empty, className }) => (
      <SelectField
        key={kind}
        name={typeFields[kind]}
        label={label}
        hint={
          <>
            Menentukan daftar masukan dan luarannya. Daftar ini dapat diubah di{" "}
            <Link href="/pengaturan/jenis" prefetch={false} className="link">
              Pengaturan
            </Link>
            .
          </>
        }
        empty={empty}
        options={types[kind] ?? []}
        initial={initial.kind === kind ? initial.typeKey : null}
        className={className}
      />
    ));
}
