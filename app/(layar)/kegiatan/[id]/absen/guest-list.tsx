import { Icon } from "@/components/icon";
import type { ShownRow } from "./overlay";

export function GuestList({ guests, onRemove }: { guests: readonly ShownRow[]; onRemove: (row: ShownRow) => void }) {
  if (guests.length === 0) return null;
  return (
    <section aria-labelledby="tamu" className="mt-6">
      <h2 id="tamu">Tamu tanpa undangan</h2>
      <ul>
        {guests.map((guest) => (
          <li key={guest.id} className="flex items-center justify-between gap-2 border-b border-line py-2">
            <span>
              <b>{guest.name}</b>
              {guest.isUnsent && <span className="text-sm text-soon"> · belum terkirim</span>}
              <span className="block text-sm text-muted">
                {guest.title} · {guest.institution}
              </span>
            </span>
            <button type="button" className="button" onClick={() => onRemove(guest)} aria-label={`Hapus ${guest.name}`}>
              <Icon name="cross" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
