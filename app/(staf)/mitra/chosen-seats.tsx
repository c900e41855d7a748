import { CheckboxGroup } from "@/components/form/field";
import type { listChosenSeats } from "@/lib/directory/many";

type Props = { seats: Awaited<ReturnType<typeof listChosenSeats>>; legend: string };

/** The seats that were ticked in the list, each of which can be left out yet. */
export function ChosenSeats({ seats, legend }: Props) {
  return (
    <CheckboxGroup
      name="seatIds[]"
      legend={legend}
      initial={seats.map(({ id }) => id)}
      options={seats.map(({ id, title, institution, holder }) => ({
        value: id,
        label: title,
        hint: `${holder ?? "pejabat belum dicatat"} · ${institution}`,
      }))}
    />
  );
}
