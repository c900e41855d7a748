import { SelectField, TextField } from "@/components/form/field";
import { commonTitles, sectorNames, sectors } from "@/lib/directory/rules";

type Village = { code: string; name: string; district: string };
type Seat = {
  title: string;
  institution: string;
  sector: string;
  villageCode: string | null;
  protocolOrder: number | null;
};

/** What a seat is, without who holds it. */
export function SeatFields({ villages, seat }: { villages: readonly Village[]; seat?: Seat }) {
  const severalDistricts = new Set(villages.map((village) => village.district)).size > 1;
  return (
    <>
      <TextField
        name="title"
        label="Jabatan"
        hint="Misalnya Camat, Kepala Desa, Bidan Desa"
        initial={seat?.title}
        suggestions={commonTitles}
        autoComplete="off"
      />
      <TextField
        name="institution"
        label="Instansi"
        hint="Misalnya Kecamatan Sragi, Pemerintah Desa Margasari, Polsek Sragi"
        initial={seat?.institution}
        autoComplete="off"
      />
      <SelectField
        name="sector"
        label="Sektor"
        initial={seat?.sector}
        empty="Pilih sektor"
        options={sectors.map((value) => ({ value, label: sectorNames[value] }))}
      />
      <SelectField
        name="villageCode"
        label="Desa"
        optional
        hint={
          villages.length === 0
            ? "Wilayah kerja puskesmas ini belum diisi oleh Dinas Kesehatan, jadi desa belum dapat dipilih."
            : "Untuk jabatan yang bertugas di satu desa saja"
        }
        initial={seat?.villageCode}
        empty="Tidak terikat satu desa"
        options={villages.map((village) => ({
          value: village.code,
          label: severalDistricts ? `${village.name} (${village.district})` : village.name,
        }))}
      />
      <TextField
        name="protocolOrder"
        label="Urutan protokol"
        optional
        hint="Angka kecil di atas. Kosongkan untuk urutan lazim sektornya: kecamatan 10, desa 50, puskesmas 80."
        initial={seat?.protocolOrder}
        inputMode="numeric"
        className="sm:max-w-xs"
      />
    </>
  );
}
