import { FilterBar, FilterChoice, type SetFilter } from "@/components/list/filter-bar";
import { OfficeChoice } from "@/components/office-choice";
import { sectorNames, sectors } from "@/lib/directory/rules";
import type { listScopeVillages } from "@/lib/follow-up/reads";
import type { FollowUpFilter } from "@/lib/follow-up/schema";
import { kindNames } from "@/lib/meetings/rules";
import type { OfficeView } from "@/lib/organisations/office-view";
import { say } from "@/lib/web/local-words";
import { followUpAddress } from "./filter-address";

type Props = {
  filter: FollowUpFilter;
  view: OfficeView;
  topics: readonly string[];
  villages: Awaited<ReturnType<typeof listScopeVillages>>;
  years: number[];
};

const quarters = ["I", "II", "III", "IV"].map((name, index) => [String(index + 1), `Triwulan ${name}`] as const);

/** Filters that live in the address. */
export function FollowUpFilters({ filter, view, villages, topics, years }: Props) {
  const { jenis, sektor, topik, tahun, triwulan, ganti, status } = filter;
  const villageNames = namesOf(villages);
  return (
    <FilterBar
      search={{ name: "cari", label: "Cari kegiatan, masalah, atau penanggung jawab", value: filter.cari }}
      kept={[
        ...(status === "belum" ? [] : [["status", status] as const]),
        ...(filter.pemilik ? [["pemilik", filter.pemilik] as const] : []),
      ]}
      set={setFilters(filter, view, villageNames)}
    >
      <OfficeChoice view={view} className="block min-w-0" />
      {view.members.length > 0 && (
        <FilterChoice
          name="puskesmas"
          label="Puskesmas"
          value={filter.puskesmas}
          empty="Semua puskesmas"
          options={view.members.map(({ id, name }) => [id, name])}
        />
      )}
      {villages.length > 0 && (
        <FilterChoice
          name="desa"
          label={say("Desa")}
          value={filter.desa}
          empty={say("Semua desa")}
          options={villageNames}
        />
      )}
      <FilterChoice
        name="sektor"
        label="Sektor"
        value={sektor}
        empty="Semua sektor"
        options={sectors.map((sector) => [sector, say(sectorNames[sector])])}
      />
      {topics.length > 0 && (
        <FilterChoice
          name="topik"
          label="Topik masalah"
          value={topik}
          empty="Semua topik"
          options={topics.map((topic) => [topic, topic])}
        />
      )}
      <FilterChoice
        name="jenis"
        label="Jenis kegiatan"
        value={jenis}
        empty="Semua jenis"
        options={Object.entries(kindNames)}
      />
      <FilterChoice
        name="tahun"
        label="Tahun batas waktu"
        value={tahun?.toString()}
        empty="Semua tahun"
        options={years.map((year) => [String(year), String(year)])}
      />
      <FilterChoice name="triwulan" label="Triwulan" value={triwulan?.toString()} empty="Setahun" options={quarters} />
      <label className="pick">
        <input key={ganti} type="checkbox" name="ganti" value="1" defaultChecked={ganti === "1"} />
        Penanggung jawabnya sudah diganti
      </label>
    </FilterBar>
  );
}

/** Code and name of each, with its district where two have the same name. */
function namesOf(villages: Props["villages"]): (readonly [string, string])[] {
  const isTwice = (name: string) => villages.filter((village) => village.name === name).length > 1;
  return villages.map(({ code, name, parent }) => [code, isTwice(name) ? `${name} (${parent?.name ?? code})` : name]);
}

function setFilters(
  filter: FollowUpFilter,
  view: OfficeView,
  villages: readonly (readonly [string, string])[],
): SetFilter[] {
  const { rtl: _, ...values } = filter;
  const named = (options: readonly { id: string; name: string }[], id: string | undefined) =>
    options.find((option) => option.id === id)?.name;
  const words: Partial<Record<keyof typeof values, string | undefined>> = {
    dinkes: named(view.offices, filter.dinkes),
    puskesmas: named(view.members, filter.puskesmas),
    desa: villages.find(([code]) => code === filter.desa)?.[1],
    sektor: filter.sektor && say(sectorNames[filter.sektor]),
    topik: filter.topik,
    jenis: filter.jenis && kindNames[filter.jenis],
    tahun: filter.tahun?.toString(),
    triwulan: quarters.find(([number]) => number === String(filter.triwulan))?.[1],
    ganti: filter.ganti && "Penanggung jawab diganti",
    cari: filter.cari && `“${filter.cari}”`,
  };
  return Object.entries(words).flatMap(([name, label]) =>
    label ? [{ label, without: followUpAddress("/tindak-lanjut", { ...values, [name]: undefined, halaman: 1 }) }] : [],
  );
}
