import { ActionForm } from "@/components/form/action-form";
import { RadioGroup, TextField } from "@/components/form/field";
import type { WaitingMove } from "@/lib/staff/move-reads";
import { employmentStatusNames, professionNames } from "@/lib/staff/professions";
import { formatDayLong } from "@/lib/time";
import { decideMoveAction, withdrawMoveAction } from "./actions";

export function WaitingMoves({ moves }: { moves: readonly WaitingMove[] }) {
  if (moves.length === 0) return null;
  return (
    <section aria-labelledby="menunggu">
      <h2 id="menunggu">Menunggu keputusan</h2>
      <ul className="mt-2 border-t border-line">
        {moves.map((move) => (
          <li key={move.id} className="border-b border-line py-4">
            <p>
              <b>{move.staff.name}</b>, {professionNames[move.staff.profession]}
            </p>
            <p>
              {move.from} → {move.to}, mulai {formatDayLong(move.startsOn)} sebagai{" "}
              {[employmentStatusNames[move.status], move.position].filter(Boolean).join(", ")}
            </p>
            <p className="text-sm text-muted">
              Diminta {move.askedBy}
              {move.note && `: ${move.note}`}
            </p>
            {move.mayDecide && <Decision id={move.id} />}
            {move.mayWithdraw && !move.mayDecide && (
              <ActionForm
                action={withdrawMoveAction.bind(null, move.id)}
                submit="Batalkan permintaan"
                tone="plain"
                className="mt-2"
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Decision({ id }: { id: string }) {
  return (
    <ActionForm action={decideMoveAction.bind(null, id)} submit="Simpan keputusan" className="mt-3 flex flex-col gap-4">
      <RadioGroup
        name="answer"
        legend="Keputusan"
        options={[
          { value: "ya", label: "Setuju, catatannya ikut pindah" },
          { value: "tidak", label: "Tolak" },
        ]}
      />
      <TextField name="note" label="Alasan bila ditolak" optional />
    </ActionForm>
  );
}
