import type { OrganisationRow } from "@/tests/factories/organisations";
import type { HolderRow } from "@/tests/factories/seats";
import type { Rows } from "./demo-rows";
import { addSeat, type DemoSeat, type Village } from "./offices";

type Holder = string | (Partial<HolderRow> & { name: string });

export type People = {
  camat: Holder | Holder[];
  sekcam: Holder;
  danramil: Holder;
  kapolsek: Holder;
  pendidikan: Holder;
  agama: Holder;
  kb: Holder;
  pkk: Holder | [];
  kadinkes: Holder;
  /** In the order of the desa's codes. */
  kepalaDesa: readonly Holder[];
  bidanDesa: readonly Holder[];
  /** The puskesmas's own people by jabatan. The first is its head. */
  staff: readonly (readonly [title: string, holder: Holder])[];
};

export type Directory = {
  camat: DemoSeat;
  sekcam: DemoSeat;
  danramil: DemoSeat;
  kapolsek: DemoSeat;
  pendidikan: DemoSeat;
  agama: DemoSeat;
  kb: DemoSeat;
  pkk: DemoSeat;
  kadinkes: DemoSeat;
  kepalaDesa: DemoSeat[];
  bidanDesa: DemoSeat[];
  staff: DemoSeat[];
};

/** The officials whom a puskesmas invites, as far as they are the same everywhere. */
export function addDirectory(
  rows: Rows,
  puskesmas: OrganisationRow,
  places: { kecamatan: string; dinkes: OrganisationRow; villages: readonly Village[] },
  people: People,
): Directory {
  const { kecamatan, dinkes, villages } = places;
  const ofKecamatan =
    (sector: Parameters<typeof addSeat>[2], title: string, institution: string, order?: number) =>
    (holder: Holder | Holder[]) =>
      addSeat(rows, puskesmas, sector, [`${title} ${kecamatan}`, `${institution} ${kecamatan}`], holder, {
        ...(order ? { protocolOrder: order } : {}),
      });
  const ofVillages = (holders: readonly Holder[], add: (village: Village, holder: Holder | []) => DemoSeat) =>
    villages.map((village, index) => add(village, holders[index] ?? []));
  return {
    camat: ofKecamatan("KECAMATAN", "Camat", "Kecamatan")(people.camat),
    sekcam: ofKecamatan("KECAMATAN", "Sekretaris Kecamatan", "Kecamatan", 12)(people.sekcam),
    danramil: ofKecamatan("SECURITY", "Danramil", "Koramil")(people.danramil),
    kapolsek: ofKecamatan("SECURITY", "Kapolsek", "Polsek", 31)(people.kapolsek),
    pendidikan: ofKecamatan("EDUCATION", "KUPT Pendidikan", "UPT Pendidikan Kecamatan")(people.pendidikan),
    agama: ofKecamatan("RELIGION", "Kepala KUA", "Kantor Urusan Agama Kecamatan")(people.agama),
    kb: ofKecamatan("FAMILY_PLANNING", "Koordinator Penyuluh KB", "Balai Penyuluhan KB Kecamatan")(people.kb),
    pkk: ofKecamatan("OTHER", "Ketua TP PKK Kecamatan", "TP PKK Kecamatan", 48)(people.pkk),
    kadinkes: addSeat(rows, puskesmas, "DINKES", ["Kepala Dinas Kesehatan", dinkes.name], people.kadinkes),
    kepalaDesa: ofVillages(people.kepalaDesa, (village, holder) =>
      addSeat(rows, puskesmas, "DESA", [`Kepala Desa ${village.name}`, `Pemerintah Desa ${village.name}`], holder, {
        villageCode: village.code,
      }),
    ),
    bidanDesa: ofVillages(people.bidanDesa, (village, holder) =>
      addSeat(rows, puskesmas, "HEALTH", [`Bidan Desa ${village.name}`, puskesmas.name], holder, {
        villageCode: village.code,
        protocolOrder: 85,
      }),
    ),
    staff: people.staff.map(([title, holder], index) =>
      addSeat(
        rows,
        puskesmas,
        "HEALTH",
        [title, puskesmas.name],
        index === 0 ? ranked(holder, villages.length) : holder,
        {
          protocolOrder: index === 0 ? 78 : 80,
        },
      ),
    ),
  };
}

/** With a rank and an NIP that nobody has: its last digits begin at 001. */
function ranked(holder: Holder, number: number): Holder {
  const month = String(1 + (number % 12)).padStart(2, "0");
  const known = typeof holder === "string" ? { name: holder } : holder;
  return { rank: "Pembina, IV/a", nip: `1978${month}142005012000`, ...known };
}
