import {
  type ExpiringFilter,
  type ExpiringFilterKind,
  type ExpiringSpan,
  expiringKinds,
  expiringSpans,
} from "@/lib/certificates/expiring";
import { professionOptions } from "../staff-words";

const kindWords: Record<ExpiringFilterKind, string> = {
  semua: "Semua",
  sertifikat: "Sertifikat",
  str: "STR",
  sip: "SIP",
};

const spanWords: Record<ExpiringSpan, string> = {
  "12-bulan": "12 bulan, dan yang sudah habis",
  "90-hari": "90 hari",
  "30-hari": "30 hari",
  habis: "Sudah habis",
};

type Props = { filter: ExpiringFilter; offices: readonly { id: string; name: string }[] };

export function ExpiringFilters({ filter, offices }: Props) {
  const named = <T extends string>(values: readonly T[], words: Record<T, string>) =>
    values.map((value) => ({ value, label: words[value] }));
  return (
    <form className="no-print mb-5 flex flex-wrap items-end gap-3">
      <Choice name="jenis" label="Jenis" chosen={filter.kind} options={named(expiringKinds, kindWords)} />
      <Choice name="waktu" label="Habis dalam" chosen={filter.within} options={named(expiringSpans, spanWords)} />
      <Choice
        name="profesi"
        label="Profesi"
        chosen={filter.profession ?? ""}
        options={[{ value: "", label: "Semua profesi" }, ...professionOptions]}
      />
      {offices.length > 0 && (
        <Choice
          name="instansi"
          label="Instansi"
          chosen={filter.organisationId ?? ""}
          options={[
            { value: "", label: "Semua instansi" },
            ...offices.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <button type="submit" className="button">
        Terapkan
      </button>
    </form>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  chosen: string;
  options: readonly { value: string; label: string }[];
};

function Choice({ name, label, chosen, options }: ChoiceProps) {
  return (
    <label className="block min-w-0 sm:w-52">
      <span className="mb-1 block text-sm">{label}</span>
      <select key={chosen} name={name} defaultValue={chosen} className="input">
        {options.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
