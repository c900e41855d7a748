import { OfficeChoice } from "@/components/office-choice";
import { stateNames } from "@/components/plan/states";
import { sectorNames, sectors } from "@/lib/directory/rules";
import type { listScopeVillages } from "@/lib/follow-up/reads";
import { type FollowUpFilter, followUpStates } from "@/lib/follow-up/schema";
import { kindNames } from "@/lib/meetings/rules";
import type { OfficeView } from "@/lib/organisations/office-view";
import { say } from "@/lib/web/local-words";

type Props = {
  filter: FollowUpFilter;
  view: OfficeView;
  topics: readonly string[];
  villages: Awaited<ReturnType<typeof listScopeVillages>>;
  years: number[];
};

/** Filters that live in the address: a plain form by GET. Those used less stand folded, until one of them is set. */
export function FollowUpForm({ filter, view, villages, topics, years }: Props) {
  const isTwice = (name: string) => villages.filter((village) => village.name === name).length > 1;
  const { jenis, sektor, topik, tahun, triwulan, ganti } = filter;
  return (
    <form method="get" className="no-print mb-6 flex flex-col gap-3">
      <div className="grid grid-cols-2 items-end gap-3 lg:flex lg:flex-wrap">
        <label className="col-span-2 block lg:min-w-56 lg:flex-1">
          <span className="mb-1 block text-sm">Cari kegiatan, masalah, atau penanggung jawab</span>
          <input type="search" name="cari" defaultValue={filter.cari ?? ""} maxLength={100} className="input" />
        </label>
        <Choice
          name="status"
          label="Status"
          value={filter.status}
          options={followUpStates.map((state) => [state, stateNames[state]])}
        />
        <OfficeChoice view={view} className="block min-w-0 lg:w-56" />
        {view.members.length > 0 && (
          <Choice
            name="puskesmas"
            label="Puskesmas"
            value={filter.puskesmas}
            empty="Semua puskesmas"
            options={view.members.map(({ id, name }) => [id, name])}
          />
        )}
        {villages.length > 0 && (
          <Choice
            name="desa"
            label={say("Desa")}
            value={filter.desa}
            empty={say("Semua desa")}
            options={villages.map(({ code, name, parent }) => [
              code,
              isTwice(name) ? `${name} (${parent?.name ?? code})` : name,
            ])}
          />
        )}
        <button type="submit" className="button max-lg:col-start-2">
          Terapkan
        </button>
      </div>
      <details open={Boolean(jenis || sektor || topik || tahun || triwulan || ganti)}>
        <summary className="link inline-flex min-h-11 items-center">Filter lain</summary>
        <div className="grid grid-cols-2 items-end gap-3 lg:flex lg:flex-wrap">
          <Choice
            name="sektor"
            label="Sektor"
            value={sektor}
            empty="Semua sektor"
            options={sectors.map((sector) => [sector, say(sectorNames[sector])])}
          />
          {topics.length > 0 && (
            <Choice
              name="topik"
              label="Topik masalah"
              value={topik}
              empty="Semua topik"
              options={topics.map((topic) => [topic, topic])}
            />
          )}
          <Choice
            name="jenis"
            label="Jenis kegiatan"
            value={jenis}
            empty="Semua jenis"
            options={Object.entries(kindNames)}
          />
          <Choice
            name="tahun"
            label="Tahun batas waktu"
            value={tahun?.toString()}
            empty="Semua tahun"
            options={years.map((year) => [String(year), String(year)])}
          />
          <Choice
            name="triwulan"
            label="Triwulan"
            value={triwulan?.toString()}
            empty="Setahun"
            options={["I", "II", "III", "IV"].map((name, index) => [String(index + 1), `Triwulan ${name}`])}
          />
          <label className="pick col-span-2">
            <input key={ganti} type="checkbox" name="ganti" value="1" defaultChecked={ganti === "1"} />
            Penanggung jawabnya sudah diganti
          </label>
        </div>
      </details>
      {filter.pemilik && <input type="hidden" name="pemilik" value={filter.pemilik} />}
    </form>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  value: string | undefined;
  empty?: string;
  options: (readonly [string, string])[];
};

function Choice({ name, label, value, empty, options }: ChoiceProps) {
  return (
    <label className="block min-w-0 lg:w-44">
      <span className="mb-1 block text-sm">{label}</span>
      <select key={value} name={name} defaultValue={value ?? ""} className="input">
        {empty && <option value="">{empty}</option>}
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
