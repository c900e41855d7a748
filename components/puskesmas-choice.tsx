type Props = { members: readonly { id: string; name: string }[]; chosen: string | undefined };

/** A filter's choice of one puskesmas; nothing where there are none to name. */
export function PuskesmasChoice({ members, chosen }: Props) {
  if (members.length === 0) return null;
  return (
    <label className="block min-w-0 sm:w-64">
      <span className="mb-1 block text-sm">Puskesmas</span>
      <select key={chosen} name="puskesmas" defaultValue={chosen ?? ""} className="input">
        <option value="">Semua puskesmas</option>
        {members.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
