import { SelectField, TextField } from "@/components/form/field";
import { demandNames, leastChoices } from "@/lib/competences/rules";
import { professionNames } from "@/lib/staff/professions";
import { Profession } from "@/prisma/generated/enums";

type Competence = {
  name: string;
  validMonths: number | null;
  professions: readonly { profession: Profession; leastStaff: number | null }[];
};

const options = [
  { value: "", label: demandNames.none },
  { value: "all", label: demandNames.all },
  ...leastChoices.map((count) => ({ value: String(count), label: `Paling sedikit ${count} orang` })),
];

export function CompetenceFields({ competence }: { competence?: Competence }) {
  const demandOf = (profession: Profession) => {
    const found = competence?.professions.find((one) => one.profession === profession);
    return found ? String(found.leastStaff ?? "all") : "";
  };
  return (
    <>
      <TextField name="name" label="Nama kompetensi" initial={competence?.name ?? ""} />
      <TextField
        name="validMonths"
        label="Masa berlaku sertifikat (bulan)"
        inputMode="numeric"
        optional
        hint="Misalnya 24 untuk ACLS. Kosong: tanpa batas."
        initial={competence?.validMonths ?? ""}
      />
      <h2>Wajib bagi, di setiap puskesmas</h2>
      <div className="grid gap-4 sm:grid-cols-2">
        {Object.values(Profession).map((profession, place) => (
          <div key={profession}>
            <input type="hidden" name={`rows.${place}.profession`} value={profession} />
            <SelectField
              name={`rows.${place}.demand`}
              label={professionNames[profession]}
              initial={demandOf(profession)}
              options={options}
            />
          </div>
        ))}
      </div>
    </>
  );
}
