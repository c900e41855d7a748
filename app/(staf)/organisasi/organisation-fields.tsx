import { SelectField, TextArea, TextField } from "@/components/form/field";
import { timeZoneOptions } from "@/lib/organisations/rules";
import { say } from "@/lib/web/local-words";

type Area = { code: string; name: string };
type Puskesmas = {
  name: string;
  areaCode: string;
  timeZone: string;
  registrationCode: string | null;
  address: string | null;
};

/** A puskesmas; kecamatan by code, since names repeat. */
export function PuskesmasFields({
  districts,
  puskesmas,
  timeZone,
}: {
  districts: readonly Area[];
  puskesmas?: Puskesmas;
  /** The zone a new one begins with: its Dinkes's. */
  timeZone?: string;
}) {
  return (
    <>
      <TextField
        name="name"
        label="Nama puskesmas"
        hint="Seperti pada kop surat, misalnya UPTD Puskesmas Rawat Inap Sragi"
        initial={puskesmas?.name}
        autoComplete="off"
      />
      <SelectField
        name="areaCode"
        label={say("Kecamatan tempat puskesmas berada")}
        empty={say("Pilih kecamatan")}
        initial={puskesmas?.areaCode}
        options={districts.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
      />
      <ZoneField initial={puskesmas?.timeZone ?? timeZone} />
      <TextField
        name="registrationCode"
        label="Kode registrasi"
        optional
        hint="Huruf P dan 10 angka, misalnya P1801150101"
        initial={puskesmas?.registrationCode}
        autoComplete="off"
        className="sm:max-w-xs"
      />
      <AddressField initial={puskesmas?.address} />
    </>
  );
}

export function ZoneField({ initial }: { initial?: string | undefined }) {
  return (
    <SelectField
      name="timeZone"
      label="Zona waktu"
      empty="Pilih zona waktu"
      initial={initial}
      options={timeZoneOptions}
      className="sm:max-w-xs"
    />
  );
}

export function AddressField({ initial }: { initial?: string | null | undefined }) {
  return <TextArea name="address" label="Alamat" optional initial={initial} rows={2} />;
}
