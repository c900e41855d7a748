import { SelectField, TextField } from "@/components/form/field";
import { commonTitles, sectorNames, sectors } from "@/lib/directory/rules";
import { say } from "@/lib/web/local-words";

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
        hint={say("Misalnya Camat, Kepala Desa, Bidan Desa")}
        initial={seat?.title}
        suggestions={[...new Set(commonTitles.map(say))]}
        autoComplete="off"
      />
      <TextField
        name="institution"
        label="Instansi"
        hint={say("Misalnya Kecamatan Sragi, Pemerintah Desa Margasari, Polsek Sragi")}
        initial={seat?.institution}
        autoComplete="off"
      />
      <SelectField
        name="sector"
        label="Sektor"
        initial={seat?.sector}
        empty="Pilih sektor"
        options={sectors.map((value) => ({ value, label: say(sectorNames[value]) }))}
      />
      <SelectField
        name="villageCode"
        label={say("Desa")}
        optional
        hint={
          villages.length === 0
            ? say("Wilayah kerja puskesmas ini belum diisi oleh Dinas Kesehatan, jadi desa belum dapat dipilih.")
            : say("Untuk jabatan yang bertugas di satu desa saja")
        }
        initial={seat?.villageCode}
        empty={say("Tidak terikat satu desa")}
        options={villages.map((village) => ({
          value: village.code,
          label: severalDistricts ? `${village.name} (${village.district})` : village.name,
        }))}
      />
      <TextField
        name="protocolOrder"
        label="Urutan protokol"
        optional
        hint={say("Angka kecil di atas. Kosongkan untuk urutan lazim sektornya: kecamatan 10, desa 50, puskesmas 80.")}
        initial={seat?.protocolOrder}
        inputMode="numeric"
        className="sm:max-w-md"
      />
    </>
  );
}
