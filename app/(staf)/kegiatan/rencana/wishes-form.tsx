/** What the proposal is made of; a plain form by GET, so that it lives in the address. */
export type Wishes = { tahun: number; hari: string; jam: string; selesai: string; tempat: string; stunting: boolean };

const weekdays = ["hari kerja mana saja", "Senin", "Selasa", "Rabu", "Kamis", "Jumat"];

export function WishesForm({ wishes }: { wishes: Wishes }) {
  return (
    <form
      method="get"
      className="no-print card mb-8 grid gap-3 sm:grid-cols-2 lg:grid-cols-[1fr_8rem_8rem_2fr_auto] lg:items-end"
    >
      <input type="hidden" name="tahun" value={wishes.tahun} />
      <label className="text-sm">
        Hari
        <select name="hari" defaultValue={wishes.hari} className="input">
          {weekdays.map((name, index) => (
            <option key={name} value={index === 0 ? "" : String(index)}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="text-sm">
        Jam mulai
        <input name="jam" type="time" defaultValue={wishes.jam} className="input" />
      </label>
      <label className="text-sm">
        Jam selesai
        <input name="selesai" type="time" defaultValue={wishes.selesai} className="input" />
      </label>
      <label className="text-sm">
        Tempat untuk semuanya
        <input
          name="tempat"
          defaultValue={wishes.tempat}
          placeholder="kosong: tempat yang terakhir dipakai"
          maxLength={200}
          className="input"
        />
      </label>
      <button type="submit" className="button">
        Usulkan ulang
      </button>
      <label className="flex min-h-11 items-center gap-3 sm:col-span-2 lg:col-span-5">
        <input
          type="checkbox"
          name="stunting"
          value="1"
          defaultChecked={wishes.stunting}
          className="size-5 shrink-0 accent-accent"
        />
        Tambahkan juga minilok stunting bulanan
      </label>
    </form>
  );
}
